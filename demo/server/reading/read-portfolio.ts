import { type Model, measuresOf } from '@hale/core';
import { factsOfGroups } from '../models/facts-of-rules.ts';
import type { Portfolio } from '../portfolio.ts';
import { accountRows } from './account-row.ts';
import { readFacts } from './read-facts.ts';
import { readObservations } from './read-observations.ts';
import { hasLeft } from './scoring-instants.ts';

/** What a model asks of every customer as of today, compactly: enough to score them all elsewhere. */
export interface PortfolioReading {
  /** The document itself. */
  readonly model: Model;
  readonly asOf: string;
  /** Measure ids, in the order of each account's `values` and `at`. */
  readonly measures: readonly string[];
  /** Names of the facts that segments, stages and levels of maturity ask for, in the order of each account's `facts`. */
  readonly facts: readonly string[];
  /** Customers by name; those that have left are not among them. */
  readonly accounts: readonly AccountFigures[];
}

/** What was observed of one account. */
export interface AccountFigures {
  readonly id: string;
  readonly name: string;
  /** Null is missing. */
  readonly values: readonly (number | null)[];
  /** When each was observed, in milliseconds; null where it is not known. */
  readonly at: readonly (number | null)[];
  readonly facts: readonly (string | number | boolean | null)[];
}

/** Reads what a model asks of all customers of a portfolio, which another model may score otherwise. */
export async function readPortfolio({ session, asOf }: Portfolio, model: Model): Promise<PortfolioReading> {
  const [rows, observations, factsAt] = await Promise.all([
    accountRows(session),
    readObservations(session, model, { now: asOf }),
    readFacts(session),
  ]);
  const facts = factsAt(asOf);
  const measures = [...measuresOf(model).measures.keys()];
  const names = [...factsOfGroups(model)];
  const customers = rows.filter(({ since, ended }) => (since ?? asOf) <= asOf && !hasLeft(ended, asOf));
  return {
    model,
    asOf: new Date(asOf).toISOString(),
    measures,
    facts: names,
    accounts: customers
      .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1))
      .map(({ id, name }) => ({
        id,
        name,
        values: measures.map((measure) => observations.get(id)?.get(measure)?.value ?? null),
        at: measures.map((measure) => observations.get(id)?.get(measure)?.at ?? null),
        facts: names.map((fact) => facts.get(id)?.get(fact)?.value ?? null),
      })),
  };
}
