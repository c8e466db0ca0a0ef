import type { Formats } from '../../ui/formats.ts';
import type { backtestMessages } from './backtest.messages.ts';
import type {
  Area,
  BacktestReading,
  BandReading,
  Calls,
  CurvePoint,
  GroupReading,
  HorizonReading,
  LiftReading,
  PredictorReading,
} from './backtest-reading.ts';
import { shares } from './read-backtest.ts';

/** The backtest's words in some language, with that language's numbers, and what became of accounts. */
export interface Speech {
  readonly words: (typeof backtestMessages)['english'];
  readonly formats: Formats;
  readonly did: string;
  readonly not: string;
}

/** What it rests on: how many scores, of how many accounts, from when. */
export function sayBasis(
  { knownUntil }: BacktestReading,
  { days, rows, accounts, happened, outcomes, from, to }: HorizonReading,
  { words, formats, did }: Speech,
): string {
  const number = (count: number) => formats.number(count);
  return [
    words.basis(number(rows), number(accounts), number(outcomes ?? happened), did, number(happened), number(days)),
    ...(from === null || to === null ? [] : [words.period(formats.day(from), formats.day(to))]),
    ...(knownUntil === null ? [] : [words.known(formats.day(knownUntil))]),
  ].join(' ');
}

/** What an AUC means: of two accounts, how often the right one is told. */
export const sayRanking = ({ value }: Area, { words, formats, did, not }: Speech): string =>
  words.ranking(formats.number(100 * value), did, not);

/** How many there were, and how many of them were told wrong. */
export function wrongOf({ hits, alarms, missed, quiet }: Calls): { readonly wrong: number; readonly rows: number } {
  return { wrong: alarms + missed, rows: hits + alarms + missed + quiet };
}

/** How often it was wrong, and which way. */
export function sayWrong(calls: Calls | null, { words, formats }: Speech): string {
  const { wrong, rows } = calls ? wrongOf(calls) : { wrong: 0, rows: 0 };
  if (!calls || rows === 0) return words.noCalls;
  const number = (count: number) => formats.number(count);
  return words.wrong(
    number(wrong),
    number(rows),
    formats.share(wrong / rows),
    number(calls.alarms),
    number(calls.missed),
  );
}

/** What warning of nobody would come to, which any score is to be held against. */
export function sayNobody({ hits, alarms, missed, quiet }: Calls, { words, formats }: Speech): string {
  const rows = hits + alarms + missed + quiet;
  if (rows === 0) return '';
  const happened = hits + missed;
  return words.nobody(formats.number(happened), formats.share(happened / rows), hits < alarms);
}

/** What became of those that were called, and of the others. Where each account was looked at once, it is said of accounts. */
export function sayCalls(
  calls: Calls,
  horizon: HorizonReading,
  { words, formats, did, not }: Speech,
): [string, string] {
  const { hits, alarms, missed, quiet } = calls;
  const number = (count: number) => formats.number(count);
  const isOnce = horizon.rows === horizon.accounts;
  return [
    (isOnce ? words.ofAccounts : words.ofTimes)(number(hits + alarms), number(hits), number(alarms), did, not),
    (isOnce ? words.restAccounts : words.restTimes)(number(missed + quiet), number(missed), did),
  ];
}

/** What today's warnings catch, or why nobody can say. */
export function sayCurve({ calls, curve, why }: PredictorReading, { words, formats, did, not }: Speech): string {
  if (!calls || curve.length === 0) return why('roc') ?? why('auc') ?? words.unknown;
  const { caught, alarms } = shares(calls);
  return words.curveSaid(formats.share(caught), formats.share(alarms), did, not);
}

/** Whether the probabilities hold on the whole. */
export function sayBands({ bands, why }: PredictorReading, { words, formats, did }: Speech): string {
  const rows = sum(bands, ({ rows }) => rows);
  if (rows === 0) return why('reliability') ?? words.unknown;
  const said = sum(bands, (band) => band.predicted * band.rows) / rows;
  return words.bandsSaid(formats.share(said), formats.share(sum(bands, ({ happened }) => happened) / rows), did);
}

/** What calling the riskiest tenth, or the share next to it, gives. */
export function sayLift({ lifts, why }: PredictorReading, { words, formats }: Speech): string {
  const [first] = [...lifts].sort((a, b) => Math.abs(a.share - 0.1) - Math.abs(b.share - 0.1));
  return first
    ? words.liftSaid(formats.share(first.share), formats.fixed(first.lift, 1))
    : (why('lift') ?? words.unknown);
}

/** For which segment or stage of twenty rows and more it is wrong most often. */
export function sayWhom(
  { segments, stages }: Pick<PredictorReading, 'segments' | 'stages'>,
  { words, formats }: Speech,
): string {
  const all = (groups: readonly GroupReading[], whom: (label: string) => string) =>
    groups.map(({ label, calls }) => ({ whom: whom(label), calls, ...wrongOf(calls) }));
  const [worst] = [...all(segments, words.inSegment), ...all(stages, words.inStage)]
    .filter(({ rows }) => rows >= 20)
    .sort((a, b) => b.wrong / b.rows - a.wrong / a.rows);
  if (!worst) return words.noGroups;
  const { whom, wrong, rows, calls } = worst;
  const ways = words.ways(formats.number(calls.alarms), formats.number(calls.missed));
  return words.whomSaid(whom, formats.number(wrong), formats.number(rows), formats.share(wrong / rows), ways);
}

/** One place on the curve in words. */
export function sayPoint(point: CurvePoint | undefined, { words, formats, did, not }: Speech): string {
  return point ? words.curvePoint(formats.share(point.caught), formats.share(point.alarms), did, not) : '';
}

/** One band in words. */
export function sayBand(band: BandReading | undefined, { words, formats, did }: Speech): string {
  if (!band) return '';
  const { predicted, happened, rows, observed } = band;
  return words.bandPoint(
    formats.share(predicted),
    formats.number(happened),
    formats.number(rows),
    formats.share(observed),
    did,
  );
}

/** One bar in words. */
export function sayBar(bar: LiftReading | undefined, { words, formats, did }: Speech): string {
  if (!bar) return '';
  const captured = bar.captured === null ? words.unknown : formats.share(bar.captured);
  return words.liftPoint(formats.share(bar.share), formats.fixed(bar.lift, 1), captured, did);
}

const sum = <T>(list: readonly T[], of: (item: T) => number) => list.reduce((total, item) => total + of(item), 0);

/** Which features what was learned goes by most, the heaviest first; nothing where that is not said. */
export function sayGoesBy({ learned }: HorizonReading, { words }: Speech): string {
  if (!learned || learned.weights.length === 0) return '';
  const parts = learned.weights.map(({ id, weight }) => (weight < 0 ? words.low(id) : words.high(id)));
  return words.goesBy(learned.label, parts.join(', '));
}

/** What to be careful of at one distance, each thing once, with the ways to tell that it is said of. */
export function sayCautions({ cautions }: HorizonReading, { words }: Speech): string[] {
  return cautions.map(({ of, sentence }) => (of.length > 0 ? words.cautionOf(of.join(', '), sentence) : sentence));
}
