import * as z from 'zod/mini';
import { id, scalar } from '../schema/primitives.ts';
import { comparison, comparisonForm } from './compare.ts';
import { comparisonSql } from './compare-sql.ts';
import type { RuleSubjects } from './rule-kind.ts';

const number = () => ({ ordered: z.number(), same: z.number() });
const anyNumber = { least: -Number.MAX_VALUE, most: Number.MAX_VALUE };

/** Asks about a measure: a number. */
export const measure = comparison({
  key: 'measure',
  read: (id, { observations }) => observations.get(id)?.value,
  reach: () => anyNumber,
});

/** Asks about a fact: a number, text, or true or false. */
export const fact = comparison({
  key: 'fact',
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
  // Sound: the schema above takes no other name.
  read: (id, { score }) => score[id as Figure],
  reach: (id) => figures[id as Figure],
});

/** Asks about the score of a dimension. */
export const dimension = comparison({
  key: 'dimension',
  read: (id, { dimensions }) => dimensions?.get(id),
  reach: () => figures.value,
});

/** How each is written. */
export const measureForm = () => comparisonForm('measure', { name: id, ...number() });
export const factForm = () =>
  comparisonForm('fact', {
    name: id,
    ordered: z.union([z.number(), z.string().check(z.maxLength(2000))]),
    same: scalar,
  });
export const scoreForm = () => comparisonForm('score', { name: z.enum(Object.keys(figures) as Figure[]), ...number() });
export const dimensionForm = () => comparisonForm('dimension', { name: id, ...number() });

/** The same for all accounts at once. */
export const measureSql = /* @__PURE__ */ comparisonSql('measure');
export const factSql = /* @__PURE__ */ comparisonSql('fact');
export const scoreSql = /* @__PURE__ */ comparisonSql('score');
export const dimensionSql = /* @__PURE__ */ comparisonSql('dimension');
