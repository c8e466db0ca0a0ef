import { listed } from './accounts.ts';
import { skilled } from './backtests.ts';
import { fourWeeksBefore } from './change.ts';
import { grid } from './grids.ts';
import { portfolio } from './portfolios.ts';
import { ready } from './reports.ts';
import { type ReportElement, states } from './states.ts';
import { viewOf } from './view.ts';
import { before } from './weeks.ts';

/** A way to bring a widget into a state: the state's name, and what to do with a new element. */
export type Entry = readonly [state: string, enter: (element: HTMLElement) => void];

const given =
  (properties: object): Entry[1] =>
  (element) => {
    Object.assign(element, properties);
  };

/** Those of widgets that show a document of their own. */
const documents = (property: string, made: object): readonly Entry[] => [
  ['idle', given({})],
  ['ready', given({ [property]: made })],
  ['error', given({ [property]: { schema: 'another' } })],
];

/** Widgets whose states are not those of one report. */
const own: Readonly<Record<string, readonly Entry[]>> = {
  'hale-backtest': documents('report', skilled()),
  'hale-portfolio': [...documents('portfolio', listed(5)), ['empty', given({ portfolio: listed(0) })]],
  'hale-scatter': documents('portfolio', listed(40)),
  'hale-segment-bars': [
    ...documents('portfolio', portfolio()),
    ['empty', given({ portfolio: portfolio({ segments: [] }) })],
  ],
};

const features = ['Order entry', 'Dispatch board', 'Exports', 'Route planning', 'Returns'];

/** A report that tells of features, too: the first is used most, the last not at all. */
export const withFeatures = () => {
  const report = ready();
  const rows = features.map((label, place) => ({
    id: label,
    label,
    counts: Array.from({ length: 28 }, (_, day) => (4 - place) * (9 - Math.floor(day / 7))),
  }));
  const grids = [{ by: 'feature', label: 'Features', rows, more: 0 }];
  return { ...report, activity: { start: before(28).slice(0, 10), days: 28, grids } };
};

const earlier = fourWeeksBefore();

/** What the vendor's records say of Averlund Freight. */
export const records = { renewal: '2027-01-31', seats: 60, activeUsers: 41, yearlyValue: 84_000, currency: 'EUR' };

/** What a widget shows besides those of one report. */
const more: Readonly<Record<string, readonly Entry[]>> = {
  'hale-heat-map': [['a grid', given({ grid: grid() })]],
  'hale-role-view': [
    ['sales', given({ report: ready(), view: 'sales', facts: records })],
    ['sales, of no records', given({ report: ready(), view: 'sales' })],
    ['product', given({ report: withFeatures(), view: 'product' })],
    ['customer', given({ report: viewOf(), view: 'customer' })],
  ],
};

/** Every state of a widget by its tag; those of one report where it has none of its own. */
export function statesOf(tag: string): readonly Entry[] {
  if (tag === 'hale-provider') return [];
  const ofReports = states.map(([state, enter]): Entry => {
    const prepare = (element: HTMLElement) => {
      if (tag === 'hale-what-changed' && state !== 'idle') Object.assign(element, { earlier });
      enter(element as ReportElement);
    };
    return [state, prepare];
  });
  return own[tag] ?? [...ofReports, ['set by hand', given({ report: setByHand() })], ...(more[tag] ?? [])];
}

const setByHand = () => ({
  ...ready(),
  tier: 'healthy',
  override: {
    score: null,
    tier: 'healthy',
    reason: 'Contract signed',
    author: 'Mia',
    at: before(3),
    expires: null,
    computed: { score: 62, tier: 'watch' },
  },
});
