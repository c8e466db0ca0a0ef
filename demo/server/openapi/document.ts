import * as z from 'zod/mini';
import type { Access } from '../http/access.ts';
import { type ProblemCode, problem, problems, problemType } from '../http/problem.ts';
import { grouped } from '../reading/grouped.ts';
import { audiences } from '../tokens/grant.ts';
import { coreComponents } from './core-documents.ts';
import type { Described, Given, Operation } from './operation.ts';
import { vocabulary } from './parts.ts';
import { type JsonSchema, tell } from './told-as.ts';

/** A document of OpenAPI 3.1, as far as this one goes. */
export interface OpenApi {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>>; readonly securitySchemes: object };
}

/** One operation in it. */
export interface DocumentedOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly security: readonly object[];
  readonly parameters: readonly {
    readonly name: string;
    readonly in: 'path' | 'query' | 'header';
    readonly required: boolean;
    readonly description?: string;
    readonly schema: JsonSchema;
  }[];
  readonly requestBody?: { readonly required: true; readonly content: DocumentedContent };
  readonly responses: Readonly<Record<string, DocumentedResponse>>;
}

export interface DocumentedResponse {
  readonly description: string;
  readonly headers?: object;
  readonly content?: DocumentedContent;
}

type DocumentedContent = Readonly<Record<string, { readonly schema: JsonSchema }>>;

const definitions = '#/$defs/';
const components = '#/components/schemas/';

/**
 * The document of some addresses: the schemas that read what is sent, and those of what is answered. Nothing of the
 * portfolio is in it, so that anybody may read it.
 */
export function openApi(described: readonly Described[]): OpenApi {
  const schemas = coreComponents();
  const told = (schema: z.core.$ZodType, io: 'input' | 'output'): JsonSchema => {
    // Wrapped: what has a name of its own is then told by that name, here too.
    const options = { io, metadata: vocabulary, unrepresentable: 'any', override: tell } as const;
    const whole = z.toJSONSchema(z.object({ only: schema }), options);
    const { $defs = {}, properties } = pointingAtComponents(whole);
    for (const [name, definition] of Object.entries($defs)) schemas[name] = definition;
    // Sound: it is the one property of the object above.
    return properties?.only as JsonSchema;
  };

  const paths: Record<string, Record<string, DocumentedOperation>> = {};
  for (const { method, path, access, tells } of described) {
    const place = path.replace(/:(\w+)/g, '{$1}');
    paths[place] = { ...paths[place], [method.toLowerCase()]: operation(tells, method, place, access, told) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Hale demo',
      version: '1',
      description:
        'Health of accounts, as the demo serves it. Every address below `/v1` but this document wants a token, for one audience, one subject and the pages of one origin.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

const ifNoneMatch = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The ETag of an earlier answer.',
  schema: { type: 'string' },
} as const;

type Tell = (schema: z.core.$ZodType, io: 'input' | 'output') => JsonSchema;

function operation(
  tells: Operation,
  method: string,
  place: string,
  access: Access | null,
  told: Tell,
): DocumentedOperation {
  const inPath = [...place.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path' as const,
    required: true,
    description: 'Names an account.',
    schema: { type: 'string' } as const,
  }));
  const listed = (shape: z.core.$ZodLooseShape = {}, where: 'query' | 'header') =>
    Object.entries(shape).map(([name, schema]) => {
      const { description, ...rest } = told(schema, 'input');
      const required = !z.safeParse(schema, undefined).success;
      return { name, in: where, required, ...(description && { description }), schema: rest };
    });
  const { id, summary, gives, body } = tells;
  const description = [tells.description, access && whoMay(access)].filter(Boolean).join(' ');
  return {
    operationId: id,
    summary,
    ...(description && { description }),
    security: access ? [{ token: [] }] : [],
    parameters: [
      ...inPath,
      ...listed(tells.parameters, 'query'),
      ...listed(tells.headers, 'header'),
      ...(method === 'GET' && !gives.isStream ? [ifNoneMatch] : []),
    ],
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: told(body, 'input') } } } }),
    responses: { ...good(gives, method, told), ...bad(codesOf(tells, access), told) },
  };
}

/** Who may ask, in a sentence. */
function whoMay({ audiences: own, of }: Access): string {
  const subject = {
    portfolio: ' for the whole portfolio',
    account: ' for this account or the portfolio',
    accounts: '',
  };
  return `For tokens of the audience ${own.join(' or ')}${subject[of]}.`;
}

function good(
  { status, description, content, isStream }: Given,
  method: string,
  told: Tell,
): Record<string, DocumentedResponse> {
  const reads = method === 'GET' && !isStream;
  const answer = {
    description,
    ...(reads && {
      headers: { ETag: { description: 'Names this answer, for If-None-Match.', schema: { type: 'string' } } },
    }),
    ...(content && {
      content: Object.fromEntries(
        Object.entries(content).map(([type, schema]) => [type, { schema: told(schema, 'output') }]),
      ),
    }),
  };
  const same = { 304: { description: 'It is still the one that If-None-Match names.' } };
  return { [status]: answer, ...(reads && same) };
}

/** What may be wrong at an address: what stands before all of them, and what is its own. */
function codesOf({ body, problems: own = [] }: Operation, access: Access | null): ProblemCode[] {
  const codes: ProblemCode[] = ['invalid-parameter', 'unexpected', ...own];
  if (body) codes.push('invalid-body', 'too-large');
  if (access) codes.push('no-token', 'token-expired', 'token-early', 'token-invalid', 'wrong-origin', 'too-many');
  if (access && access.audiences.length < audiences.length) codes.push('wrong-audience');
  if (access?.of === 'portfolio') codes.push('wrong-subject');
  if (access?.of === 'account') codes.push('unknown-account');
  return codes;
}

const extra: Readonly<Record<number, object>> = {
  401: { 'WWW-Authenticate': { description: 'What kind of token is wanted.', schema: { type: 'string' } } },
  429: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } } },
};

/** The answers to what is wrong, one for each status, with all that it may mean. */
function bad(codes: readonly ProblemCode[], told: Tell): Record<string, DocumentedResponse> {
  const schema = told(problem, 'output');
  const known = Object.entries(problems).filter(([code]) => codes.some((one) => one === code));
  return Object.fromEntries(
    [...grouped(known, ([, { status }]) => status)].map(([status, own]) => [
      status,
      {
        description: own.map(([, { title }]) => `${title}.`).join(' '),
        ...(extra[status] && { headers: extra[status] }),
        content: {
          'application/problem+json': {
            schema: { ...schema, properties: { type: { enum: own.map(([code]) => problemType(code)) } } },
          },
        },
      },
    ]),
  );
}

/** What zod calls a definition of its own is a component of the document. */
function pointingAtComponents(schema: JsonSchema): JsonSchema {
  const text = JSON.stringify(schema, (key, value) =>
    key === '$ref' && String(value).startsWith(definitions) ? components + value.slice(definitions.length) : value,
  );
  // What was a JSON Schema is one still.
  return JSON.parse(text) as JsonSchema;
}
