import type { Model } from '@hale/core';
import { readParameters } from '../http/parameters.ts';
import { core } from '../openapi/core-documents.ts';
import { type Endpoint, json } from '../openapi/operation.ts';
import type { Portfolio } from '../portfolio.ts';

/** `GET /v1/model`: the model that accounts are scored with. */
export const modelDocument = ({ model }: Portfolio): Endpoint => ({
  tells: {
    id: 'readModel',
    summary: 'The model that accounts are scored with',
    gives: json('The model.', core<Model>('Model')),
  },
  answer: [
    (context) => {
      readParameters({}, new URL(context.req.url).searchParams);
      return context.json(model);
    },
  ],
});
