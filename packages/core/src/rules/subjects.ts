import * as z from 'zod/mini';
import { id, scalar } from '../schema/primitives.ts';
import { comparison } from './compare.ts';
import type { RuleSubjects } from './rule-kind.ts';

const number = { ordered: z.number(), same: z.number() };
const anyNumber = { least: -Number.MAX_VALUE, most: Number.MAX_VALUE };

/** Asks about a measure: a number. */
export const measure = comparison({
  key: 'measure',
  name: id,
  ...number,
  read: (id, { observations }) => observations.get(id)?.value,
  reach: () => anyNumber,
});

/** Asks about a fact: a number, text, or true or false. */
export const fact = comparison({
  key: 'fact',
  name: id,
  ordered: z.union([z.number(), z.string().check(z.maxLength(2000))]),
  same: scalar,
  read: (id, { facts }) => facts.get(id)?.value,
  reach: () => ({ ...anyNumber, any: true }),
});

const figures = {
  value: { least: 0, most: 100 },
  change: { least: -100, most: 100 },
  coverage: { least: 0, most: 1 },
};
type Figure = keyof RuleSubjects['score'];

/** Asks about the score itself. */
export const score = comparison({
  key: 'score',
  name: z.enum(Object.keys(figures) as Figure[]),
  ...number,
  // Sound: the schema above takes no other name.
  read: (id, { score }) => score[id as Figure],
  reach: (id) => figures[id as Figure],
});

/** Asks about the score of a dimension. */
export const dimension = comparison({
  key: 'dimension',
  name: id,
  ...number,
  read: (id, { dimensions }) => dimensions?.get(id),
  reach: () => figures.value,
});
