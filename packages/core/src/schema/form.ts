import type * as z from 'zod/mini';

/** How something is written in a document: its schema, and what a schema cannot see. */
export interface Form<S extends z.ZodMiniType, C, E> {
  readonly schema: S;
  readonly check?: C | undefined;
  /** Between which numbers the values of a measure lie; any where absent. */
  readonly extent?: E | undefined;
}

/**
 * Makes a form. Its schema is made here and not where the kind is, so that what only scores does not carry it: the call
 * is marked as pure, and left out where nothing asks for the form.
 */
export const form = <S extends z.ZodMiniType, C, E>(schema: () => S, check?: C, extent?: E): Form<S, C, E> => ({
  schema: schema(),
  check,
  extent,
});

/** What a form's schema gives. */
export type Made<S extends () => z.ZodMiniType> = z.infer<ReturnType<S>>;
