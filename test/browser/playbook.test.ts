import { type DoneStep, type Playbook, type PlaybookStepDetail, playbookMessages, setMessages } from '@hale/widgets';
import { memorySource } from '@hale/widgets/sources/memory.js';
import '@hale/widgets/define/playbook.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { leaksOf } from '../support/leaks.ts';
import { isIn, mount, mountElement, part, settled, textOf, unmountAll } from '../support/mount.ts';
import { wordsOf } from '../support/reading.ts';
import { hostile, nothingYet, ready, reportOf } from '../support/reports.ts';
import { failed, told } from '../support/sources.ts';
import { states } from '../support/states.ts';

const shown = (given: Partial<Playbook>, width = 480) =>
  mountElement(Object.assign(document.createElement('hale-playbook'), given), width);
const all = (element: Element, selector: string) => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const checks = (element: Element) => all(element, '[role="checkbox"]');
const ticks = (element: Element) => checks(element).map((check) => check.getAttribute('aria-checked'));
const said = (element: Element) => part(element, 'headline').textContent?.trim();
const heard = (element: Playbook) => {
  const details: PlaybookStepDetail[] = [];
  element.addEventListener('hale-playbook-step', ({ detail }) => details.push(detail));
  return details;
};

describe('<hale-playbook>', () => {
  afterEach(unmountAll);

  it('shows the first playbook in full, why it is suggested, and the others folded', async () => {
    const element = await shown({ report: ready() });
    expect(textOf(element)).to.match(
      /^Playbook: Re-engage 3 steps suggested Review the account Record .* Agree a plan with the Warehouse lead Suggested because of “Active users 27% below usual”; the tier, Watch\. Escalate 1 step Find a sponsor 1 step$/,
    );
    const unfold = part(element, 'other').querySelector('button');
    unfold?.click();
    await settled(element);
    expect(unfold?.getAttribute('aria-expanded')).to.equal('true');
    expect(textOf(element)).to.include('Name an owner for the ticket');
  });

  it('shows the one that is asked for, and steps without a report', async () => {
    const one = await shown({ report: ready(), playbook: 'escalate' });
    expect(textOf(one)).to.match(/^Playbook: Escalate 1 step suggested Name an owner for the ticket Suggested/);
    const own = await shown({ steps: ['Call', 'Write'], label: 'This week' });
    expect(textOf(own)).to.equal('This week 2 steps suggested Call Write');
    expect(isIn(own, 'ready')).to.equal(true);
  });

  it('draws what is done in grey with its day, and what is next bold with a ring in the accent', async () => {
    const done: DoneStep[] = [{ playbook: 're-engage', step: 0, at: '2026-11-10' }];
    const element = await shown({ report: ready(), done });
    expect(said(element)).to.equal('1 of 3 done. Next: Record what changed in usage');
    expect(ticks(element)).to.deep.equal(['true', 'false', 'false']);
    expect(part(element, 'when').textContent).to.equal('done 10 Nov');
    const next = part(element, 'next');
    expect(next.getAttribute('aria-current')).to.equal('step');
    const ring = next.querySelector('.check');
    expect(ring && getComputedStyle(ring).strokeWidth).to.match(/^2(px)?$/);
    expect(ring?.getBoundingClientRect().width).to.equal(18);
    for (const target of all(element, '.target')) expect(target.getBoundingClientRect().height).to.equal(24);
  });

  it('tells of a tick, and shows it unless the page prevents that', async () => {
    const element = await shown({ report: ready() });
    const details = heard(element);
    checks(element)[0]?.click();
    await settled(element);
    expect(ticks(element)).to.deep.equal(['true', 'false', 'false']);
    checks(element)[0]?.click();
    await settled(element);
    expect(ticks(element)).to.deep.equal(['false', 'false', 'false']);
    element.addEventListener('hale-playbook-step', (event) => event.preventDefault());
    checks(element)[1]?.click();
    await settled(element);
    expect(ticks(element)).to.deep.equal(['false', 'false', 'false']);
    const of = { playbook: 're-engage', account: 'averlund' };
    expect(details).to.deep.equal([
      { ...of, step: 0, text: 'Review the account', done: true },
      { ...of, step: 0, text: 'Review the account', done: false },
      { ...of, step: 1, text: 'Record what changed in usage', done: true },
    ]);
  });

  it('lets the page say what is done, over what was ticked', async () => {
    const element = await shown({ report: ready() });
    checks(element)[2]?.click();
    element.done = [{ step: 0 }, { playbook: 'another', step: 1 }];
    await settled(element);
    expect(ticks(element)).to.deep.equal(['true', 'false', 'false']);
  });

  it('takes back a step by the event of the tick that was taken back', async () => {
    const element = await shown({ report: ready() });
    const events = heard(element);
    checks(element)[0]?.click();
    await settled(element);
    checks(element)[0]?.click();
    await settled(element);
    const told: boolean[] = [];
    for (const detail of events) {
      element.done = [...(element.done ?? []), detail];
      await settled(element);
      told.push(ticks(element)[0] === 'true');
    }
    expect(events.map(({ done }) => done)).to.deep.equal([true, false]);
    expect(told).to.deep.equal([true, false]);
  });

  it('tells of a second press as of the opposite, also before the first is drawn', async () => {
    const element = await shown({ report: ready() });
    const events = heard(element);
    checks(element)[0]?.click();
    checks(element)[0]?.click();
    await settled(element);
    expect(events.map(({ done }) => done)).to.deep.equal([true, false]);
    expect(ticks(element)[0]).to.equal('false');
    // A page that keeps what is done says so while it is told.
    element.addEventListener('hale-playbook-step', ({ detail }) => {
      element.done = [...(element.done ?? []), detail];
    });
    checks(element)[1]?.click();
    checks(element)[1]?.click();
    checks(element)[1]?.click();
    await settled(element);
    expect(events.slice(2).map(({ done }) => done)).to.deep.equal([true, false, true]);
    expect(ticks(element)).to.deep.equal(['false', 'true', 'false']);
  });

  it('forgets ticks with the account that they were of', async () => {
    const element = await shown({ report: ready() });
    checks(element)[0]?.click();
    element.report = reportOf({ account: { id: 'other', name: 'Other' } });
    await settled(element);
    expect(ticks(element)).to.deep.equal(['false', 'false', 'false']);
  });

  it('is walked by arrows, Home and End', async () => {
    const element = await shown({ report: ready() });
    const [first] = checks(element);
    first?.focus();
    const press = (key: string) => {
      const at = element.shadowRoot?.activeElement;
      at?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      return checks(element).indexOf(element.shadowRoot?.activeElement as HTMLElement);
    };
    expect(['ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home', 'ArrowUp'].map(press)).to.deep.equal([
      1, 2, 2, 1, 0, 0,
    ]);
  });

  for (const [state, enter] of states) {
    for (const width of [120, 320, 1200]) {
      it(`says in words that it is ${state}, at ${width} px`, async () => {
        const element = document.createElement('hale-playbook');
        enter(element);
        await mountElement(element, width);
        expect(isIn(element, state)).to.equal(true);
        const steps = /3 steps suggested Review the account/;
        const words = {
          idle: /Not connected/,
          loading: /Loading/,
          ready: steps,
          partial: steps,
          'not-enough': steps,
          empty: /Nothing to do/,
          stale: /3 steps suggested.*4 days old.*Try again/,
          error: /Could not load.*Try again/,
        };
        expect(textOf(element)).to.match(words[state]);
        const { left, right } = element.getBoundingClientRect();
        for (const one of all(element, '.words, .small, .headline, .button')) {
          const box = one.getBoundingClientRect();
          expect(box.left >= left - 4 && box.right <= right + 4, one.textContent ?? '').to.equal(true);
        }
      });
    }
  }

  it('says that a report has no playbooks, and that one does not speak of them', async () => {
    expect(textOf(await shown({ report: nothingYet() }))).to.equal(
      'Playbook Nothing to do No flag and no tier suggests any steps.',
    );
    const { playbooks: _, ...silent } = ready();
    expect(textOf(await shown({ report: silent }))).to.equal('Playbook Not part of this report');
  });

  it('is drawn from a source and an account, and speaks the language set', async () => {
    const element = await shown({ source: memorySource([ready()]), account: 'averlund', lang: 'nl' });
    setMessages('nl', playbookMessages, { named: (name) => `Draaiboek: ${name}` });
    await settled(element);
    expect(textOf(element)).to.match(/^Draaiboek: Re-engage/);
  });

  it('runs from the right where writing does', async () => {
    const box = await mount('<div dir="rtl"><hale-playbook></hale-playbook></div>', 480);
    const element = box.querySelector('hale-playbook') as Playbook;
    element.steps = ['Call'];
    await settled(box);
    const [ring] = all(element, '.target');
    expect(ring?.getBoundingClientRect().left).to.be.above(element.getBoundingClientRect().left + 400);
  });

  it('begins steps at their rings, whichever way their words run, at any width', async () => {
    for (const [dir, width] of [
      ['rtl', 480],
      ['rtl', 240],
      ['ltr', 240],
    ] as const) {
      const box = await mount(`<div dir=${dir}><hale-playbook></hale-playbook></div>`, width);
      const element = box.querySelector('hale-playbook') as Playbook;
      element.steps = [
        'Call',
        'اتصل',
        'Agree a plan with the Warehouse lead, and with whoever comes after her',
        'راجع الحساب',
      ];
      element.done = [{ step: 0, at: '2026-11-10' }];
      await settled(box);
      const gaps = all(element, '.step').map((step) => {
        const [ring, words] = [step.querySelector('.target'), step.querySelector('.words')];
        if (!ring || !words) throw new Error('each step has a ring and words');
        const [target, { left, right }] = [ring.getBoundingClientRect(), wordsOf(words)];
        return dir === 'rtl' ? target.left - right : left - target.right;
      });
      expect(gaps).to.have.length(4);
      for (const gap of gaps) expect(gap, `${dir} ${width}`).to.be.closeTo(9, 1);
      unmountAll();
    }
  });

  it('keeps its button off the sentence before it, whichever way either runs', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const box = await mount(`<div dir=${dir}><hale-playbook account="averlund"></hale-playbook></div>`, 480);
      const element = box.querySelector('hale-playbook') as Playbook;
      element.source = told(failed());
      await settled(box);
      const [words, button] = [
        wordsOf(part(element, 'as-of').querySelector('bdi') ?? element),
        part(element, 'retry').getBoundingClientRect(),
      ];
      expect(dir === 'rtl' ? words.left - button.right : button.left - words.right).to.be.within(6, 16);
      unmountAll();
    }
  });

  it('leaves nothing behind when it is taken out', async () => {
    const leaks = await leaksOf(async () => {
      const element = await shown({ report: ready() });
      element.remove();
    });
    expect(leaks.listeners).to.deep.equal([]);
  });

  for (const [what, given] of hostile) {
    it(`stands ${what} for a report`, async () => {
      const complain = console.error;
      console.error = () => {};
      try {
        const element = await shown({ report: given as Playbook['report'] });
        expect(textOf(element))
          .to.match(/\S/)
          .and.not.match(/NaN|undefined|\[object/);
      } finally {
        console.error = complain;
      }
    });
  }

  it('draws something honest of whatever playbooks and ticks it is given', async () => {
    const element = await shown({});
    const odd = fc.oneof(fc.double(), fc.string(), fc.constant(null), fc.array(fc.anything()), fc.object());
    const list = fc.record({ id: odd, label: odd, steps: odd, because: odd, follow: odd }, { requiredKeys: [] });
    const step = fc.record({ playbook: odd, step: odd, at: odd }, { requiredKeys: [] });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(list, odd)),
        fc.oneof(fc.array(fc.oneof(step, odd)), odd),
        async (lists, done) => {
          // As a page would hand over what it never checked.
          element.report = { playbooks: lists } as Playbook['report'];
          element.done = done as Playbook['done'];
          await element.updateComplete;
          expect(element.shadowRoot?.querySelector('[part~="headline"]')?.textContent).to.match(/\S/);
          expect(isIn(element, 'error')).to.equal(false);
        },
      ),
      { seed: 7, numRuns: 100, interruptAfterTimeLimit: 20_000 },
    );
  });
});
