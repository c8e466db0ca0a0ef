import type { Handler } from 'hono';
import { readParameters } from '../http/parameters.ts';
import type { Portfolio } from '../portfolio.ts';

/** `GET /v1/model`: the model that accounts are scored with. */
export const modelDocument =
  ({ model }: Portfolio): Handler =>
  (context) => {
    readParameters({}, new URL(context.req.url).searchParams);
    return context.json(model);
  };
