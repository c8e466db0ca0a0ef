import type * as z from 'zod/mini';

/** A JSON Schema (2020-12), or a part of one. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

const told = new WeakMap<z.core.$ZodType, JsonSchema>();

/**
 * The schema itself, of which documents tell `json` and not what zod makes of it: where zod knows no better word, or where
 * what it checks is nobody's business.
 */
export function toldAs<Schema extends z.core.$ZodType>(schema: Schema, json: JsonSchema): Schema {
  told.set(schema, json);
  return schema;
}

/** Puts in the place of what zod makes of a schema what is told of it: an `override` of `toJSONSchema`. */
export function tell({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: JsonSchema }): void {
  const json = told.get(zodSchema);
  if (!json) return;
  for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
  Object.assign(jsonSchema, json);
}
