import '@hale/widgets/define/portfolio.js';
import '@hale/widgets/define/scatter.js';
import '@hale/widgets/define/segment-bars.js';
import '@hale/widgets/define';
import { expect } from 'chai';

/** What is said of attributes while `act` runs. */
async function warned(act: () => Element): Promise<string[]> {
  const said: string[] = [];
  const { warn } = console;
  console.warn = (message: unknown) => said.push(String(message));
  try {
    const element = act();
    document.body.append(element);
    await new Promise(requestAnimationFrame);
    element.remove();
  } finally {
    console.warn = warn;
  }
  return said.filter((message) => !message.includes('label='));
}

const made = (tag: string, given: Readonly<Record<string, string>>) => () => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
  return element;
};

const date = 'must be a date such as 2026-01-05';
const days = 'must be a number from 1 to 3660';
const points = 'must be a number from -100 to 100';
const figure = 'must be score or seat-use or seats or active-users or value or coverage or change';
const odd: readonly [tag: string, attribute: string, value: string, told: string][] = [
  ['hale-gauge', 'coverage', '92', 'coverage of <hale-gauge> must be a number from 0 to 1 (given 92).'],
  ['hale-gauge', 'change', 'up', `change of <hale-gauge> ${points} (given NaN).`],
  ['hale-gauge', 'days', '0', `days of <hale-gauge> ${days} (given 0).`],
  ['hale-gauge', 'as-of', 'soon', `asOf of <hale-gauge> ${date} (given soon).`],
  ['hale-gauge', 'layout', 'column', 'layout of <hale-gauge> must be auto or row (given column).'],
  ['hale-status', 'coverage', '-1', 'coverage of <hale-status> must be a number from 0 to 1 (given -1).'],
  ['hale-status', 'as-of', '2026-02-30', `asOf of <hale-status> ${date} (given 2026-02-30).`],
  ['hale-status', 'show', 'all', 'show of <hale-status> must be score or word or change (given all).'],
  ['hale-status', 'layout', 'row', 'layout of <hale-status> must be pill or plain or glyph (given row).'],
  ['hale-trend-line', 'days', 'x', 'days of <hale-trend-line> must be a number from 0 to 3660 (given NaN).'],
  ['hale-trend-line', 'layout', 'x', 'layout of <hale-trend-line> must be auto or row (given x).'],
  ['hale-activity-dots', 'max', '0', 'max of <hale-activity-dots> must be a number from 1 on (given 0).'],
  ['hale-activity-dots', 'start', '2026-13-01', `start of <hale-activity-dots> ${date} (given 2026-13-01).`],
  ['hale-heat-map', 'max', '-1', 'max of <hale-heat-map> must be a number from 1 on (given -1).'],
  ['hale-risk-flags', 'max', '-1', 'max of <hale-risk-flags> must be a number from 0 on (given -1).'],
  ['hale-risk-flags', 'effect', 'risks', 'effect of <hale-risk-flags> must be risk or growth or all (given risks).'],
  ['hale-risk-flags', 'layout', 'x', 'layout of <hale-risk-flags> must be auto or row (given x).'],
  ['hale-segment-bars', 'measure', 'x', 'measure of <hale-segment-bars> must be count or share (given x).'],
  ['hale-scatter', 'x', 'usage', `x of <hale-scatter> ${figure} (given usage).`],
  ['hale-scatter', 'y', 'health', `y of <hale-scatter> ${figure} (given health).`],
  ['hale-provider', 'density', 'dense', 'density of <hale-provider> must be compact or comfortable (given dense).'],
  [
    'hale-portfolio',
    'sort',
    '-trend',
    'sort of <hale-portfolio> must be account or health or change or flags or growth or seats or value or renewal or coverage, or one of these after - (given -trend).',
  ],
  [
    'hale-portfolio',
    'columns',
    'health arr',
    'columns of <hale-portfolio> must be names of account health trend change flags growth seats value renewal coverage (given health arr).',
  ],
  ['hale-breakdown', 'time-zone', 'Mars/Olympus', 'there is no time zone Mars/Olympus: dates are in UTC.'],
];

describe('an attribute that says nothing of use', () => {
  for (const [tag, attribute, value, told] of odd) {
    it(`is told of, once: <${tag} ${attribute}="${value}">`, async () => {
      const act = made(tag, { [attribute]: value });
      expect(await warned(act)).to.deep.equal([`hale: ${told}`]);
      expect(await warned(act)).to.deep.equal([]);
    });
  }

  it('is none where it is empty, taken back, or as it is documented', async () => {
    const fine: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      'hale-gauge': {
        score: '72',
        coverage: '',
        change: '-3',
        days: '28',
        'as-of': '2026-11-14T09:00:00Z',
        layout: 'row',
      },
      'hale-status': { score: '72', coverage: '1', 'as-of': '2026-11-14', show: 'word', layout: 'glyph' },
      'hale-portfolio': { sort: '-renewal', columns: ' health,trend  renewal,' },
      'hale-risk-flags': { max: '0', effect: 'all', 'time-zone': 'Asia/Kolkata' },
      'hale-activity-dots': { max: '500', start: '2024-02-29' },
      'hale-scatter': { x: 'value', y: 'change' },
    };
    for (const [tag, given] of Object.entries(fine)) {
      const act = () => {
        const element = made(tag, given)();
        for (const name of Object.keys(given)) {
          element.removeAttribute(name);
          element.setAttribute(name, given[name] ?? '');
        }
        return element;
      };
      expect(await warned(act), tag).to.deep.equal([]);
    }
  });

  const lists: readonly [tag: string, name: string, value: unknown, told: string][] = [
    [
      'hale-gauge',
      'tiers',
      [{ label: 'Poor', min: 0 }],
      'tiers of <hale-gauge> must be a list of { from, label } with from 0 to 100 (given a list of { label, min }).',
    ],
    [
      'hale-trend-line',
      'points',
      [{ date: '2026-01-05', score: 62 }],
      'points of <hale-trend-line> must be a list of { at, score } with a date and 0 to 100, or null (given a list of { date, score }).',
    ],
    [
      'hale-activity-dots',
      'rows',
      [{ label: 'Dana', values: [1] }],
      'rows of <hale-activity-dots> must be a list of { label, counts } (given a list of { label, values }).',
    ],
    [
      'hale-risk-flags',
      'signals',
      { 0: 'x' },
      'signals of <hale-risk-flags> must be a list of { label, severity, effect } (given { 0 }).',
    ],
    [
      'hale-playbook',
      'steps',
      [{ text: 'Call' }],
      'steps of <hale-playbook> must be a list of texts (given a list of { text }).',
    ],
    [
      'hale-playbook',
      'done',
      [0, 1],
      'done of <hale-playbook> must be a list of { playbook, step } (given a list of 0).',
    ],
    [
      'hale-heat-map',
      'grid',
      [],
      'grid of <hale-heat-map> must be { columns, rows }, as hale.grid/1 has them (given an empty list).',
    ],
  ];
  for (const [tag, name, value, told] of lists) {
    it(`is told of, once, as is ${name} of <${tag}> in a shape of its own`, async () => {
      const act = () => Object.assign(made(tag, {})(), { [name]: value });
      expect(await warned(act)).to.deep.equal([`hale: ${told}`]);
      expect(await warned(act)).to.deep.equal([]);
    });
  }

  it('is none where lists are as they are documented, empty, or taken back', async () => {
    const fine: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
      'hale-gauge': { score: 50, tiers: [{ id: 'low', label: 'Low', from: 0, tone: 'at-risk' }] },
      'hale-trend-line': {
        points: [
          { at: '2026-01-05', score: 62 },
          { at: new Date(0), score: null },
          { at: 1e12, score: 100, version: '2' },
        ],
      },
      'hale-activity-dots': { start: '2026-01-05', rows: [{ label: 'Dana', counts: [1, null, 0] }] },
      'hale-risk-flags': { signals: [{ label: 'x' }, { id: 'y', severity: 'critical' }] },
      'hale-playbook': { steps: ['Call'], done: [{ step: 0 }, { playbook: 'x', step: 1, done: false }] },
      'hale-heat-map': { grid: { schema: 'hale.grid/1', columns: [], rows: [] } },
    };
    for (const [tag, given] of Object.entries(fine)) {
      const act = () => {
        const element = Object.assign(made(tag, {})(), given);
        for (const [name, value] of Object.entries(given))
          if (Array.isArray(value)) Object.assign(element, { [name]: [] });
        return Object.assign(element, given);
      };
      expect(await warned(act), tag).to.deep.equal([]);
    }
  });

  it('is told of once for each property, whatever else is set', async () => {
    const act = (layout: string) => made('hale-trend-line', { layout });
    expect(await warned(act('one'))).to.deep.equal([]);
    expect(await warned(act('another'))).to.deep.equal([]);
  });

  it('is none where a number is set as text, as frameworks do with what is written as an attribute', async () => {
    const given = { score: '72', coverage: '0.3', change: '-4', days: '' };
    const element = Object.assign(made('hale-gauge', { label: 'Acme' })(), given);
    expect(await warned(() => element)).to.deep.equal([]);
    const { score, coverage, change, days } = element as Partial<Record<keyof typeof given, unknown>>;
    expect([score, coverage, change, days]).to.deep.equal([72, 0.3, -4, null]);
    for (const max of [Infinity, 3]) {
      expect(await warned(() => Object.assign(made('hale-heat-map', {})(), { max }))).to.deep.equal([]);
    }
  });

  it('does not keep the rest from being drawn, whatever is set as a property', async () => {
    const hostile = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('hostile');
        },
      },
    );
    for (const value of [Symbol('x'), hostile, 10n, () => {}, Number.NaN, [[]]]) {
      const odd = { layout: value, coverage: value, asOf: value, tiers: value, timeZone: 5 };
      const element = Object.assign(made('hale-status', { score: '72', label: 'Acme' })(), odd);
      await warned(() => element);
      expect(element.shadowRoot?.textContent, String(typeof value)).to.include('72');
    }
  });
});
