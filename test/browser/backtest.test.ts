import example from '@hale/core/examples/backtests/generated-company.json' with { type: 'json' };
import { parseBacktest } from '@hale/core/validation';
import { type Backtest, backtestMessages, setMessages } from '@hale/widgets';
import '@hale/widgets/languages/ar.js';
import '@hale/widgets/define/backtest.js';
import { expect } from 'chai';
import { nothingKnown, skilled, unskilled } from '../support/backtests.ts';
import { leaksOf } from '../support/leaks.ts';
import { isIn, mount, mountElement, part, settled, textOf, unmountAll } from '../support/mount.ts';
import { savedBy } from '../support/reading.ts';

async function shown(report: Backtest['report'], width = 960): Promise<Backtest> {
  const element = document.createElement('hale-backtest');
  element.report = report;
  return mountElement(element, width);
}

const all = <T extends Element = HTMLElement>(element: Element, selector: string) => [
  ...(element.shadowRoot?.querySelectorAll<T>(selector) ?? []),
];

const plotOf = (element: Element, name: string) => {
  const [plot] = all(element, `[part="${name}"] [part~="plot"]`);
  if (!plot) throw new Error(`There is no plot of ${name}.`);
  return plot;
};

async function press(element: Element, name: string, key: string): Promise<void> {
  plotOf(element, name).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await settled(element);
}

const sentenceOf = (element: Element, name: string) => all(element, `[part="${name}"] .said`)[0]?.textContent?.trim();

describe('<hale-backtest>', () => {
  const { fetch } = globalThis;
  afterEach(() => {
    unmountAll();
    globalThis.fetch = fetch;
    Object.assign(document.documentElement, { lang: 'en', dir: '' });
  });

  it('is tested with backtests that are such', () => {
    for (const report of [skilled(), unskilled(), nothingKnown()]) expect(parseBacktest(report)).to.deep.equal(report);
  });

  it('says the verdict first', async () => {
    const element = await shown(skilled());
    expect(isIn(element, 'ready')).to.equal(true);
    expect(textOf(element)).to.match(/^Lanewright: who left within 90 days Skill: AUC 0\.76/);
  });

  it('says plainly that there is no useful skill, at every width', async () => {
    for (const width of [120, 320, 640, 1200]) {
      const element = await shown(unskilled(), width);
      expect(part(element, 'headline').textContent?.trim(), `${width} px`).to.match(/^No useful skill: AUC 0\.52/);
      unmountAll();
    }
  });

  it('says in plain words how often it was wrong, and which way', async () => {
    const calls = textOf(await shown(skilled()));
    expect(calls).to.include('Wrong 37 of 300 times (12%): 28 false alarms, 9 missed');
    expect(calls).to.include('Of 40 accounts it warned of, 12 left and 28 stayed.');
    expect(calls).to.include('Of 260 accounts it did not warn of, 9 left all the same.');
    expect(calls).to.include('To warn of nobody would be wrong 21 times (7%): less often than these warnings.');
  });

  it('says what would have come of warning below another score, but not where that would have warned of nobody', async () => {
    const [table] = all(await shown(skilled()), '.lines');
    const cells = (row: Element) => [...row.children].map((cell) => cell.textContent.trim());
    expect([...(table?.querySelectorAll('tbody tr') ?? [])].map(cells)).to.deep.equal([
      ['40, as today', '12 of 40', '28 of 279', '9 of 21'],
      ['60', '18 of 88', '70 of 279', '3 of 21'],
    ]);
  });

  it('speaks of times where each account was looked at more than once', async () => {
    const report = skilled();
    const horizons = report.horizons.map((one) => ({ ...one, test: { ...one.test, accounts: 120, outcomes: 9 } }));
    const element = await shown({ ...report, horizons });
    expect(textOf(element)).to.include(
      '300 scores of 120 accounts looked at again. 9 of the accounts left; 21 of the scores came within 90 days before, and each of them counts.',
    );
    expect(textOf(element)).to.include('Of 40 times it warned, the account left 12 times and stayed 28 times.');
  });

  it('says for whom it is wrong, and what to do about the weights', async () => {
    const element = await shown(skilled());
    expect(sentenceOf(element, 'whom')).to.equal(
      'Most often in the stage Onboarding: 15 of 59 times (25%), 12 false alarms, 3 missed',
    );
    expect(textOf(part(element, 'whom'))).to.match(/Enterprise\s+3 of 65\s+2 of 62\s+1 of 3\s+too few to tell/);
    expect(sentenceOf(element, 'weights')).to.match(/^Keep today’s weights/);
    expect(textOf(part(element, 'weights'))).to.match(/Service\s+20\s+11\.2\s+2 to 24\s+no/);
  });

  it('says what its AUC means, and what there is to suspect of what is checked', async () => {
    const report = skilled();
    const caution = { code: 'suspicious-auc', severity: 'warn', sentence: 'Look for a feature that knows.' } as const;
    for (const { predictors } of report.horizons) for (const one of predictors) one.cautions = [caution];
    const element = await shown(report);
    expect(textOf(element)).to.include(
      'Of two accounts, one that left and one that stayed, it tells which is which 76 times in 100.',
    );
    const cautions = [...part(element, 'cautions').querySelectorAll('li')].map((one) => one.textContent?.trim());
    const labels = (report.horizons.at(-1)?.predictors ?? []).map(({ label }) => label);
    expect(cautions)
      .to.have.length(2)
      .and.to.include(`${labels.join(', ')}: Look for a feature that knows.`);
  });

  it('says which features what was learned goes by, in words', async () => {
    const report = example as Backtest['report'];
    expect(textOf(part(await shown(report), 'beside'))).to.include(
      'Logistic regression goes by these, the heaviest first: low days to renewal, low share of seats in use, low active days of 28.',
    );
  });

  it('says that no weights would help where no dimension tells anything, and of which scores it counts', async () => {
    const report = skilled();
    const { weights } = report;
    const proposal = weights?.proposal;
    if (!weights || !proposal) throw new Error('There are no weights.');
    const counted = textOf(part(await shown(report), 'weights'));
    expect(counted).to.match(/With those weights, of all [\d,]+ scores, those learned from too: /);
    expect(counted).not.to.include('no weights would help');
    const hopeless = { ...proposal, weights: proposal.weights.map((one) => ({ ...one, hasValue: false })) };
    const element = await shown({ ...report, weights: { ...weights, proposal: hopeless } });
    expect(textOf(part(element, 'weights'))).to.include(
      'No dimension by itself tells who left better than guessing: no weights would help. Look for other measures.',
    );
  });

  it('shows another distance ahead when it is chosen', async () => {
    const element = await shown(skilled());
    const choices = all<HTMLInputElement>(element, 'input[type="radio"]');
    expect(choices.map(({ checked }) => checked)).to.deep.equal([false, false, true]);
    choices[0]?.click();
    await settled(element);
    expect(part(element, 'label').textContent).to.include('within 30 days');
    expect(part(element, 'headline').textContent).to.include('AUC 0.79');
  });

  it('reads each plot by keyboard, and sums it up when nothing is read', async () => {
    const element = await shown(skilled());
    const before = ['curve', 'bands', 'lift'].map((name) => sentenceOf(element, name));
    expect(before).to.deep.equal([
      'Warned of 57% of those that left, and 10% of those that stayed',
      'Said 13% on average; 13% left',
      'The riskiest 10% hold 3.2 times as many as chance would',
    ]);
    await press(element, 'curve', 'Home');
    await press(element, 'curve', 'ArrowRight');
    expect(sentenceOf(element, 'curve')).to.match(
      /^To warn of 39% of those that left, warn of 5% of those that stayed$/,
    );
    expect(plotOf(element, 'curve').getAttribute('aria-valuetext')).to.equal(sentenceOf(element, 'curve'));
    await press(element, 'bands', 'Home');
    expect(sentenceOf(element, 'bands')).to.equal('Said 4%: 6 of 143 left, 4%');
    await press(element, 'lift', 'Home');
    expect(sentenceOf(element, 'lift')).to.match(/^Riskiest 5%: 3\.4 times as many as chance, 17% of all that left$/);
    for (const name of ['curve', 'bands', 'lift']) await press(element, name, 'Escape');
    expect(['curve', 'bands', 'lift'].map((name) => sentenceOf(element, name))).to.deep.equal(before);
  });

  it('has a table behind each plot, with as much in it, and saves it', async () => {
    const element = await shown(skilled());
    for (const toggle of all(element, '[part="table-toggle"]')) toggle.click();
    await settled(element);
    expect(all(element, '[part="table"]').map((table) => table.querySelectorAll('tbody tr').length)).to.deep.equal([
      21, 5, 5,
    ]);
    const [, download] = all(element, '[part="download"]');
    const { name, text } = await savedBy(download as HTMLElement);
    expect(name).to.equal('Whether-its-probabilities-hold.csv');
    expect(text.split('\r\n')[1]).to.match(/^0\.04,143,6,0\.0419/);
  });

  it('stands at the start of the line in a page from right to left, figures in their own order', async () => {
    document.documentElement.dir = 'rtl';
    const element = await shown(skilled());
    const [bar] = all<SVGElement>(element, '.calls .bar');
    const box = element.getBoundingClientRect();
    expect(bar?.getBoundingClientRect().right).to.be.closeTo(box.right, 1);
    expect(all(element, 'td.figure > bdi').length).to.be.greaterThan(0);
  });

  it('is English as a whole, from left to right, where it has no words in the language of the page', async () => {
    const { documentElement } = document;
    Object.assign(documentElement, { lang: 'ar', dir: 'rtl' });
    const element = await shown(skilled());
    const [bar] = all<SVGElement>(element, '.calls .bar');
    const base = part(element, 'base');
    expect([base.lang, base.dir]).to.deep.equal(['en', 'ltr']);
    expect(bar?.getBoundingClientRect().left).to.be.closeTo(element.getBoundingClientRect().left, 1);
    expect(textOf(element))
      .to.match(/Scores from \d+ \w+/)
      .and.not.match(/\p{Script=Arabic}/u);
    setMessages('ar', backtestMessages, { untitled: 'اختبار', yes: 'نعم' });
    await settled(element);
    expect([base.lang, base.dir]).to.deep.equal(['', '']);
    expect(textOf(element)).to.match(/\p{Script=Arabic}/u);
  });

  for (const width of [120, 240, 284, 320, 480, 640, 900, 1200]) {
    it(`keeps within ${width} px`, async () => {
      const { horizons, ...rest } = parseBacktest(example);
      const many = { truePositives: 1234, falsePositives: 5678, falseNegatives: 1234, trueNegatives: 5678 };
      const others = [20, 60, 80].map((score) => ({ score, ...many }));
      const predictors = (all: (typeof horizons)[number]['predictors']) =>
        all.map((one) => ({ ...one, threshold: { ...one.threshold, others } }));
      const widened = horizons.map((one) => ({ ...one, predictors: predictors(one.predictors) }));
      const element = await shown({ ...rest, horizons: widened }, width);
      const wide = all(element, '*').filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        const { left: start, right: end } = element.getBoundingClientRect();
        return right - left > 0 && (left < start - 1 || right > end + 1) && !one.closest('.unseen, [part="table"]');
      });
      expect(wide.map((one) => `${one.localName}.${one.getAttribute('class')}`)).to.deep.equal([]);
    });
  }

  it('says in words that it is idle, loading, empty or in error, and why', async () => {
    expect(textOf(await mount('<hale-backtest></hale-backtest>'))).to.equal('Backtest Not connected');
    globalThis.fetch = () => new Promise(() => {});
    const loading = await mount('<hale-backtest src="/backtest"></hale-backtest>');
    expect([isIn(loading, 'loading'), textOf(loading)]).to.deep.equal([true, 'Backtest Loading']);
    const empty = await shown(nothingKnown());
    expect(isIn(empty, 'empty')).to.equal(true);
    expect(textOf(empty)).to.include('No backtest No useful skill can be shown: there are no rows to measure on.');
    const wrong = await shown({ schema: 'hale.report/1' } as unknown as Backtest['report']);
    expect(isIn(wrong, 'error')).to.equal(true);
    expect(textOf(wrong)).to.include('this widget reads hale.backtest/1.');
  });

  it('takes a backtest from an address, without cookies, and tries again when asked', async () => {
    const asked: RequestInit[] = [];
    let status = 503;
    globalThis.fetch = (_, init) => {
      asked.push(init ?? {});
      return Promise.resolve(new Response(JSON.stringify(skilled()), { status }));
    };
    let told = '';
    const listen = (event: HTMLElementEventMap['hale-error']) => {
      told = event.detail.error.message;
    };
    document.body.addEventListener('hale-error', listen);
    const element = await mount('<hale-backtest src="/v1/backtest"></hale-backtest>');
    await settled(element);
    expect(textOf(element)).to.include('Could not load The server answered 503. Try again');
    expect(told).to.equal('The server answered 503.');
    status = 200;
    part(element, 'retry').click();
    await settled(element);
    await settled(element);
    expect(isIn(element, 'ready')).to.equal(true);
    expect(asked.map(({ credentials }) => credentials)).to.deep.equal(['omit', 'omit']);
    document.body.removeEventListener('hale-error', listen);
  });

  it('sends the token that its page gets, and once more a new one where that is refused; asks no more after', async () => {
    const sent: (string | null)[] = [];
    globalThis.fetch = (_, init) => {
      sent.push(new Headers(init?.headers).get('authorization'));
      const isGood = sent.at(-1) === 'Bearer second';
      return Promise.resolve(new Response(isGood ? JSON.stringify(skilled()) : '', { status: isGood ? 200 : 401 }));
    };
    const refused: (string | null)[] = [];
    const element = document.createElement('hale-backtest');
    const fetchToken = () => (token: string | null) => {
      refused.push(token);
      return token === null ? 'first' : 'second';
    };
    element.src = '/v1/backtest';
    element.fetchToken = fetchToken();
    await mountElement(element, 960);
    await settled(element);
    expect(isIn(element, 'ready'), textOf(element)).to.equal(true);
    element.fetchToken = fetchToken();
    await settled(element);
    expect([sent, refused]).to.deep.equal([
      ['Bearer first', 'Bearer second'],
      [null, 'first'],
    ]);
    const without = document.createElement('hale-backtest');
    without.src = '/v1/backtest';
    without.fetchToken = () => Promise.reject(new Error('secret'));
    await mountElement(without, 960);
    await settled(without);
    expect(textOf(without)).to.include('There is no connection to the server.').and.not.include('secret');
    expect(sent).to.have.length(2);
  });

  it('does not ask at addresses that are no web addresses', async () => {
    let asked = 0;
    globalThis.fetch = () => {
      asked++;
      return Promise.resolve(new Response(JSON.stringify(skilled())));
    };
    const element = await mount('<hale-backtest src="data:application/json,{}"></hale-backtest>');
    await settled(element);
    expect([asked, isIn(element, 'error')]).to.deep.equal([0, true]);
  });

  it('takes a backtest from JSON written inside of it, also later', async () => {
    const element = await mount('<hale-backtest></hale-backtest>', 960);
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = JSON.stringify(unskilled());
    element.append(script);
    await settled(element);
    expect(part(element, 'headline').textContent?.trim()).to.match(/^No useful skill/);
  });

  it('draws something honest of a backtest that is wrong in every part', async () => {
    const report = skilled();
    const [own] = report.horizons;
    const broken = [
      { schema: 'hale.backtest/1', horizons: 'none' },
      { ...report, horizons: [null, 3, { days: 90 }, { days: 30, test: { rows: 4 }, predictors: [null, {}] }] },
      { ...report, weights: { advice: 5, proposal: { weights: [{}] } }, feedback: [] },
      {
        ...report,
        horizons: [{ ...own, predictors: [{ roc: [{ falsePositiveRate: Number.NaN }], lift: [{ share: 2 }] }] }],
      },
    ];
    for (const one of broken) {
      const element = await shown(one as unknown as Backtest['report']);
      expect(textOf(element)).to.not.match(/NaN|undefined|\[object|Infinity/);
    }
  });

  it('leaves nothing behind when it is taken out', async () => {
    globalThis.fetch = () => new Promise(() => {});
    const leaks = await leaksOf(async () => {
      const element = document.createElement('hale-backtest');
      element.src = '/v1/backtest';
      await mountElement(element);
      element.remove();
    });
    expect(leaks).to.deep.equal({ listeners: [], observers: 0 });
  });
});
