import type * as z from 'zod/mini';
import type { Issue } from '../errors.ts';

/** What a method is told of one member of a group: a metric or an inner group. */
export interface Member {
  readonly weight: number;
  /** 0–100; null when it does not count. */
  readonly score: number | null;
  /** Points it gives or costs in a group that adds points; null when it does not count. */
  readonly points: number | null;
  /** The most points it can give or cost there. */
  readonly most: number;
}

/** A group's score, and how much of it comes from where: `score = start + Σ shares × scores + limit`. */
export interface Combined {
  /** 0–100; null when no member counts. */
  readonly score: number | null;
  /** Of each member, the share of the score that it decides, 0–1; 0 for one that does not count. */
  readonly shares: readonly number[];
  /** Of each member, what it gives or costs, where that is not its share of its score. */
  readonly parts?: readonly number[];
  /** What the group begins with. */
  readonly start?: number;
  /** What holding the score to its limits adds or costs. */
  readonly limit?: number;
}

/**
 * A way to make one figure of a group's members. Each answers for itself.
 * To add one: write its file, add its line in `methods.ts`, and for what it can be told one in `forms.ts`.
 */
export interface Method<S extends object = object> {
  readonly method: string;
  combine(members: readonly Member[], settings: S): Combined;
  /** How it works, as a clause. */
  explain(settings: S): string;
  /** Says why a score was held: "capped at 40". */
  explainLimit?(settings: S): string;
}

/** What a method can be told, apart from the method, so that scoring does not carry it. */
export interface MethodForm<S extends object = object> {
  /** Fields of the group; all optional. */
  readonly settings: { readonly [K in keyof S]-?: z.ZodMiniOptional<z.ZodMiniType<NonNullable<S[K]>>> };
  check?(settings: S, path: string): Issue[];
}

/** Keeps a method's own type while it is written down. */
export const method = <S extends object>(one: Method<S>): Method<S> => one;

/**
 * Scores nearer to each other than this are the same. Engines add in orders of their own, which shows in the last bit;
 * and points are told to no more than the grid that they lie on.
 */
export const slack = 2 ** -41;

/** Adds from the smallest up, so that the order in which a model lists things never shows in the last bit. */
export function sum(values: readonly number[]): number {
  if (values.length < 2) return values[0] ?? 0;
  let all = 0;
  for (const value of values.length > few ? Float64Array.from(values).sort() : inserted(values)) all += value;
  return all;
}

/** Fewer than this are put in order sooner by hand than by a call. */
const few = 24;

function inserted(values: readonly number[]): readonly number[] {
  const sorted = [...values];
  for (let end = 1; end < sorted.length; end++) {
    const value = sorted[end] as number;
    let at = end;
    while (at > 0 && (sorted[at - 1] as number) > value) sorted[at] = sorted[--at] as number;
    sorted[at] = value;
  }
  return sorted;
}

/** The weight of the members that count. */
export const countingWeight = (members: readonly Member[]): number =>
  sum(members.map(({ weight, score }) => (score === null ? 0 : weight)));
