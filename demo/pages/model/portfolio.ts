import { assignGroups, createScorer, type Model, type Observation, type ResolvedModel, resolveModel } from '@hale/core';
import type { PortfolioReading } from '../../server/reading/read-portfolio.ts';

/** A customer with all that the model asks of it. */
export interface Customer {
  readonly id: string;
  readonly name: string;
  readonly observations: ReadonlyMap<string, Observation>;
  readonly facts: ReadonlyMap<string, { value: string | number | boolean; at: number | null }>;
}

/** Customers for whom the same model is in force. */
export interface Cohort {
  readonly resolved: ResolvedModel;
  /** Places in the list of customers. */
  readonly places: readonly number[];
}

/** The customers a server told of. */
export function customersOf({ measures, facts, accounts }: PortfolioReading): Customer[] {
  return accounts.map(({ id, name, values, at, facts: own }) => ({
    id,
    name,
    observations: new Map(
      measures.map((measure, place) => [measure, { value: values[place] ?? null, at: at[place] ?? null }]),
    ),
    facts: new Map(
      facts.flatMap((fact, place) => {
        const value = own[place] ?? null;
        return value === null ? [] : [[fact, { value, at: null }] as const];
      }),
    ),
  }));
}

/** Customers by the model that is in force for them, the largest cohort first. Weights do not change who is where. */
export function cohortsOf(model: Model, customers: readonly Customer[]): Cohort[] {
  const places = new Map<ResolvedModel, number[]>();
  for (const [place, customer] of customers.entries()) {
    const { segments, stages, maturity } = assignGroups(model, customer);
    const resolved = resolveModel(model, [segments.group, stages.group, maturity.group]);
    const cohort = places.get(resolved);
    if (cohort) cohort.push(place);
    else places.set(resolved, [place]);
  }
  return [...places]
    .map(([resolved, own]) => ({ resolved, places: own }))
    .sort((a, b) => b.places.length - a.places.length);
}

/** By what each weight is multiplied, by the id of the dimension; 1 where it is not named. */
export type Factors = ReadonlyMap<string, number>;

/** What a score came to for one customer. */
export interface Standing {
  readonly score: number | null;
  /** Place on the scale, worst first; null without a score. */
  readonly tier: number | null;
}

/** Scores every customer with the weights multiplied, as of `now` (milliseconds). Tiers are those of the score alone. */
export function scoreAll(
  cohorts: readonly Cohort[],
  customers: readonly Customer[],
  factors: Factors,
  now: number,
): Standing[] {
  const standings: Standing[] = Array(customers.length);
  for (const { resolved, places } of cohorts) {
    const dimensions = resolved.dimensions.map((dimension) => ({
      ...dimension,
      weight: dimension.weight * (factors.get(dimension.id) ?? 1),
    }));
    const { measures, score } = createScorer({ ...resolved, dimensions }, now);
    for (const place of places) {
      const observed = customers[place]?.observations;
      const given = score(measures.map((measure) => observed?.get(measure)));
      const tier = given === null ? null : resolved.tiers.findLastIndex(({ from }) => from <= given);
      standings[place] = { score: given, tier };
    }
  }
  return standings;
}
