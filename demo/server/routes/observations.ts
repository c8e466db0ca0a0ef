import type { Model } from '@hale/core';
import * as z from 'zod/mini';
import { oneOfOwn, readParameters } from '../http/parameters.ts';
import { modelsFor } from '../models/models.ts';
import { core } from '../openapi/core-documents.ts';
import { type Endpoint, json } from '../openapi/operation.ts';
import { instant, named, said } from '../openapi/parts.ts';
import type { Portfolio } from '../portfolio.ts';
import type { PortfolioReadings } from '../reading/portfolio-readings.ts';
import type { PortfolioReading } from '../reading/read-portfolio.ts';

/** A model on offer, as a list shows it. */
export interface ListedModel {
  readonly id: string;
  readonly version: string;
  readonly label: string;
  readonly intent: string | null;
}

const listedModel: z.ZodMiniType<ListedModel> = named(
  'ListedModel',
  'A model on offer.',
  z.strictObject({
    id: z.string(),
    version: z.string(),
    label: z.string(),
    intent: said('What it is for, in a sentence.', z.nullable(z.string())),
  }),
);

const numbers = () => z.array(z.nullable(z.number()));

const reading: z.ZodMiniType<PortfolioReading> = named(
  'PortfolioReading',
  'What a model asks of every customer, compactly: enough to score them all elsewhere.',
  z.strictObject({
    model: core<Model>('Model'),
    asOf: instant(),
    measures: said("Measure ids, in the order of each account's `values` and `at`.", z.array(z.string())),
    facts: said("Names of facts, in the order of each account's `facts`.", z.array(z.string())),
    accounts: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        values: said('Null is missing.', numbers()),
        at: said('When each was observed, in ms since 1970; null where it is not known.', numbers()),
        facts: z.array(z.nullable(z.union([z.string(), z.number(), z.boolean()]))),
      }),
    ),
  }),
);

/** `GET /v1/models`: the models that `/v1/observations` knows, the portfolio's own first. */
export function modelList({ model }: Portfolio): Endpoint {
  const models = modelsFor(model).map(
    ({ id, version, label, intent }): ListedModel => ({ id, version, label: label ?? id, intent: intent ?? null }),
  );
  return {
    tells: {
      id: 'listModels',
      summary: 'The models that can be tried',
      gives: json("The models, the portfolio's own first.", z.strictObject({ models: z.array(listedModel) })),
    },
    answer: [
      (context) => {
        readParameters({}, new URL(context.req.url).searchParams);
        return context.json({ models });
      },
    ],
  };
}

/** `GET /v1/observations?model=b2b-saas`: a model, and what it asks of every customer; the portfolio's own when absent. */
export function observations({ model: own }: Portfolio, readings: PortfolioReadings): Endpoint {
  const models = new Map(modelsFor(own).map((model) => [model.id, model]));
  const asked = oneOfOwn([...models.keys()], "Id of a model that `/v1/models` lists; the portfolio's own when absent.");
  const parameters = { model: z.optional(asked) };
  return {
    tells: {
      id: 'readObservations',
      summary: 'What a model asks of every customer',
      parameters,
      gives: json('The model, and what was observed.', reading),
    },
    answer: [
      async (context) => {
        const { model = own.id } = readParameters(parameters, new URL(context.req.url).searchParams);
        // Parsed above: one of the ids.
        return context.json(await readings.of(models.get(model) ?? own));
      },
    ],
  };
}
