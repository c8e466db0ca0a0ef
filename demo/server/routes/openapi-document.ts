import * as z from 'zod/mini';
import { readParameters } from '../http/parameters.ts';
import { openApi } from '../openapi/document.ts';
import { type Described, json } from '../openapi/operation.ts';

/**
 * `GET /v1/openapi.json`: what every address of the API takes and gives, this one too. It tells nothing of the portfolio,
 * and is for anybody, on any page.
 */
export function openApiDocument(others: readonly Described[]): Described {
  const own: Described = {
    method: 'GET',
    path: '/v1/openapi.json',
    access: null,
    tells: {
      id: 'readOpenApi',
      summary: 'This document',
      gives: json('The document, of OpenAPI 3.1.', z.record(z.string(), z.unknown())),
    },
    answer: [
      (context) => {
        readParameters({}, new URL(context.req.url).searchParams);
        context.header('access-control-allow-origin', '*');
        return context.json(document);
      },
    ],
  };
  const document = openApi([...others, own]);
  return own;
}
