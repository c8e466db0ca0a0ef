import { isFields } from './vectors.ts';

/** A JSON Schema, as far as it is looked at here. */
export interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** How the references of a schema are followed. */
export const followIn =
  (root: Schema) =>
  (schema: Schema): Schema =>
    schema.$ref ? followIn(root)(root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {}) : schema;
type Follow = ReturnType<typeof followIn>;

/** What a schema has and none of the values does: settings never given, choices never made, nothing where it may be. */
export function unseen(schema: Schema, values: readonly unknown[], path: string, follow: Follow): string[] {
  const known = follow(schema);
  // Of the scalars that a value may be, one will do.
  const branches = choicesOf(known, follow).filter(
    (one) => !(isScalar(one) && values.some((value) => !isFields(value))),
  );
  if (branches.length) {
    return branches.flatMap((one) => {
      const own = values.filter((value) => fits(one, value, follow));
      const name = one.properties?.kind ? String(follow(one.properties.kind).const) : (one.type ?? 'a choice');
      return own.length ? unseen(one, own, `${path}/${name}`, follow) : [`${path}: ${name}`];
    });
  }
  if (known.enum) return known.enum.filter((choice) => !values.includes(choice)).map((choice) => `${path}: ${choice}`);
  if (known.items) return unseen(known.items, values.flat(), path, follow);
  const records = values.filter(isFields);
  if (typeof known.additionalProperties === 'object') {
    return unseen(known.additionalProperties, records.flatMap(Object.values), `${path}/*`, follow);
  }
  return Object.entries(known.properties ?? {}).flatMap(([key, inner]) => {
    const given = records.flatMap((record) => (Object.hasOwn(record, key) ? [record[key]] : []));
    return given.length ? unseen(inner, given, `${path}/${key}`, follow) : [`${path}/${key}`];
  });
}

/** What a value may be, of unions in a union too. */
const choicesOf = ({ anyOf, oneOf }: Schema, follow: Follow): Schema[] =>
  (anyOf ?? oneOf ?? []).map(follow).flatMap((one) => (one.anyOf || one.oneOf ? choicesOf(one, follow) : [one]));

const isScalar = ({ type, enum: choices }: Schema) => !choices && ['number', 'string', 'boolean'].includes(type ?? '');

function fits(schema: Schema, value: unknown, follow: Follow): boolean {
  if (schema.type === 'null') return value === null;
  if (schema.type === 'array') return Array.isArray(value);
  if (schema.type === 'object') {
    const kind = schema.properties?.kind;
    if (!isFields(value) || Array.isArray(value)) return false;
    return kind ? follow(kind).const === value.kind : (schema.required ?? []).every((key) => Object.hasOwn(value, key));
  }
  if (schema.enum) return schema.enum.includes(value);
  return schema.const === undefined ? typeof value === schema.type : schema.const === value;
}
