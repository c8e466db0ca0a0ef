import * as z from 'zod/mini';
import { toldAs } from './told-as.ts';

/** What documents say of schemas beside what zod knows. */
export const vocabulary = z.registry<{ readonly id?: string; readonly description?: string }>();

/** A schema with a sentence for its reader. */
export function said<Schema extends z.core.$ZodType>(description: string, schema: Schema): Schema {
  vocabulary.add<z.core.$ZodType>(schema, { description });
  return schema;
}

/** A schema that stands in the document under a name of its own. */
export function named<Schema extends z.core.$ZodType>(id: string, description: string, schema: Schema): Schema {
  vocabulary.add<z.core.$ZodType>(schema, { id, description });
  return schema;
}

/** An instant, `2026-11-14T09:00:00.000Z`. */
export const instant = () => toldAs(z.string(), { type: 'string', format: 'date-time' });

/** A number of things. */
export const count = () => z.int().check(z.gte(0));

/** 0–1. */
export const share = () => z.number().check(z.gte(0), z.lte(1));

/** 0–100; null where there is none. */
export const score = () => z.nullable(z.number().check(z.gte(0), z.lte(100)));
