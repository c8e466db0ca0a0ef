// Written by `npm run build` from the elements: change it there.
import type {
  ActivityDots,
  Backtest,
  Breakdown,
  Gauge,
  HeatMap,
  Playbook,
  Portfolio,
  Provider,
  RiskFlags,
  RoleView,
  Scatter,
  SegmentBars,
  Status,
  TrendLine,
  WhatChanged,
} from '@hale/widgets';

/** What `<hale-activity-dots>` is given. */
export interface ActivityDotsProperties {
  /** A report, or a customer's view, at hand. It goes before a source, which goes before `rows`. */
  report?: ActivityDots['report'] | undefined;
  /** A source of this widget's own. */
  source?: ActivityDots['source'] | undefined;
  /** Id of the account to show, with a source of one's own or of `<hale-provider>`. */
  account?: ActivityDots['account'] | undefined;
  /** In which the report's date is written: an IANA name, `UTC` by default. The days themselves are UTC. */
  timeZone?: ActivityDots['timeZone'] | undefined;
  /** In which the report's date is written: an IANA name, `UTC` by default. The days themselves are UTC. */
  'time-zone'?: ActivityDots['timeZone'] | undefined;
  /** What the dots are of; "Activity" where absent. */
  label?: ActivityDots['label'] | undefined;
  /**
   * Which grid of the report is shown, by what its rows are told apart by: `user`, `feature`, `team`; the first by
   * default.
   */
  by?: ActivityDots['by'] | undefined;
  /** Rows drawn at most, 15 by default; the table has them all. */
  max?: ActivityDots['max'] | undefined;
  /** Rows without a report; they need a `start`. */
  rows?: ActivityDots['rows'] | undefined;
  /** The first day of `rows`: `2026-01-05`. */
  start?: ActivityDots['start'] | undefined;
}

/** What `<hale-activity-dots>` tells. */
export interface ActivityDotsEvents {
  /** Another report is shown. */
  'hale-report': HTMLElementEventMap['hale-report'];
  /** A report did not come, or cannot be read. */
  'hale-error': HTMLElementEventMap['hale-error'];
}

/** What `<hale-backtest>` is given. */
export interface BacktestProperties {
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: Backtest['timeZone'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  'time-zone'?: Backtest['timeZone'] | undefined;
  /**
   * A backtest at hand, as `runBacktest` of `@hale/core/validation` gives it. It goes before `src`, which goes before
   * JSON in a `<script type="application/json">` inside.
   */
  report?: Backtest['report'] | undefined;
  /**
   * Gets a token from the host's own server, to be sent to `src`: asked once, and once more where the token is refused.
   */
  fetchToken?: Backtest['fetchToken'] | undefined;
  /** The address of a backtest as JSON, asked for once and without cookies. */
  src?: Backtest['src'] | undefined;
  /** What was checked; the backtest's own title where absent. */
  label?: Backtest['label'] | undefined;
}

/** What `<hale-backtest>` tells. */
export interface BacktestEvents {
  /** A backtest did not come, or cannot be read. */
  'hale-error': HTMLElementEventMap['hale-error'];
}

/** What `<hale-breakdown>` is given. */
export interface BreakdownProperties {
  /** A report, or a customer's view, at hand. It goes before a source. */
  report?: Breakdown['report'] | undefined;
  /** A source of this widget's own. */
  source?: Breakdown['source'] | undefined;
  /** Id of the account to show, with a source of one's own or of `<hale-provider>`. */
  account?: Breakdown['account'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: Breakdown['timeZone'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  'time-zone'?: Breakdown['timeZone'] | undefined;
  /** What the ledger is called; "Why 62" where absent. */
  label?: Breakdown['label'] | undefined;
}

/** What `<hale-breakdown>` tells. */
export interface BreakdownEvents {
  /** Another report is shown. */
  'hale-report': HTMLElementEventMap['hale-report'];
  /** A report did not come, or cannot be read. */
  'hale-error': HTMLElementEventMap['hale-error'];
}

/** What `<hale-gauge>` is given. */
export interface GaugeProperties {
  /** A report, or a customer's view, at hand. It goes before a source, which goes before attributes. */
  report?: Gauge['report'] | undefined;
  /** A source of this gauge's own. */
  source?: Gauge['source'] | undefined;
  /** Id of the account to show, with a source of one's own or of `<hale-provider>`. */
  account?: Gauge['account'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: Gauge['timeZone'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  'time-zone'?: Gauge['timeZone'] | undefined;
  /** Whose score: shown above the dial, and spoken. The report's account where absent. */
  label?: Gauge['label'] | undefined;
  /** 0–100, for a gauge without a report. Absent or empty is no score, never 0. */
  score?: Gauge['score'] | undefined;
  /** Id or label of the tier; by default the one the score falls in. */
  tier?: Gauge['tier'] | undefined;
  /** The scale, worst first; at risk, watch from 40, healthy from 70 by default. */
  tiers?: Gauge['tiers'] | undefined;
  /** Points gained or lost over `days`. */
  change?: Gauge['change'] | undefined;
  /** What `change` looks back over; 28 by default. */
  days?: Gauge['days'] | undefined;
  /** Share observed, 0–1. */
  coverage?: Gauge['coverage'] | undefined;
  /** When the score is of: `2026-11-14T09:00:00Z`. */
  asOf?: Gauge['asOf'] | undefined;
  /** When the score is of: `2026-11-14T09:00:00Z`. */
  'as-of'?: Gauge['asOf'] | undefined;
  /** `row` lays the scale down at any width, as for a table; by default below 96 px only. */
  layout?: Gauge['layout'] | undefined;
}

/** What `<hale-gauge>` tells. */
export interface GaugeEvents {
  /** Another report is shown. */
  'hale-report': HTMLElementEventMap['hale-report'];
  /** A report did not come, or cannot be read. */
  'hale-error': HTMLElementEventMap['hale-error'];
}

/** What `<hale-heat-map>` is given. */
export interface HeatMapProperties {
  /** A report, or a customer's view, at hand. It goes before a source, which goes before `grid`. */
  report?: HeatMap['report'] | undefined;
  /** A source of this widget's own. */
  source?: HeatMap['source'] | undefined;
  /** Id of the account to show, with a source of one's own or of `<hale-provider>`. */
  account?: HeatMap['account'] | undefined;
  /** In which the report's date is written: an IANA name, `UTC` by default. The weeks themselves are UTC. */
  timeZone?: HeatMap['timeZone'] | undefined;
  /** In which the report's date is written: an IANA name, `UTC` by default. The weeks themselves are UTC. */
  'time-zone'?: HeatMap['timeZone'] | undefined;
  /** What the figures are; "Feature use" where absent. */
  label?: HeatMap['label'] | undefined;
  /** Which activity of the report is shown by weeks, by what its rows are told apart by; `feature` by default. */
  by?: HeatMap['by'] | undefined;
  /** Rows drawn at most, 15 by default; the table has them all. */
  max?: HeatMap['max'] | undefined;
  /** Figures of one's own, by teams, segments or anything else: `hale.grid/1`, see `parseGrid` of `@hale/core`. */
  grid?: HeatMap['grid'] | undefined;
}

/** What `<hale-heat-map>` tells. */
export interface HeatMapEvents {
  /** Another report is shown. */
  'hale-report': HTMLElementEventMap['hale-report'];
  /** A report did not come, or cannot be read. */
  'hale-error': HTMLElementEventMap['hale-error'];
}

/** What `<hale-playbook>` is given. */
export interface PlaybookProperties {
  /** A report at hand; a customer's view has no playbooks. It goes before a source, which goes before `steps`. */
  report?: Playbook['report'] | undefined;
  /** A source of this widget's own. */
  source?: Playbook['source'] | undefined;
  /** Id of the account to show, with a source of one's own or of `<hale-provider>`. */
  account?: Playbook['account'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: Playbook['timeZone'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  'time-zone'?: Playbook['timeZone'] | undefined;
  /** Id of the one playbook to show; by default the first in full, and the others folded. */
  playbook?: Playbook['playbook'] | undefined;
  /** What the steps are called; the playbook's own name where absent. */
  label?: Playbook['label'] | undefined;
  /** Steps without a report. */
  steps?: Playbook['steps'] | undefined;
  /** Which steps are done, and when, as the page keeps them. Set anew, it goes before what was ticked since. */
  done?: Playbook['done'] | undefined;
}

/** What `<hale-playbook>` tells. */
export interface PlaybookEvents {
  /** A reader ticks a step, or takes the tick back. Unless prevented, it is shown so until `done` is set. */
  'hale-playbook-step': HTMLElementEventMap['hale-playbook-step'];
  /** Another report is shown. */
  'hale-report': HTMLElementEventMap['hale-report'];
  /** A report did not come, or cannot be read. */
  'hale-error': HTMLElementEventMap['hale-error'];
}

/** What `<hale-portfolio>` is given. */
export interface PortfolioProperties {
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: Portfolio['timeZone'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  'time-zone'?: Portfolio['timeZone'] | undefined;
  /**
   * A portfolio with its accounts at hand. It goes before `src`, which goes before JSON in a `<script
   * type="application/json">` inside.
   */
  portfolio?: Portfolio['portfolio'] | undefined;
  /**
   * Gets a token from the host's own server, to be sent to `src`: asked once, and once more where the token is refused.
   */
  fetchToken?: Portfolio['fetchToken'] | undefined;
  /** The address of a portfolio with its accounts as JSON, asked for once and without cookies. */
  src?: Portfolio['src'] | undefined;
  /** What the table is called; "Accounts" where absent. */
  label?: Portfolio['label'] | undefined;
  /** The address of an account's page, with `{id}` for its id: names are links to it then. */
  href?: Portfolio['href'] | undefined;
  /** Id of the account that is marked as chosen. */
  account?: Portfolio['account'] | undefined;
  /** Part of a name, by which rows are found. */
  search?: Portfolio['search'] | undefined;
  /** Id or label of the only tier shown; `none` for accounts without one. */
  tier?: Portfolio['tier'] | undefined;
  /** Id of the only segment shown; `none` for accounts in none. */
  segment?: Portfolio['segment'] | undefined;
  /**
   * Name of the column that orders the rows, with `-` before it where the greatest comes first; `health` by default.
   */
  sort?: Portfolio['sort'] | undefined;
  /**
   * Names of the columns shown, in one text: `account health trend change flags growth seats value renewal coverage`,
   * which are all.
   */
  columns?: Portfolio['columns'] | undefined;
}

/** What `<hale-portfolio>` tells. */
export interface PortfolioEvents {
  /** A reader has chosen an account. Unless prevented, it is marked, and its page opened where `href` names one. */
  'hale-account': HTMLElementEventMap['hale-account'];
  /** A reader has changed what is shown. */
  'hale-portfolio-view': HTMLElementEventMap['hale-portfolio-view'];
  /** A portfolio did not come, or cannot be read. */
  'hale-error': HTMLElementEventMap['hale-error'];
}

/** What `<hale-provider>` is given. */
export interface ProviderProperties {
  /** Where reports come from. */
  source?: Provider['source'] | undefined;
  /** How close the widgets inside set their rows: `compact` or `comfortable`; as around it when absent. */
  density?: Provider['density'] | undefined;
}

/** What `<hale-provider>` tells. */
export interface ProviderEvents {
  /** A widget inside shows another report; its event comes up through here. */
  'hale-report': HTMLElementEventMap['hale-report'];
  /** A widget inside has no report, or cannot read it. */
  'hale-error': HTMLElementEventMap['hale-error'];
}

/** What `<hale-risk-flags>` is given. */
export interface RiskFlagsProperties {
  /** A report at hand; a customer's view has no flags to show. It goes before a source, which goes before `signals`. */
  report?: RiskFlags['report'] | undefined;
  /** A source of this widget's own. */
  source?: RiskFlags['source'] | undefined;
  /** Id of the account to show, with a source of one's own or of `<hale-provider>`. */
  account?: RiskFlags['account'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: RiskFlags['timeZone'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  'time-zone'?: RiskFlags['timeZone'] | undefined;
  /** What the list is called; "Risk flags" or "Growth signals" where absent. */
  label?: RiskFlags['label'] | undefined;
  /** Which signals are shown; `risk` by default. */
  effect?: RiskFlags['effect'] | undefined;
  /** Signals shown until the reader asks for more; 40, which is the most, where absent. */
  max?: RiskFlags['max'] | undefined;
  /**
   * Signals without a report, as a report has them: each with a `label`, and `id`, `severity` (`low`, `medium` or
   * `high`; any other word counts as high), `effect` (`risk` or `growth`), `since`, `evidence` where there are any.
   */
  signals?: RiskFlags['signals'] | undefined;
  /** `row` shows the severest in one line and how many more there are, as for a table. */
  layout?: RiskFlags['layout'] | undefined;
}

/** What `<hale-risk-flags>` tells. */
export interface RiskFlagsEvents {
  /** A reader asks for a playbook. Unless prevented, its steps unfold in place. */
  'hale-playbook': HTMLElementEventMap['hale-playbook'];
  /** Another report is shown. */
  'hale-report': HTMLElementEventMap['hale-report'];
  /** A report did not come, or cannot be read. */
  'hale-error': HTMLElementEventMap['hale-error'];
}

/** What `<hale-role-view>` is given. */
export interface RoleViewProperties {
  /** A report, or a customer's view, at hand. It goes before a source. */
  report?: RoleView['report'] | undefined;
  /** A source of this widget's own. */
  source?: RoleView['source'] | undefined;
  /** Id of the account to show, with a source of one's own or of `<hale-provider>`. */
  account?: RoleView['account'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: RoleView['timeZone'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  'time-zone'?: RoleView['timeZone'] | undefined;
  /**
   * Who reads; `success` by default, and `customer`, which tells least, for a word that is none of these. `customer`
   * takes a customer's view alone, and refuses a report.
   */
  view?: RoleView['view'] | undefined;
  /** What the view is called; the reader's role where absent. */
  label?: RoleView['label'] | undefined;
  /**
   * What the vendor's records say, for `sales`: `{ renewal, seats, activeUsers, yearlyValue, currency }`, as
   * `listAccount` of `@hale/core` takes them.
   */
  facts?: RoleView['facts'] | undefined;
}

/** What `<hale-role-view>` tells. */
export interface RoleViewEvents {
  /** Another report is shown. */
  'hale-report': HTMLElementEventMap['hale-report'];
  /** A report did not come, or cannot be read. */
  'hale-error': HTMLElementEventMap['hale-error'];
}

/** What `<hale-scatter>` is given. */
export interface ScatterProperties {
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: Scatter['timeZone'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  'time-zone'?: Scatter['timeZone'] | undefined;
  /**
   * A portfolio with its accounts at hand. It goes before `src`, which goes before JSON in a `<script
   * type="application/json">` inside.
   */
  portfolio?: Scatter['portfolio'] | undefined;
  /**
   * Gets a token from the host's own server, to be sent to `src`: asked once, and once more where the token is refused.
   */
  fetchToken?: Scatter['fetchToken'] | undefined;
  /** The address of a portfolio with its accounts as JSON, asked for once and without cookies. */
  src?: Scatter['src'] | undefined;
  /** What is shown; the two figures and how many accounts where absent. */
  label?: Scatter['label'] | undefined;
  /** The figure that runs across; `seat-use` by default. */
  x?: Scatter['x'] | undefined;
  /** The figure that runs up; `score` by default. */
  y?: Scatter['y'] | undefined;
  /** Id of the account that is ringed and named. */
  subject?: Scatter['subject'] | undefined;
}

/** What `<hale-scatter>` tells. */
export interface ScatterEvents {
  /** A portfolio did not come, or cannot be read. */
  'hale-error': HTMLElementEventMap['hale-error'];
}

/** What `<hale-segment-bars>` is given. */
export interface SegmentBarsProperties {
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: SegmentBars['timeZone'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  'time-zone'?: SegmentBars['timeZone'] | undefined;
  /**
   * A counted portfolio at hand, as `countPortfolio` of `@hale/core` gives it. It goes before `src`, which goes before
   * JSON in a `<script type="application/json">` inside.
   */
  portfolio?: SegmentBars['portfolio'] | undefined;
  /**
   * Gets a token from the host's own server, to be sent to `src`: asked once, and once more where the token is refused.
   */
  fetchToken?: SegmentBars['fetchToken'] | undefined;
  /** The address of a counted portfolio as JSON, asked for once and without cookies. */
  src?: SegmentBars['src'] | undefined;
  /** What the bars are called; "Accounts by segment" where absent. */
  label?: SegmentBars['label'] | undefined;
  /** `share` has each bar be all of its segment, with percentages in it; `count` by default. */
  measure?: SegmentBars['measure'] | undefined;
}

/** What `<hale-segment-bars>` tells. */
export interface SegmentBarsEvents {
  /** A portfolio did not come, or cannot be read. */
  'hale-error': HTMLElementEventMap['hale-error'];
}

/** What `<hale-status>` is given. */
export interface StatusProperties {
  /** A report, or a customer's view, at hand. It goes before a source, which goes before attributes. */
  report?: Status['report'] | undefined;
  /** A source of this status' own. */
  source?: Status['source'] | undefined;
  /** Id of the account to show, with a source of one's own or of `<hale-provider>`. */
  account?: Status['account'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: Status['timeZone'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  'time-zone'?: Status['timeZone'] | undefined;
  /** Whose status: spoken, not shown. The report's account where absent. */
  label?: Status['label'] | undefined;
  /** 0–100, for a status without a report. Absent or empty is no score, never 0. */
  score?: Status['score'] | undefined;
  /** Id or label of the tier; by default the one the score falls in. */
  tier?: Status['tier'] | undefined;
  /** The scale, worst first; at risk, watch from 40, healthy from 70 by default. */
  tiers?: Status['tiers'] | undefined;
  /** Points gained or lost over `days`. */
  change?: Status['change'] | undefined;
  /** What `change` looks back over; 28 by default. */
  days?: Status['days'] | undefined;
  /** Share observed, 0–1. */
  coverage?: Status['coverage'] | undefined;
  /** When the score is of: `2026-11-14T09:00:00Z`. */
  asOf?: Status['asOf'] | undefined;
  /** When the score is of: `2026-11-14T09:00:00Z`. */
  'as-of'?: Status['asOf'] | undefined;
  /** The word alone, with the score, or with the score and its change; `score` by default. */
  show?: Status['show'] | undefined;
  /** `plain` has no ground, as for a table; `glyph` is the shape alone. `pill` by default. */
  layout?: Status['layout'] | undefined;
}

/** What `<hale-status>` tells. */
export interface StatusEvents {
  /** Another report is shown. */
  'hale-report': HTMLElementEventMap['hale-report'];
  /** A report did not come, or cannot be read. */
  'hale-error': HTMLElementEventMap['hale-error'];
}

/** What `<hale-trend-line>` is given. */
export interface TrendLineProperties {
  /** A report, or a customer's view, at hand. It goes before a source, which goes before attributes. */
  report?: TrendLine['report'] | undefined;
  /** A source of this widget's own. */
  source?: TrendLine['source'] | undefined;
  /** Id of the account to show, with a source of one's own or of `<hale-provider>`. */
  account?: TrendLine['account'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: TrendLine['timeZone'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  'time-zone'?: TrendLine['timeZone'] | undefined;
  /** What the line is of; "Health" where absent. */
  label?: TrendLine['label'] | undefined;
  /** A history without a report, in any order; before `scores`. */
  points?: TrendLine['points'] | undefined;
  /**
   * A history without a report, as text: `62 64 null 70`, or as JSON writes a list, oldest first. `null` or `-` is a
   * gap, never 0; so is anything else that is no score, of which the console tells.
   */
  scores?: TrendLine['scores'] | undefined;
  /** The date of the first of `scores`: `2026-01-05`. */
  start?: TrendLine['start'] | undefined;
  /** The time between `scores`: `12h`, `7d`, `1w`; a week by default. */
  step?: TrendLine['step'] | undefined;
  /** The scale of `scores` or `points`, worst first; at risk, watch from 40, healthy from 70 by default. */
  tiers?: TrendLine['tiers'] | undefined;
  /**
   * How many days back `scores` or `points` are compared with, 28 by default: with the score nearest to that day, at
   * most a quarter of the time off it, and what is said is how many days lie between the two.
   */
  days?: TrendLine['days'] | undefined;
  /** `row` draws the line alone, at any width, as for a table that says the rest elsewhere. */
  layout?: TrendLine['layout'] | undefined;
}

/** What `<hale-trend-line>` tells. */
export interface TrendLineEvents {
  /** Another report is shown. */
  'hale-report': HTMLElementEventMap['hale-report'];
  /** A report did not come, or cannot be read. */
  'hale-error': HTMLElementEventMap['hale-error'];
}

/** What `<hale-what-changed>` is given. */
export interface WhatChangedProperties {
  /** The later report, or customer's view. It goes before a source. */
  report?: WhatChanged['report'] | undefined;
  /** A source of the later report. */
  source?: WhatChanged['source'] | undefined;
  /** Id of the account to show, with a source of one's own or of `<hale-provider>`. */
  account?: WhatChanged['account'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  timeZone?: WhatChanged['timeZone'] | undefined;
  /** In which dates are written: an IANA name, `UTC` by default. */
  'time-zone'?: WhatChanged['timeZone'] | undefined;
  /** What it is called; "What changed" where absent. The two dates follow. */
  label?: WhatChanged['label'] | undefined;
  /** The earlier report, of the same account. */
  earlier?: WhatChanged['earlier'] | undefined;
}

/** What `<hale-what-changed>` tells. */
export interface WhatChangedEvents {
  /** Another report is shown. */
  'hale-report': HTMLElementEventMap['hale-report'];
  /** A report did not come, or cannot be read. */
  'hale-error': HTMLElementEventMap['hale-error'];
}

/** Every element by its tag. */
export interface HaleElements {
  /**
   * Who, or what, was active on which day: a dot a day, whose area grows with what was done, and who has gone quiet.
   * The container decides how many weeks are shown. Read by pointer, by keyboard, or as a table.
   */
  'hale-activity-dots': { element: ActivityDots; properties: ActivityDotsProperties; events: ActivityDotsEvents };
  /**
   * Whether a score told the truth: what it said of accounts on days gone by against what became of them. The verdict
   * first, then how often it was wrong, which way, for whom, and whether its weights should change.
   */
  'hale-backtest': { element: Backtest; properties: BacktestProperties; events: BacktestEvents };
  /**
   * What a score is made of: what each dimension and metric gave, of how much, in points that add up to the score; what
   * was not observed, and what became of its weight.
   */
  'hale-breakdown': { element: Breakdown; properties: BreakdownProperties; events: BreakdownEvents };
  /** The score of an account on its scale, with its tier, its change, and how much was seen. */
  'hale-gauge': { element: Gauge; properties: GaugeProperties; events: GaugeEvents };
  /**
   * How much each feature is used, by week, or by whatever a grid of one's own tells apart: a number in every cell,
   * five steps of one colour, the most used first. Zero is outlined, and what was not measured dashed. Read by pointer,
   * by keyboard, or as a table.
   */
  'hale-heat-map': { element: HeatMap; properties: HeatMapProperties; events: HeatMapEvents };
  /**
   * The steps that are suggested for an account, in order, to be ticked: what is done, what is next, and why. The page
   * decides what a tick does, and keeps what is done.
   */
  'hale-playbook': { element: Playbook; properties: PlaybookProperties; events: PlaybookEvents };
  /**
   * Many accounts in a table: found, filtered, sorted, in columns of one's choice. Each has its score on the scale, its
   * last weeks, its flags; what needs eyes is bold. Ten thousand rows scroll as ten do.
   */
  'hale-portfolio': { element: Portfolio; properties: PortfolioProperties; events: PortfolioEvents };
  /**
   * Hands one source, and how close rows are set, down to every widget inside it; from a client also the account, the
   * language and the theme, where it says them.
   */
  'hale-provider': { element: Provider; properties: ProviderProperties; events: ProviderEvents };
  /** The risk flags of an account, severest first: the fact, how severe, since when and why, and what is suggested. */
  'hale-risk-flags': { element: RiskFlags; properties: RiskFlagsProperties; events: RiskFlagsEvents };
  /**
   * One account as one reader needs it: a sentence, one figure and up to five readings, for customer success, for
   * sales, for product, or for the customer itself. What is not known is dashed and says so.
   */
  'hale-role-view': { element: RoleView; properties: RoleViewProperties; events: RoleViewEvents };
  /**
   * The accounts of a portfolio by two of their figures, each as the shape of its tier, with a line that outliers
   * hardly bend and how far the two rise together. More than 500 accounts are gathered, and the widget says so.
   */
  'hale-scatter': { element: Scatter; properties: ScatterProperties; events: ScatterEvents };
  /**
   * How the accounts of each segment are spread over the tiers: bars as long as there are accounts, the worst tier
   * first, and those without a score dashed at the end.
   */
  'hale-segment-bars': { element: SegmentBars; properties: SegmentBarsProperties; events: SegmentBarsEvents };
  /**
   * The tier of an account in a line of text: its shape, its word, and where asked for its score and how that moved.
   */
  'hale-status': { element: Status; properties: StatusProperties; events: StatusEvents };
  /**
   * The score of an account over time, on the scale of tiers: a sentence, a line with its gaps, the score then and now.
   * Read by pointer, by keyboard, or as a table.
   */
  'hale-trend-line': { element: TrendLine; properties: TrendLineProperties; events: TrendLineEvents };
  /**
   * Why a score is not what it was: what the customer did, what is observed, its segment or stage, the model and what
   * was set by hand, in points that add up to the change.
   */
  'hale-what-changed': { element: WhatChanged; properties: WhatChangedProperties; events: WhatChangedEvents };
}
