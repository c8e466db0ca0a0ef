import { defineMessages } from '../../ui/messages.ts';

const outcomes: Readonly<Record<string, readonly [did: string, not: string]>> = {
  churned: ['left', 'stayed'],
  renewed: ['renewed', 'did not renew'],
  expanded: ['expanded', 'did not expand'],
  contracted: ['cut back', 'did not cut back'],
  returned: ['came back', 'stayed away'],
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
  basis: (rows: string, accounts: string, count: string, did: string) =>
    `${rows} scores of ${accounts} accounts looked at again; the account ${did} ${times(count)}.`,
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
  noCalls: 'It called nobody at risk, and nobody safe',
  nobody: (happened: string, share: string) => `To call nobody would be wrong ${times(happened)} (${share}).`,
  ofAccounts: (called: string, hits: string, alarms: string, did: string, not: string) =>
    `Of ${called} accounts it called at risk, ${hits} ${did} and ${alarms} ${not}.`,
  ofTimes: (called: string, hits: string, alarms: string, did: string, not: string) =>
    `Of ${called} times it called an account at risk, it ${did} ${times(hits)} and ${not} ${times(alarms)}.`,
  restAccounts: (rest: string, missed: string, did: string) =>
    `Of ${rest} accounts it did not call, ${missed} ${did} all the same.`,
  restTimes: (rest: string, missed: string, did: string) =>
    `Of ${rest} times it did not call, the account ${did} all the same ${times(missed)}.`,

  curve: 'Whom it finds',
  curveSaid: (caught: string, alarms: string, did: string, not: string) =>
    `Called ${caught} of those that ${did}, and ${alarms} of those that ${not}`,
  caughtAxis: (did: string) => `called, of those that ${did}`,
  alarmAxis: (not: string) => `called, of those that ${not}`,
  here: 'today',
  curvePoint: (caught: string, alarms: string, did: string, not: string) =>
    `To call ${caught} of those that ${did}, call ${alarms} of those that ${not}`,

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
  whomSaid: (label: string, wrong: string, rows: string, share: string) =>
    `Most often for ${label}: ${wrong} of ${rows} times (${share})`,
  noGroups: 'The accounts are in no segments or stages',
  wrongColumn: 'Wrong',
  alarmColumn: 'False alarms',
  missedColumn: 'Missed',
  ways: (alarms: string, missed: string) => `${alarm(alarms)}, ${missed} missed`,
  of: (part: string, whole: string) => `${part} of ${whole}`,

  beside: 'Beside other ways to tell',
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
  wouldBe: (before: string, after: string, missedBefore: string, missedAfter: string) =>
    `With those weights: ${after} false alarms in place of ${before}, ${missedAfter} missed in place of ${missedBefore}.`,

  feedback: (agree: string, disagree: string) =>
    `People agreed with a score ${times(agree)} and disagreed ${times(disagree)}.`,
  cautions: 'Read with care',

  read: (title: string) => `${title}: read point by point`,
  move: 'point',
  ends: 'ends',
  leave: 'leave',
  table: (title: string) => `${title}, as a table`,
  caught: 'Called, of those it happened to',
  alarms: 'Called, of the others',
  band: 'Said',
  rows: 'Times',
  happened: 'Happened',
  came: 'Share',
  times: 'Times chance',
  captured: 'Of all it happened to',
});
