import type { Handler } from 'hono';
import * as z from 'zod/mini';
import { oneOf, readParameters } from '../http/parameters.ts';
import { modelsFor } from '../models/models.ts';
import type { Portfolio } from '../portfolio.ts';
import type { PortfolioReadings } from '../reading/portfolio-readings.ts';

/** A model on offer, as a list shows it. */
export interface ListedModel {
  readonly id: string;
  readonly version: string;
  readonly label: string;
  readonly intent: string | null;
}

/** `GET /v1/models`: the models that `/v1/observations` knows, the portfolio's own first. */
export function modelList({ model }: Portfolio): Handler {
  const models = modelsFor(model).map(
    ({ id, version, label, intent }): ListedModel => ({ id, version, label: label ?? id, intent: intent ?? null }),
  );
  return (context) => {
    readParameters({}, new URL(context.req.url).searchParams);
    return context.json({ models });
  };
}

/** `GET /v1/observations?model=b2b-saas`: a model, and what it asks of every customer; the portfolio's own when absent. */
export function observations({ model: own }: Portfolio, readings: PortfolioReadings): Handler {
  const models = new Map(modelsFor(own).map((model) => [model.id, model]));
  const parameters = { model: z._default(oneOf([...models.keys()]), own.id) };
  return async (context) => {
    const { model } = readParameters(parameters, new URL(context.req.url).searchParams);
    // Parsed above: one of the ids.
    return context.json(await readings.of(models.get(model) ?? own));
  };
}
