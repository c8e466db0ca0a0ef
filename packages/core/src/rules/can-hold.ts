import type { Scalar } from '../schema/primitives.ts';
import type { Question, Reach, Rule } from './rule-kind.ts';
import { formOf } from './rules.ts';
import { specimensOf } from './specimens.ts';

/** What the value asked about can be, where more is known of it than that it is a number or text. */
export type ReachOf = (question: Question) => Reach;

const asAsked: ReachOf = ({ reach }) => reach;

/**
 * Whether a rule can ever be true. False is certain; true is also the answer where finding out would take too long.
 * Subjects are taken to be independent of each other.
 */
export const canHold = (rule: Rule, reachOf = asAsked): boolean => possible(rule, [], reachOf);

/**
 * Whether, whenever `rule` is true, one of `earlier` is true as well, so that after them it decides nothing; so it is
 * too when it cannot hold. True is certain; false is also the answer where finding out would take too long.
 */
export const coveredBy = (rule: Rule, earlier: readonly Rule[], reachOf = asAsked): boolean =>
  !possible(rule, earlier, reachOf);

/** One way things can be: for each subject a set of the specimens of its values, a bit each; any where there is none. */
type Way = ReadonlyMap<string, bigint>;

/** How many comparisons, of values or of sets of them, are made before giving up. */
const patience = 30_000;
const tooLong = new Error('It would take too long to find out.');

/** Whether `rule` can be true while none of `others` is. */
function possible(rule: Rule, others: readonly Rule[], reachOf: ReachOf): boolean {
  let left = patience;
  const spend = (work: number) => {
    left -= work;
    if (left < 0) throw tooLong;
  };
  const thresholds = new Map<string, Set<Scalar>>();

  const gather = (rule: Rule): void => {
    const form = formOf(rule);
    const question = form.asks?.(rule);
    spend(1);
    for (const inner of form.inner(rule)) gather(inner.rule);
    if (!question) return;
    const known = thresholds.get(question.subject) ?? new Set();
    thresholds.set(question.subject, known);
    for (const threshold of question.thresholds) known.add(threshold);
  };

  /** Every way in which a rule comes out as `truth`, or, where that will do, as unknown. */
  const waysOf = (rule: Rule, truth: boolean, orUnknown: boolean): readonly Way[] => {
    const form = formOf(rule);
    const question = form.asks?.(rule);
    if (question) {
      const specimens = specimensOf([...(thresholds.get(question.subject) ?? [])], reachOf(question));
      spend(specimens.length);
      const bits = specimens.map((value) => {
        const met = question.truthAt(value);
        return met === truth || (orUnknown && met === null) ? 1 : 0;
      });
      const set = BigInt(`0b${bits.join('')}`);
      return set ? [new Map([[question.subject, set]])] : [];
    }
    const need = form.when?.(truth) ?? { every: true, truth };
    const ways = form.inner(rule).map((inner) => waysOf(inner.rule, need.truth, orUnknown));
    return need.every ? ways.reduce(both, [new Map()]) : ways.flat();
  };

  /** Every way that is one of `ways` and one of `others`. */
  const both = (ways: readonly Way[], others: readonly Way[]): readonly Way[] =>
    ways.flatMap((way) => {
      const narrowed: Way[] = [];
      for (const other of others) {
        spend(way.size + other.size);
        const next = narrow(way, other);
        // What is already so leaves the way as it is, and the others only narrow it.
        if (next === way) return [way];
        if (next) narrowed.push(next);
      }
      return narrowed;
    });

  try {
    for (const each of [rule, ...others]) gather(each);
    return others.reduce((ways, other) => both(ways, waysOf(other, false, true)), waysOf(rule, true, false)).length > 0;
  } catch (error) {
    if (error === tooLong) return true;
    throw error;
  }
}

/** A way with the sets of another taken in; the same one where that changes nothing, null where nothing is left. */
function narrow(way: Way, other: Way): Way | null {
  let next: Map<string, bigint> | undefined;
  for (const [subject, set] of other) {
    const before = way.get(subject);
    const kept = before === undefined ? set : before & set;
    if (!kept) return null;
    if (kept === before) continue;
    next ??= new Map(way);
    next.set(subject, kept);
  }
  return next ?? way;
}
