import type { Scalar, Unit } from '../schema/primitives.ts';

/** A value as it was read, with the numbers it was made of. */
export interface Figure {
  readonly value: Scalar | null;
  readonly unit: Unit;
  /** The value in English, where the number is a code for something: `missed`. */
  readonly said?: string;
  /** `{ part: 41, whole: 60 }`, `{ now: 41, before: 56 }`; empty for none. */
  readonly parts: Readonly<Record<string, number>>;
  readonly partsUnit: Unit;
}

/** What a name names: a metric, a dimension, or a child of a parent account. */
type Named = { readonly name: string; readonly of: 'metric' | 'dimension' | 'account' };

/** Points given (above 0) or lost (below 0); null where no points can be told. */
type Pointed = { readonly points: number | null };

/** It moved, as far as is known since `days` ago; in the unit of its values. */
type Moved = Named & Pointed & { readonly before: number; readonly now: number; readonly unit: Unit };

/** It gives, or costs, points as it stands; `most` is what it could give. */
type Held = Named & Pointed & { readonly figure: Figure; readonly most: number };

/** Why an account is judged as it is, from what was read; `unsure` counts the earlier ones that could not be decided. */
type Judged = {
  readonly name: string;
  readonly by: (Named & { readonly figure: Figure }) | null;
  readonly unsure: number;
};

/** The heaviest few names, how many more there are, and their share of the weight, 0–1. */
type Several = Pointed & { readonly names: readonly string[]; readonly more: number; readonly share: number };

/** What a phrase is told, by code: numbers, names and the words of people, no prose. */
export interface ReasonArgs {
  /** Set by hand: what by whom, and what the model says by itself. */
  readonly override: Pointed & {
    readonly author: string;
    readonly because: string;
    readonly score: number | null;
    readonly tier: string | null;
    /** The id of a tier it names that the model does not have, and that is not applied. */
    readonly unknownTier: string | null;
    readonly computed: { readonly score: number | null; readonly tier: string | null };
    /** Days until it expires; null where it does not. */
    readonly days: number | null;
  };
  /** There is no score: how much is observed of how much is needed, and what is missing most. */
  readonly 'no-score': Several & {
    readonly because: 'no-data' | 'not-applicable' | 'low-coverage' | null;
    readonly coverage: number;
    readonly minimum: number;
  };
  /** A rule of the model fired. */
  readonly signal: Pointed & {
    readonly name: string;
    readonly effect: 'risk' | 'growth';
    readonly severity: 'low' | 'medium' | 'high';
    readonly figure: Figure | null;
    /** Days it has fired without a pause; null when unknown. */
    readonly days: number | null;
  };
  readonly fell: Moved;
  readonly rose: Moved;
  readonly costs: Held;
  readonly carries: Held;
  /** Holding a group, or the score where `name` is null, to its limits. */
  readonly limit: Pointed & { readonly name: string | null; readonly score: number | null };
  readonly missing: Several & { readonly of: Named['of'] };
  /** Observed too long ago to count: how many days, null when unknown. */
  readonly stale: Pointed & Named & { readonly days: number | null; readonly share: number };
  /** The tier is kept although the score alone would be in another. */
  readonly 'tier-held': { readonly tier: string; readonly plain: string; readonly score: number };
  readonly segment: Judged;
  readonly stage: Judged;
  readonly maturity: Judged;
}

export type ReasonCode = keyof ReasonArgs;

/** A reason before it is put into words. */
export type Ground<C extends ReasonCode = ReasonCode> = {
  [K in C]: {
    readonly code: K;
    /** Ids in the report of what it is about: metrics, dimensions, signals, tiers, groups; the first is the main one. */
    readonly subjects: readonly string[];
    readonly args: ReasonArgs[K];
    /** Points at stake, 0–100: the higher, the more it helps to know. */
    readonly weight: number;
    /** Whether it speaks for the account, against it, or neither. */
    readonly effect: 'helps' | 'harms' | 'neither';
  };
}[C];
