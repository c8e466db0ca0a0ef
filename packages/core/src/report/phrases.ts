import type { Scalar, Unit } from '../schema/primitives.ts';
import { sayNumber } from '../schema/say.ts';
import type { Figure, ReasonArgs, ReasonCode } from './reason.ts';

/** What a headline is told. */
export interface HeadlineArgs {
  /** Rounded so that it does not seem to be in a tier it is not in. */
  readonly score: number | null;
  readonly tier: string | null;
  /** Whether the tier is kept although the score alone would be in another. */
  readonly held: boolean;
  /** Where the score went: points, rounded and without a sign, over how many days. */
  readonly move: {
    readonly direction: 'up' | 'steady' | 'down';
    readonly points: number;
    readonly days: number;
  } | null;
  readonly override: ReasonArgs['override'] | null;
  readonly noScore: ReasonArgs['no-score'] | null;
  /** The one or two most helpful reasons, as clauses. */
  readonly reasons: readonly { readonly code: ReasonCode; readonly clause: string }[];
}

type Clauses = { readonly [C in ReasonCode]: (args: ReasonArgs[C], words: Phrases) => string };

/** The words of an explanation in one language: plain functions, each told the rest, so that any can be replaced. */
export interface Phrases {
  number(value: number): string;
  /** A share: 0.48 is 48%. */
  percent(share: number): string;
  days(days: number): string;
  text(value: string): string;
  truth(value: boolean): string;
  /** What a measure calls its value in English, such as “missed”. */
  said(words: string): string;
  list(items: readonly string[]): string;
  /** Each reason as a clause, fit to stand in a headline. */
  readonly clauses: Clauses;
  /** A clause as a sentence of its own; `points` are those it gives or costs, `most` what it could give. */
  sentence(
    clause: string,
    stake: { readonly points: number | null; readonly most: number | null },
    words: Phrases,
  ): string;
  headline(args: HeadlineArgs, words: Phrases): string;
}

/** English. */
export const english: Phrases = {
  number: (value) => (Math.abs(value) < 100 ? sayNumber(value) : sayNumber(Math.round(value))),
  percent: (share) => `${Math.abs(share) < 0.01 ? sayNumber(share * 100) : sayNumber(Math.round(share * 100))}%`,
  days: (days) => {
    const whole = Math.floor(Math.abs(days)) * Math.sign(days);
    return Math.abs(whole) === 1 ? `${sayNumber(whole)} day` : `${sayNumber(whole)} days`;
  },
  text: (value) => `“${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`,
  truth: (value) => (value ? 'yes' : 'no'),
  said: (words) => words,
  list: (items) => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`),

  clauses: {
    override: (args, words) => {
      const apart = notApplied(args, words);
      if (apart && !isApplied(args)) return apart;
      return [whatIsSet(args, words), ofTheModel(args, words), apart].filter(Boolean).join('; ');
    },
    'no-score': ({ because, coverage, minimum, names, more }, words) => {
      const why = because === 'low-coverage' && `${words.percent(coverage)} observed, ${words.percent(minimum)} needed`;
      const most = names.length > 0 && because === 'low-coverage' && `missing most: ${andMore(names, more, words)}`;
      const nothing = because === 'no-data' && 'nothing that the model asks for is observed';
      const none = because === 'not-applicable' && 'all is observed, and none of it applies';
      const told = [why, most, nothing, none].filter(Boolean).join('; ');
      return told ? `no score: ${told}` : 'no score';
    },
    signal: ({ name, figure }, words) =>
      // A rule that fires once something has happened says so by itself.
      figure === null || (figure.value === 1 && inBrackets(figure, words) === ` (${words.number(1)})`)
        ? low(name)
        : `${low(name)}${inBrackets(figure, words)}`,
    fell: (args, words) => `${subject(args)} fell ${fromTo(args, words)}`,
    rose: (args, words) => `${subject(args)} rose ${fromTo(args, words)}`,
    costs: standing,
    carries: standing,
    limit: ({ name, score }, words) =>
      `${name === null ? 'the score' : low(name)} held${score === null ? '' : ` at ${words.number(score)}`} by a limit`,
    missing: ({ names, more, share, of }, words) =>
      `${andMore(names, more, words, of)} not observed (${words.percent(share)} of the weight)`,
    stale: ({ days, ...named }, words) =>
      `${called(named)} ${days === null ? 'out of date' : `last observed ${words.days(days)} ago`}`,
    'tier-held': ({ tier, plain, score }, words) =>
      `still ${low(tier)}: ${words.number(score)} would be ${low(plain)}, but is not yet far enough past the edge`,
    segment: (args, words) => `judged as ${low(args.name)}${judgedBy(args, words)}`,
    stage: (args, words) => `judged as in ${low(args.name)}${judgedBy(args, words)}`,
    maturity: (args, words) => `judged as ${low(args.name)}${judgedBy(args, words)}`,
  },

  sentence: (clause, { points, most }, { number }) => {
    const whole = `${clause[0]?.toUpperCase() ?? ''}${clause.slice(1)}`;
    if (points === null || Math.abs(points) < 0.05) return `${whole}.`;
    const shown = points < 0 ? number(points) : `+${number(points)}`;
    const of = most !== null && points > 0 ? ` of ${number(most)}` : '';
    return `${whole}: ${shown}${of} ${(of || shown.slice(1)) === '1' ? 'point' : 'points'}.`;
  },

  headline: ({ score, tier, held, move, override, noScore, reasons }, words) => {
    const shown = score === null ? null : words.number(score);
    const place = tier === null ? null : `${held ? 'still ' : ''}${low(tier)}`;
    const went = move && movement(move, words);
    const opening = [shown, place, went].filter(Boolean).join(', ');
    if (override) {
      const who =
        override.score === null
          ? [shown && [shown, went].filter(Boolean).join(', '), whatIsSet(override, words)].filter(Boolean).join('; ')
          : [shown, place, setBy(override)].filter(Boolean).join(', ');
      const why = override.because && `: ${override.because.replace(/[.!]$/, '')}`;
      const apart = notApplied(override, words);
      if (apart && !isApplied(override)) return upper(`${opening || 'no score'}; ${apart}${why}.`);
      return upper(`${who}${why} (${[ofTheModel(override, words), apart].filter(Boolean).join('; ')}).`);
    }
    if (score === null) return upper(stop(noScore ? words.clauses['no-score'](noScore, words) : 'no score'));
    const body = joined(reasons, words);
    return stop(body ? `${opening}: ${body}` : opening);
  },
};

/** Two that hold the score back share its verb; whatever else stands side by side. */
function joined(reasons: HeadlineArgs['reasons'], { list }: Phrases): string {
  const verbs = { costs: 'held back by', carries: 'carried by' } as const;
  const groups = new Map<string, string[]>();
  for (const { code, clause } of reasons) {
    const key = code === 'costs' || code === 'carries' ? verbs[code] : clause;
    groups.set(key, [...(groups.get(key) ?? []), clause]);
  }
  return [...groups].map(([key, clauses]) => (key === clauses[0] ? key : `${key} ${list(clauses)}`)).join('; ');
}

function movement({ direction, points, days }: NonNullable<HeadlineArgs['move']>, words: Phrases): string {
  if (direction === 'steady' || points === 0) return 'steady';
  return `${direction} ${words.number(points)} in ${words.days(days)}`;
}

const scoreAndTier = ({ score, tier }: ReasonArgs['override']['computed'], { number }: Phrases): string =>
  [score === null ? null : number(score), tier && low(tier)].filter(Boolean).join(', ');

const setBy = ({ author }: ReasonArgs['override']): string => `set by ${author || 'hand'}`;

/** A tier alone leaves the score as it is, and nothing may read as if it had been set. */
const whatIsSet = (args: ReasonArgs['override'], words: Phrases): string =>
  args.score === null
    ? `tier set to ${low(args.tier ?? '')} by ${args.author || 'hand'}`
    : `${scoreAndTier(args, words)}, ${setBy(args)}`;

/** Whether anything of what was set is in force. */
const isApplied = ({ score, tier }: ReasonArgs['override']): boolean => score !== null || tier !== null;

/** Empty where the model has the tier, if one was set. */
const notApplied = (args: ReasonArgs['override'], { text }: Phrases): string =>
  args.unknownTier === null
    ? ''
    : `the tier ${text(args.unknownTier)} ${setBy(args)} is not one of the model’s, so it is not applied`;

const ofTheModel = ({ score, computed }: ReasonArgs['override'], words: Phrases): string =>
  computed.score === null
    ? 'the model gives no score'
    : `the model says ${scoreAndTier(score === null ? { ...computed, score } : computed, words)}`;

/** Mid-sentence; what has capitals of its own, such as "NPS" or "Averlund Freight", keeps them. */
const low = (name: string): string =>
  /^\p{Lu}[^\p{Lu}]*$/u.test(name) ? `${name[0]?.toLowerCase()}${name.slice(1)}` : name;
const upper = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
const stop = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** The names of customers are proper names. */
const called = ({ name, of }: { name: string; of: string }): string => (of === 'account' ? name : low(name));

/** "Change in active users fell" says it twice. */
const subject = ({ name, of }: { name: string; of: string }): string =>
  of === 'dimension'
    ? `${low(name)} score`
    : called({ name: name.replace(/^(change|trend) (in|of) (?=.)/i, '').replace(/(?<=.) (change|trend)$/i, ''), of });

/** What gives or costs points as it stands; the score of an account as a whole number. */
function standing({ figure, ...named }: ReasonArgs['costs'], words: Phrases): string {
  const { value } = figure;
  const isScore = named.of === 'account' && typeof value === 'number';
  return `${called(named)}${inBrackets(isScore ? { ...figure, value: Math.round(value) } : figure, words)}`;
}

function fromTo({ of, before, now, unit }: ReasonArgs['fell'], words: Phrases): string {
  const [from, to] = [before, now].map((value) => valued(of === 'dimension' ? Math.round(value) : value, unit, words));
  return `from ${from} to ${to}`;
}

function valued(value: Scalar, unit: Unit, words: Phrases): string {
  if (typeof value === 'string') return words.text(value);
  if (typeof value === 'boolean') return words.truth(value);
  return unit === 'percent' ? words.percent(value) : unit === 'days' ? words.days(value) : words.number(value);
}

/** " (48%, 29 of 60)", " (from 56 to 41)", " (falling 10 a week)"; empty where there is no value. */
function inBrackets({ value, unit, said: called, parts, partsUnit }: Figure, words: Phrases): string {
  if (value === null) return '';
  if (called !== undefined) return ` (${words.said(called)})`;
  const whole = valued(value, unit, words);
  const { now, before, weekly, part, whole: of, count, days } = parts;
  const said = (one: number) => valued(one, partsUnit, words);
  if (weekly !== undefined) return ` (${pace(weekly, said)})`;
  if (now !== undefined && now === before) return ` (${said(now)}, as before)`;
  if (now !== undefined && before !== undefined) return ` (from ${said(before)} to ${said(now)})`;
  if (part !== undefined && of !== undefined) {
    return value === part ? ` (${said(part)} of ${said(of)})` : ` (${whole}, ${said(part)} of ${said(of)})`;
  }
  if (count !== undefined && days !== undefined && days >= 1) {
    return ` (${whole}, ${count === 1 ? 'open' : 'the oldest'} for ${words.days(days)})`;
  }
  return ` (${whole})`;
}

const pace = (weekly: number, said: (one: number) => string): string =>
  weekly === 0 ? 'steady' : `${weekly < 0 ? 'falling' : 'rising'} ${said(Math.abs(weekly))} a week`;

function andMore(names: readonly string[], more: number, { list, number }: Phrases, of = 'metric'): string {
  const shown = names.map((name) => called({ name, of }));
  return list(more > 0 ? [...shown, `${number(more)} more`] : shown);
}

function judgedBy({ by, unsure }: ReasonArgs['segment'], words: Phrases): string {
  const why = by ? `: ${called(by)}${inBrackets(by.figure, words)}` : '';
  if (unsure === 0) return why;
  return `${why}; ${words.number(unsure)} before it could not be decided`;
}
