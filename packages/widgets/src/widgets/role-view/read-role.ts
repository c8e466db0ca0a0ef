import type { PortfolioAccount } from '@hale/core/report';
import type { Formats } from '../../ui/formats.ts';
import { instant, items, type Loose, number, text } from '../../ui/loose.ts';
import { say } from '../../ui/messages.ts';
import { observedMessages } from '../../ui/observed.messages.ts';
import { type GivenObserved, sayObserved } from '../../ui/observed.ts';
import type { GivenReport, ScoreReading } from '../../ui/score-reading.ts';
import { summaryMessages } from '../../ui/summary.messages.ts';
import { changeSentence, joined } from '../../ui/summary.ts';
import type { roleMessages } from './role-view.messages.ts';

/** Who reads an account. */
export type RoleName = keyof (typeof roleMessages)['english']['views'];

/** What the vendor's records say of an account, beside its report: as `listAccount` of `@hale/core` takes it. */
export interface RoleFacts extends Loose<Pick<PortfolioAccount, 'renewal' | 'seats' | 'activeUsers' | 'yearlyValue'>> {
  /** What the yearly value is in: `EUR`. */
  readonly currency?: string | null | undefined;
}

/** One line of a view. */
export interface RoleReading {
  readonly label: string;
  /** As it went, on a scale of 0–100, oldest first; none where history is not kept. */
  readonly spark: readonly (number | null)[];
  /** Null where it is not known, which is drawn dashed. */
  readonly value: string | null;
  readonly comparison: string;
}

/** A view's words in some language, with that language's numbers. */
export interface RoleSpeech {
  readonly words: (typeof roleMessages)['english'];
  readonly formats: Formats;
}

/** What of a report its rows are made of. */
export interface RoleSubject {
  readonly report: GivenReport;
  readonly reading: ScoreReading;
  readonly speech: RoleSpeech;
}

type GivenRow = NonNullable<ReturnType<typeof rowsOf>[number]>;

const mostSpark = 26;

/** The heaviest dimensions, each as it went, and the risk flags. */
export function readSuccess(subject: RoleSubject): RoleReading[] {
  const { report, speech } = subject;
  const dimensions = items(report.dimensions, 50)
    .map((dimension) => ({ dimension, weight: number(dimension.weight, 0, 1) ?? 0 }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 4);
  return [
    ...dimensions.map(({ dimension }) => dimensionReading(dimension, subject)),
    signalReading(report, 'risk', speech.words.risks, speech),
  ];
}

function dimensionReading(
  { id, label, score: given }: Loose<{ id: string; label: string; score: number | null }>,
  { report, reading, speech: { words, formats } }: RoleSubject,
): RoleReading {
  const name = text(id) ?? '';
  const points = items(report.trend?.points, 2000);
  const at = (point: (typeof points)[number] | undefined) => {
    const kept = point?.dimensions;
    return kept && Object.hasOwn(kept, name) ? number(kept[name], 0, 100) : null;
  };
  const score = number(given, 0, 100);
  const then = at(points.find((point) => point.at === report.trend?.earlier?.at));
  const change = score === null || then === null ? null : Math.round(score) - Math.round(then);
  const worst = costliest(rowsOf(report).filter(({ dimension }) => dimension === name));
  const observed = worst && sayObserved(worst, formats);
  const because = joined([text(worst?.label, 200), observed], say(summaryMessages, formats.lang).named);
  const spark = points.slice(-mostSpark).map(at);
  return {
    label: text(label, 200) ?? (name || '–'),
    spark: spark.some((value) => value !== null) ? spark : [],
    value: score === null ? null : formats.number(score),
    comparison: score === null ? words.notObserved : (changeSentence({ ...reading, change }, formats) ?? because),
  };
}

/** Renewal, value, seats, growth, and what is used least. */
export function readSales(
  { report, reading, speech }: RoleSubject,
  facts: SalesFacts,
  money: (value: number) => string,
): RoleReading[] {
  const { words, formats } = speech;
  const { renewal, value, seats, used } = facts;
  const observed = say(observedMessages, formats.lang);
  const gap = costliest(adoptionOf(report));
  const line = (label: string, value: string | null, comparison: string | null) => ({
    label,
    spark: [],
    value,
    comparison: value === null ? words.unknown : (comparison ?? ''),
  });
  return [
    line(
      words.renewal,
      renewal === null ? null : formats.day(renewal),
      renewal === null ? null : when(renewal, reading, speech),
    ),
    line(words.value, value === null ? null : money(value), null),
    line(
      words.seats,
      seats === null || used === null ? null : observed.share(formats.number(used), formats.number(seats)),
      seats && used !== null ? formats.share(used / seats) : null,
    ),
    line(words.gap, gap ? sayObserved(gap, formats) || null : null, text(gap?.label, 200)),
    signalReading(report, 'growth', words.growth, speech),
  ];
}

/** What sales reads of the records; null where they do not say. */
export interface SalesFacts {
  /** ms since 1970. */
  readonly renewal: number | null;
  readonly value: number | null;
  readonly seats: number | null;
  readonly used: number | null;
}

/** The records as read; nothing of them is guessed, and nothing is 0 but what is said to be. */
export function readFacts(given: RoleFacts | null): SalesFacts {
  const amount = (value: unknown) => number(value, 0, 1e15);
  return {
    renewal: instant(given?.renewal),
    value: amount(given?.yearlyValue),
    seats: amount(given?.seats),
    used: amount(given?.activeUsers),
  };
}

/** "Renewal in 78 days; 19 of 60 seats not in use". */
export function saySales({ reading, speech }: RoleSubject, { renewal, seats, used }: SalesFacts): string {
  const { words, formats } = speech;
  const first = renewal === null ? words.noRenewal : words.renews(when(renewal, reading, speech));
  const unused = seats === null || used === null ? null : seats - used;
  const of = formats.number(seats ?? 0);
  const second =
    unused === null ? words.noSeats : unused > 0 ? words.unused(formats.number(unused), of) : words.allUsed(of);
  return say(summaryMessages, formats.lang).both(first, second);
}

const day = 86_400_000;

function when(renewal: number, { asOf }: ScoreReading, { words, formats }: RoleSpeech): string {
  if (asOf === null) return formats.day(renewal);
  // Days that are left in full, as a report's flags count them; the last of them by the date.
  const days = Math.trunc((renewal - asOf) / day) || Math.floor(renewal / day) - Math.floor(asOf / day);
  const shown = formats.number(Math.abs(days));
  return days < 0 ? words.past(shown, -days) : words.soon(shown, days);
}

/** Metrics of adoption, the heaviest first. */
export function readAdoption({ report, speech }: RoleSubject, most: number): RoleReading[] {
  return [...adoptionOf(report)]
    .sort((a, b) => (number(b.weight, 0, 1) ?? 0) - (number(a.weight, 0, 1) ?? 0))
    .slice(0, most)
    .map((row) => rowReading(row, speech));
}

/** A metric: what was read, and what it scores; of a customer's view, what it gives of how much. */
function rowReading(row: GivenRow, { words, formats }: RoleSpeech): RoleReading {
  const observed = sayObserved(row, formats) || null;
  const isMissing = row.status === 'missing' || row.status === 'stale';
  const normalized = number(row.normalized, 0, 100);
  const [points, weight] = [number(row.points), number(row.weight, 0, 1)];
  const isGiven = !observed && !isMissing && points !== null && weight !== null;
  const of = say(summaryMessages, formats.lang).scoreOf;
  return {
    label: text(row.label, 200) ?? '–',
    spark: [],
    value: isGiven
      ? say(observedMessages, formats.lang).share(formats.number(points), formats.number(weight * 100))
      : observed,
    comparison:
      isMissing || !(observed || isGiven)
        ? words.notObserved
        : normalized === null
          ? ''
          : of(formats.number(normalized)),
  };
}

/** What a customer may know of itself: its own metrics, and how many of its teams are at work. Never its people. */
export function readCustomer({ report, speech }: RoleSubject): RoleReading[] {
  const own = rowsOf(report).filter(({ role }) => !text(role));
  return [...own.slice(0, 3).map((row) => rowReading(row, speech)), teams(report, speech)];
}

function teams({ activity }: GivenReport, { words, formats }: RoleSpeech): RoleReading {
  const grid = items(activity?.grids, 10).find(({ by }) => by === 'team');
  const rows = items(grid?.rows, 200).map(({ counts }) => {
    const seen: readonly unknown[] = Array.isArray(counts) ? counts.slice(-7) : [];
    return seen.map((count) => number(count, 0)).filter((count) => count !== null);
  });
  const seen = rows.filter((counts) => counts.length > 0);
  const active = seen.filter((counts) => counts.some((count) => count > 0)).length;
  const said = say(observedMessages, formats.lang).share(formats.number(active), formats.number(seen.length));
  return {
    label: words.teams,
    spark: [],
    value: seen.length > 0 ? said : null,
    comparison: seen.length > 0 ? words.thisWeek : words.notObserved,
  };
}

/** What was done in each week, by all or by what `label` names, as a line of its own, against the week before. */
export function readActions(
  weeks: readonly (number | null)[],
  { words, formats }: RoleSpeech,
  label = words.actions,
): RoleReading {
  const most = weeks.reduce<number>((top, value) => Math.max(top, value ?? 0), 0);
  const [before = null, now = null] = weeks.length > 1 ? weeks.slice(-2) : [null, ...weeks];
  return {
    label,
    spark: most > 0 ? weeks.map((value) => (value === null ? null : (value / most) * 88)) : [],
    value: now === null ? null : formats.number(now),
    comparison: now === null ? words.notObserved : before === null ? '' : words.before(formats.number(before)),
  };
}

function signalReading(
  report: GivenReport,
  effect: string,
  label: string,
  { words, formats }: RoleSpeech,
): RoleReading {
  // A report that does not say which fired has not said that none did, nor has one that observed nothing.
  const isTold = Array.isArray(report.signals);
  const isObserved = number(report.coverage, 0, 1) !== 0;
  const order = ['high', 'medium', 'low'];
  const fired = items(report.signals, 200).filter((signal) => signal.effect === effect);
  const [worst] = [...fired].sort((a, b) => order.indexOf(a.severity ?? 'low') - order.indexOf(b.severity ?? 'low'));
  return {
    label,
    spark: [],
    value: isTold && (isObserved || worst) ? formats.number(fired.length) : null,
    comparison: !isTold ? words.unknown : (text(worst?.label, 200) ?? (isObserved ? '' : words.notObserved)),
  };
}

const rowsOf = (report: GivenReport) =>
  items<GivenObserved & NonNullable<NonNullable<GivenReport['contributions']>[number]>>(report.contributions, 500);

/** The metrics of the dimension called `adoption`, or of the heaviest where the model has none so called. */
function adoptionOf(report: GivenReport): GivenRow[] {
  const dimensions = items(report.dimensions, 50);
  const weight = (one: (typeof dimensions)[number]) => number(one.weight, 0, 1) ?? 0;
  const [heaviest] = [...dimensions].sort((a, b) => weight(b) - weight(a));
  const id = (dimensions.find((one) => one.id === 'adoption') ?? heaviest)?.id;
  return id ? rowsOf(report).filter(({ dimension, role }) => dimension === id && !text(role)) : [];
}

/** The observed metric that costs the most of the score. */
function costliest(rows: readonly GivenRow[]): GivenRow | undefined {
  const cost = ({ weight, normalized }: GivenRow) =>
    (number(weight, 0, 1) ?? 0) * (100 - (number(normalized, 0, 100) ?? 100));
  return [...rows].filter(({ status }) => status === 'observed').sort((a, b) => cost(b) - cost(a))[0];
}
