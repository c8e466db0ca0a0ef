import * as z from 'zod/mini';
import type { Issue } from '../errors.ts';
import { given } from '../errors.ts';
import { form, type Made } from '../schema/form.ts';
import { id, percent } from '../schema/primitives.ts';
import { duration, inWords } from '../schema/time.ts';
import { ownFields } from './metric-fields.ts';
import { clamp, listed, metricKind, named } from './metric-kind.ts';
import { clampSql, type MetricSql } from './metric-sql.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('sentiment'),
    ...ownFields,
    /** The fact that holds the judgement, as text. */
    fact: id,
    /** The score of each. Any other text is missing. */
    scale: z.record(id, percent),
    /** How long a judgement holds. An undated one holds until it is replaced. */
    expires: duration,
  });
type Sentiment = Made<typeof schema>;

/** What a person who knows the account makes of it, such as a pulse of green, yellow or red; it expires. */
export const sentiment = metricKind<Sentiment>({
  kind: 'sentiment',
  isJudgement: true,
  reads: ({ fact, scale }) => ({ kind: 'fact', name: fact, scale }),
  score: (_, value) => clamp(value),
  rises: () => 'up',
  staleAfter: ({ expires }) => expires,
  explain: ({ scale, expires }, say) =>
    `${listed(Object.entries(scale).map(([judgement, score]) => `${say(score)} for ${judgement}`))}; holds for ${inWords(expires)}`,
});

/** How it is written in a model. */
export const sentimentForm = /* @__PURE__ */ form(schema, ({ scale }: Sentiment, path: string): Issue[] => {
  const issues = named(scale, `${path}.scale`, 'judgement');
  const number = Object.keys(scale).find((text) => text.trim() && Number.isFinite(Number(text)));
  if (number === undefined) return issues;
  const at = `${path}.scale`;
  const message = `${at} must name judgements by text, not ${given(number)}: a number is read as it stands. For judgements that are numbers use a range over the fact.`;
  return [...issues, { code: 'numeric-scale', path: at, message }];
});

/** The same for all accounts at once. */
export const sentimentSql: MetricSql<Sentiment> = (_, value) => ({ score: clampSql(value) });
