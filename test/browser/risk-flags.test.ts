import type { PlaybookDetail, RiskFlags } from '@hale/widgets';
import { memorySource } from '@hale/widgets/sources/memory.js';
import '@hale/widgets/define/risk-flags.js';
import { expect } from 'chai';
import { fullestReport } from '../support/fullest.ts';
import { isIn, mountElement, part, settled, textOf, unmountAll } from '../support/mount.ts';
import { hostile, ready, reportOf, thriving } from '../support/reports.ts';
import { states } from '../support/states.ts';

const said = (element: Element) => part(element, 'headline').textContent?.trim();
const titles = (element: Element) =>
  [...(element.shadowRoot?.querySelectorAll('[part=title]') ?? [])].map((title) => title.textContent);
const lines = (element: Element) =>
  [...(element.shadowRoot?.querySelectorAll('[part=evidence]') ?? [])].map((line) =>
    line.textContent?.replace(/\s+/g, ' ').trim(),
  );

async function shown(given: Partial<RiskFlags>, width = 480): Promise<RiskFlags> {
  return mountElement(Object.assign(document.createElement('hale-risk-flags'), given), width);
}

describe('<hale-risk-flags>', () => {
  afterEach(unmountAll);

  it('is drawn from signals alone', async () => {
    const element = await shown({ signals: [{ label: 'Invoice overdue', severity: 'medium', since: '2024-10-29' }] });
    expect(isIn(element, 'error')).to.equal(false);
    expect(said(element)).to.equal('One, medium');
    expect(titles(element)).to.deep.equal(['Invoice overdue']);
    expect(lines(element)).to.deep.equal(['Medium since 29 Oct 2024.']);
  });

  it('is drawn from a report: the fact, how severe since when, the evidence', async () => {
    const element = await shown({ report: ready() });
    expect(part(element, 'label').textContent).to.equal('Risk flags');
    expect(said(element)).to.equal('Three, two of them high');
    expect(titles(element)).to.deep.equal([
      'Active users 27% below usual',
      'Urgent ticket open 6 days',
      'Champion changed role',
    ]);
    expect(lines(element)[0]).to.match(/^High since 3 Nov.*\. Active users a week −27%, from 56 to 41; limit −20%$/);
    expect(lines(element)[1]).to.match(/^High since 11 Nov.*\. Days open 6 days; limit 3 days$/);
    expect(lines(element)[2]).to.match(/^Medium since 29 Oct.*\. Tagged by the account owner, 29 Oct$/);
  });

  it('is drawn from a source and an account', async () => {
    const element = await shown({ source: memorySource([ready()]), account: 'averlund' });
    expect(said(element)).to.equal('Three, two of them high');
  });

  for (const [state, enter] of states) {
    for (const width of [80, 120, 240, 480, 1200]) {
      it(`says in words that it is ${state}, at ${width} px`, async () => {
        const element = document.createElement('hale-risk-flags');
        enter(element);
        await mountElement(element, width);
        expect(isIn(element, state)).to.equal(true);
        const three = width < 240 ? /3 risk flags.*2 high.*1 medium/ : /Three, two of them high/;
        const words = {
          idle: /Not connected/,
          loading: /Loading/,
          ready: three,
          partial: three,
          'not-enough': three,
          empty: /No risk flags in what was observed/,
          stale: width < 240 ? /3 risk flags.*Try again/ : /Three.*4 days old.*Try again/,
          error: /Could not load.*Try again/,
        };
        expect(textOf(element)).to.match(words[state]);
      });
    }
  }

  it('says severity in bars and in a word, never by colour alone', async () => {
    const element = await shown({ report: ready() });
    const on = [...(element.shadowRoot?.querySelectorAll('[part=severity]') ?? [])].map(
      (bars) => bars.querySelectorAll('.on').length,
    );
    expect(on).to.deep.equal([3, 3, 2]);
    expect(lines(element).map((line) => line?.split(' ')[0])).to.deep.equal(['High', 'High', 'Medium']);
  });

  it('shows growth, or both, where it is told to', async () => {
    const element = await shown({ report: ready(), effect: 'growth' });
    expect(said(element)).to.equal('One to build on');
    expect(titles(element)).to.deep.equal(['Exports used by 88% of entitled people']);
    element.effect = 'all';
    await settled(element);
    expect(titles(element)).to.have.length(4);
    expect(textOf(element)).to.match(/Risk flags.*Growth signals/);
  });

  it('says plainly that there are none, and what that does not speak for', async () => {
    const clean = await shown({ report: thriving() });
    expect(said(clean)).to.equal('No risk flags');
    const partly = await shown({ report: reportOf({ signals: [] }) });
    expect(said(partly)).to.equal('No risk flags in what was observed');
    expect(part(partly, 'unobserved').textContent).to.equal('Not observed: NPS');
    const { signals, ...rest } = ready();
    expect(signals).to.have.length(4);
    expect(said(await shown({ report: rest }))).to.equal('Not part of this report');
  });

  it('draws no more of many flags than a step, and a step more with each press', async () => {
    for (const [max, first] of [
      [null, 40],
      [3, 3],
      [1000, 40],
    ] as const) {
      const element = await shown({ report: fullestReport(), max });
      const presses: [number, string | undefined][] = [];
      do {
        presses.push([titles(element).length, part(element, 'more').textContent?.trim()]);
        part(element, 'more').click();
        await settled(element);
      } while (titles(element).length > first);
      const steps = [first, first + 40, first + 80, first + 120, first + 160, first + 200].filter(
        (count) => count < 200,
      );
      expect(presses).to.deep.equal([...steps.map((count) => [count, `and ${200 - count} more`]), [200, 'Show fewer']]);
      unmountAll();
    }
  });

  it('holds back what is over `max` until it is asked for', async () => {
    const element = await shown({ report: ready(), max: 1 });
    const more = part(element, 'more');
    expect(titles(element)).to.have.length(1);
    expect(more.textContent?.trim()).to.equal('and 2 more');
    expect(more.getAttribute('aria-expanded')).to.equal('false');
    more.click();
    await settled(element);
    expect(titles(element)).to.have.length(3);
    expect(more.textContent?.trim()).to.equal('Show fewer');
    expect(more.getAttribute('aria-expanded')).to.equal('true');
    more.click();
    await settled(element);
    expect(titles(element)).to.have.length(1);
  });

  it('asks the page for a playbook, through shadow roots', async () => {
    const element = await shown({ report: ready() });
    const heard: PlaybookDetail[] = [];
    const listen = (event: CustomEvent<PlaybookDetail>) => heard.push(event.detail);
    document.body.addEventListener('hale-playbook', listen);
    part(element, 'playbook').click();
    document.body.removeEventListener('hale-playbook', listen);
    expect(heard).to.deep.equal([{ playbook: 're-engage', signal: 'active-drop', account: 'averlund' }]);
  });

  it('unfolds the steps itself, unless the page takes care of them', async () => {
    const element = await shown({ report: ready() });
    const playbook = part(element, 'playbook');
    expect(playbook.getAttribute('aria-expanded')).to.equal('false');
    playbook.click();
    await settled(element);
    expect(part(element, 'steps').querySelectorAll('li')).to.have.length(3);
    expect(playbook.getAttribute('aria-expanded')).to.equal('true');
    playbook.click();
    await settled(element);
    expect(element.shadowRoot?.querySelector('[part=steps]')).to.equal(null);
    element.addEventListener('hale-playbook', (event) => event.preventDefault());
    playbook.click();
    await settled(element);
    expect(element.shadowRoot?.querySelector('[part=steps]')).to.equal(null);
  });

  it('takes as much room in a row as a line, and counts the rest', async () => {
    const element = await shown({ report: ready(), layout: 'row' });
    expect(textOf(element)).to.match(/High\.\s*Active users 27% below usual\s*and 2 more/);
    expect(element.getBoundingClientRect().height).to.be.below(30);
  });

  it('has words that can be hit', async () => {
    const element = await shown({ report: ready(), max: 1 });
    for (const button of element.shadowRoot?.querySelectorAll('button') ?? []) {
      expect(button.getBoundingClientRect().height, button.textContent ?? '').to.be.at.least(24);
    }
  });

  for (const [what, report] of hostile) {
    it(`does not break on ${what} in the place of a report`, async () => {
      const silenced = console.error;
      console.error = () => {};
      // What TypeScript would refuse, pages without it hand over.
      const element = await shown({ report: report as RiskFlags['report'] });
      console.error = silenced;
      expect(textOf(element)).to.not.match(/NaN|undefined|null|\[object/);
      expect(textOf(element).length).to.be.within(3, 3000);
      expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    });
  }

  it('does not break on evidence of any shape, nor run markup in it', async () => {
    const evidence = [
      { label: '<b>x</b>', value: Number.NaN, threshold: 1, sentence: '<img src=x onerror=alert(1)>' },
      null,
    ];
    // What TypeScript would refuse, pages without it hand over.
    const signals = [{ label: 'x', severity: 'dire', evidence, since: 'soon', playbook: 7 }, 'x', null] as unknown;
    const element = await shown({ signals: signals as RiskFlags['signals'] });
    expect(lines(element)).to.deep.equal(['High. <img src=x onerror=alert(1)>']);
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
  });

  it('never grows wider than its container, down to 60 px', async () => {
    for (const width of [60, 120, 240, 320, 480, 1200]) {
      const element = await shown({ report: ready() }, width);
      for (const inner of element.shadowRoot?.querySelectorAll('p, li, button') ?? []) {
        expect(inner.getBoundingClientRect().right, `${inner.className} at ${width}`).to.be.at.most(
          element.getBoundingClientRect().right + 1.5,
        );
      }
    }
  });

  it('says in its fallback what it would show', () => {
    const { fallback } = customElements.get('hale-risk-flags') as typeof RiskFlags;
    expect(fallback({ report: ready() })).to.equal(
      'Risk flags: Three, two of them high. Active users 27% below usual. Urgent ticket open 6 days. Champion changed role.',
    );
    expect(fallback({ signals: [] })).to.equal('No risk flags.');
    expect(fallback({})).to.equal('');
  });
});
