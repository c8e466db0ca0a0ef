import { defineMessages } from '../../ui/messages.ts';

const outcomes: Readonly<Record<string, readonly [did: string, not: string]>> = {
  churned: ['left', 'stayed'],
  renewed: ['renewed', 'did not renew'],
  expanded: ['expanded', 'did not expand'],
  contracted: ['cut back', 'did not cut back'],
  returned: ['came back', 'stayed away'],
};

const features: Readonly<Record<string, string>> = {
  recency: 'days since the last use',
  activeWeeks12: 'active weeks of 12',
  activeDays28: 'active days of 28',
  logUse28: 'use in 28 days',
  change28: 'use against the 28 days before',
  slope12: 'slope of use',
  breadth28: 'number of features used',
  seatUse: 'share of seats in use',
  tickets90: 'number of tickets',
  escalations90: 'number of escalations',
  nps: 'NPS',
  tenure: 'time as a customer',
  daysToRenewal: 'days to renewal',
};

const times = (count: string) => (count === '1' ? 'once' : `${count} times`);
const alarm = (count: string) => `${count} false ${count === '1' ? 'alarm' : 'alarms'}`;

/** The backtest's own words. Values arrive formatted. */
export const backtestMessages = defineMessages('backtest', {
  /** What an account did to which the outcome came, and what one did to which it did not. */
  did: (outcome: string) => outcomes[outcome]?.[0] ?? outcome,
  not: (outcome: string) => outcomes[outcome]?.[1] ?? `not ${outcome}`,

  label: (title: string, did: string, days: string) => `${title}: who ${did} within ${days} days`,
  untitled: 'Backtest',
  empty: 'No backtest',
  emptyWhy: 'There is no account of which is known both a score and what became of it.',
  ahead: 'Days ahead',
  days: (days: string) => `${days} days`,
  /** `outcomes` of the accounts did it, and so many scores came within the days before: more where one account has several. */
  basis: (rows: string, accounts: string, outcomes: string, did: string, count: string, days: string) =>
    `${rows} scores of ${accounts} accounts looked at again. ${outcomes} of the accounts ${did}${
      outcomes === count ? '' : `; ${count} of the scores came within ${days} days before, and each of them counts`
    }.`,
  period: (from: string, to: string) => `Scores from ${from} to ${to}.`,
  known: (day: string) => `Outcomes known to ${day}.`,

  area: 'AUC',
  areaOf: (area: string, low: string, high: string) => `AUC ${area}, ${low} to ${high}`,
  /** What the marks on the scale of the AUC stand for. */
  marks: (guessing: string, useful: string) => `dashed: ${guessing}, guessing; tick: ${useful}, of use`,
  ranking: (times: string, did: string, not: string) =>
    `Of two accounts, one that ${did} and one that ${not}, it tells which is which ${times} times in 100.`,
  unknown: 'too few to tell',

  calls: 'How often it was wrong, and which way',
  wrong: (wrong: string, rows: string, share: string, alarms: string, missed: string) =>
    `Wrong ${wrong} of ${rows} times (${share}): ${alarm(alarms)}, ${missed} missed`,
  noCalls: 'There were no scores to warn by',
  nobody: (happened: string, share: string, isBetter: boolean) =>
    `To warn of nobody would be wrong ${times(happened)} (${share})${isBetter ? ': less often than these warnings' : ''}.`,
  ofAccounts: (called: string, hits: string, alarms: string, did: string, not: string) =>
    `Of ${called} accounts it warned of, ${hits} ${did} and ${alarms} ${not}.`,
  ofTimes: (called: string, hits: string, alarms: string, did: string, not: string) =>
    `Of ${called} times it warned, the account ${did} ${times(hits)} and ${not} ${times(alarms)}.`,
  restAccounts: (rest: string, missed: string, did: string) =>
    `Of ${rest} accounts it did not warn of, ${missed} ${did} all the same.`,
  restTimes: (rest: string, missed: string, did: string) =>
    `Of ${rest} times it did not warn, the account ${did} all the same ${times(missed)}.`,

  lines: 'Had another score warned',
  below: 'A score below',
  belowToday: (score: string) => `${score}, as today`,
  right: 'Warnings right',

  curve: 'Whom it finds',
  curveSaid: (caught: string, alarms: string, did: string, not: string) =>
    `Warned of ${caught} of those that ${did}, and ${alarms} of those that ${not}`,
  caughtAxis: (did: string) => `warned of, among those that ${did}`,
  alarmAxis: (not: string) => `warned of, among those that ${not}`,
  here: 'today',
  curvePoint: (caught: string, alarms: string, did: string, not: string) =>
    `To warn of ${caught} of those that ${did}, warn of ${alarms} of those that ${not}`,

  bands: 'Whether its probabilities hold',
  bandsSaid: (said: string, came: string, did: string) => `Said ${said} on average; ${came} ${did}`,
  bandPoint: (said: string, happened: string, rows: string, share: string, did: string) =>
    `Said ${said}: ${happened} of ${rows} ${did}, ${share}`,
  saidAxis: 'said',
  cameAxis: (did: string) => `${did}, of so many`,

  lift: 'Whom to call first',
  liftSaid: (share: string, lift: string) => `The riskiest ${share} hold ${lift} times as many as chance would`,
  liftPoint: (share: string, lift: string, captured: string, did: string) =>
    `Riskiest ${share}: ${lift} times as many as chance, ${captured} of all that ${did}`,
  liftAxis: 'times as many as chance',
  riskiest: 'riskiest',

  whom: 'For whom it is wrong',
  segment: 'Segment',
  stage: 'Stage',
  inSegment: (label: string) => `the segment ${label}`,
  inStage: (label: string) => `the stage ${label}`,
  whomSaid: (whom: string, wrong: string, rows: string, share: string, ways: string) =>
    `Most often in ${whom}: ${wrong} of ${rows} times (${share}), ${ways}`,
  noGroups: 'The accounts are in no segments or stages',
  wrongColumn: 'Wrong',
  alarmColumn: 'False alarms',
  missedColumn: 'Missed',
  ways: (alarms: string, missed: string) => `${alarm(alarms)}, ${missed} missed`,
  of: (part: string, whole: string) => `${part} of ${whole}`,

  beside: 'Beside other ways to tell',
  /** `parts` is a list, the heaviest first; each is a feature that is low or high. */
  goesBy: (label: string, parts: string) => `${label} goes by these, the heaviest first: ${parts}.`,
  low: (feature: string) => `low ${features[feature] ?? feature}`,
  high: (feature: string) => `high ${features[feature] ?? feature}`,
  way: 'What tells',
  distance: 'Ahead',

  weights: 'Should the weights change?',
  dimension: 'Dimension',
  today: 'Today',
  proposed: 'Learned',
  between: 'Between',
  range: (low: string, high: string) => `${low} to ${high}`,
  tells: 'Tells by itself',
  yes: 'yes',
  no: 'no',
  wouldBe: (rows: string, before: string, after: string, missedBefore: string, missedAfter: string) =>
    `With those weights, of all ${rows} scores, those learned from too: ${alarm(after)} in place of ${before}, ${missedAfter} missed in place of ${missedBefore}.`,
  noValue: (did: string) =>
    `No dimension by itself tells who ${did} better than guessing: no weights would help. Look for other measures.`,

  feedback: (agree: string, disagree: string) =>
    `People agreed with a score ${times(agree)} and disagreed ${times(disagree)}.`,
  cautions: 'Read with care',
  cautionOf: (labels: string, caution: string) => `${labels}: ${caution}`,

  read: (title: string) => `${title}: read point by point`,
  move: 'point',
  ends: 'ends',
  leave: 'leave',
  table: (title: string) => `${title}, as a table`,
  caught: 'Warned of, among those it happened to',
  alarms: 'Warned of, among the others',
  band: 'Said',
  rows: 'Times',
  happened: 'Happened',
  came: 'Share',
  times: 'Times chance',
  captured: 'Of all it happened to',
});
