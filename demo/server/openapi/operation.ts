import type { Handler } from 'hono';
import type * as z from 'zod/mini';
import type { Access } from '../http/access.ts';
import type { ProblemCode } from '../http/problem.ts';

/** What one address does, in the words of its document. */
export interface Operation {
  /** Names it, once in the whole document: `listAccounts`. */
  readonly id: string;
  /** What it gives, in a few words. */
  readonly summary: string;
  /** What else there is to know of it, in sentences. */
  readonly description?: string;
  /** What may stand in the query: the same schemas that read it. */
  readonly parameters?: z.core.$ZodLooseShape;
  /** Headers it reads beside the token. */
  readonly headers?: z.core.$ZodLooseShape;
  /** What is sent, as JSON: the schema that reads it. */
  readonly body?: z.core.$ZodType;
  readonly gives: Given;
  /** What may be wrong, beside what every address below `/v1` may answer. */
  readonly problems?: readonly ProblemCode[];
}

/** What a request is answered with when all is well. */
export interface Given {
  readonly status: 200 | 204;
  readonly description: string;
  /** By media type; nothing where there is no body. */
  readonly content?: Readonly<Record<string, z.core.$ZodType>>;
  /** Whether it goes on for as long as somebody reads: it has no tag then. */
  readonly isStream?: boolean;
}

/** What one address does, and who does it. */
export interface Endpoint {
  readonly tells: Operation;
  readonly answer: readonly [Handler, ...Handler[]];
}

/** One address as the document lists it. */
export interface Described extends Endpoint {
  readonly method: 'GET' | 'POST';
  /** In the words of hono: `/v1/accounts/:id`. */
  readonly path: string;
  /** Null where no token is needed. */
  readonly access: Access | null;
}

/** A JSON answer. */
export const json = (description: string, schema: z.core.$ZodType): Given => ({
  status: 200,
  description,
  content: { 'application/json': schema },
});
