/** The parts of a JSON Schema that this page shows. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly security: readonly object[];
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly description?: string;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
}

/** The document of this server's API, as far as this page reads it. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const components = '#/components/schemas/';

/** What a reference leads to: a schema, and its name where it is one of the documents that people speak of. */
export function follow({ components: { schemas } }: ApiDocument, reference: string): { name: string; schema: Schema } {
  const [name = '', ...way] = reference.slice(components.length).split('/');
  let schema: unknown = schemas[name];
  for (const step of way) schema = (schema as Record<string, unknown> | undefined)?.[step];
  return { name: [name, ...way].join('/'), schema: (schema ?? {}) as Schema };
}

/** Whether it is a document of its own, and no part of one: `Report`, not `Report.tier`. */
export const isDocument = (name: string): boolean => /^\w+$/.test(name);
