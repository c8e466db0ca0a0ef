import type { Issue } from '../errors.ts';
import type { Extent } from '../measures/extent.ts';
import type { Measure } from '../measures/kinds.ts';
import type { Unit } from '../schema/primitives.ts';

/** Writes a value of the metric's measure in words: 0.85 is "85%". */
export type Say = (value: number) => string;

/**
 * A way to turn a number into 0–100, higher being healthier. Each kind answers for itself.
 * To add one: write its file, add its line in `kinds.ts` and that of its form in `forms.ts`.
 */
export interface MetricKind<M extends { kind: string } = never> {
  readonly kind: M['kind'];
  /** The measure it reads, for a kind that names none of the model's. */
  reads?(metric: M): Measure;
  /** 0–100 for a finite value; null where the metric does not apply, so that its weight is not asked for. */
  score(metric: M, value: number): number | null;
  /** Points it gives or costs in a `points` group; `weight × score / 100` where absent. */
  points?(metric: M, value: number): number;
  /** The least and the most points it can give in a `points` group; from 0 to its weight where absent. */
  bounds?(metric: M): readonly [least: number, most: number];
  /** How it scores, as a clause: "0 at 0%, 100 from 85%". */
  explain(metric: M, say: Say): string;
  /** Which way the score goes as the value rises; `neither` where it may turn. Held to by a property test. */
  rises(metric: M): 'up' | 'down' | 'neither';
  /** Whether it holds what a person makes of the account. A customer is never shown such a metric. */
  readonly isJudgement?: true;
  /** When what it reads counts as stale, for a kind that says so in words of its own. */
  staleAfter?(metric: M): string | undefined;
}

/** Keeps a kind's own type while it is written down. */
export const metricKind = <M extends { kind: string }>(kind: MetricKind<M>): MetricKind<M> => kind;

/** What a metric is told of the measure it reads. */
export interface ReadMeasure {
  readonly label: string;
  readonly unit: Unit;
  readonly extent: Extent;
}

/** Says what is allowed and hardly meant: a code, and what follows the metric's place in a sentence. Null for nothing. */
export type MetricAdvice = (measure: ReadMeasure) => {
  readonly code: 'trend-of-level' | 'recency-not-in-days';
  readonly says: string;
} | null;

/** Holds a score to 0–100. */
export const clamp = (score: number): number => Math.min(100, Math.max(0, score));

/** Clauses one after the other, as far as a sentence can carry them. */
export function listed(clauses: readonly string[]): string {
  let text = '';
  for (const clause of clauses) {
    const longer = text ? `${text}, ${clause}` : clause;
    if (longer.length > 180) return text ? `${text}, …` : '…';
    text = longer;
  }
  return text;
}

/** An issue where a record that should give numbers to names has none. */
export const named = (record: object, path: string, what: string): Issue[] =>
  Object.keys(record).length
    ? []
    : [
        {
          code: 'nothing-named',
          path,
          message: `${path} must name at least one ${what}, and has none: without any, nothing ever changes the score.`,
        },
      ];
