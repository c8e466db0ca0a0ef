import type { Model, Report } from '@hale/core';

/** A row of the table of scores: one account, in figures and ids. */
export type ScoreRow = Readonly<Record<string, string | number | null>>;

/** The columns of the table of scores by this model, each with its type in SQL. A dimension has one, named after it. */
export function scoreColumns(model: Model): Readonly<Record<string, 'text' | 'double'>> {
  const dimensions = new Set(dimensionIds(model));
  return {
    account_id: 'text',
    name: 'text',
    as_of: 'text',
    model: 'text',
    version: 'text',
    score: 'double',
    reason: 'text',
    tier: 'text',
    coverage: 'double',
    low: 'double',
    high: 'double',
    change: 'double',
    direction: 'text',
    segment: 'text',
    stage: 'text',
    maturity: 'text',
    risks: 'text',
    growth: 'text',
    ...Object.fromEntries([...dimensions].map((id) => [`dimension:${id}`, 'double' as const])),
  };
}

/** The dimensions of the model, and those that segments, stages and levels of maturity have in their place. */
function* dimensionIds({ dimensions, segments = [], stages = [], maturity = [] }: Model): Generator<string> {
  for (const { id } of dimensions) yield id;
  for (const group of [...segments, ...stages, ...maturity]) for (const { id } of group.dimensions ?? []) yield id;
}

/** A report as such a row. Ids of several signals are separated by a bar. */
export function toScoreRow(report: Report): ScoreRow {
  const { account, asOf, model, score, reason, tier, coverage, possible, trend, segment, stage, maturity } = report;
  const signals = (effect: 'risk' | 'growth') =>
    report.signals.flatMap((signal) => (signal.effect === effect ? [signal.id] : [])).join('|') || null;
  return {
    account_id: account.id,
    name: account.name,
    as_of: asOf,
    model: model.id,
    version: String(model.version),
    score,
    reason: reason?.code ?? null,
    tier,
    coverage,
    low: possible?.low ?? null,
    high: possible?.high ?? null,
    change: trend.change,
    direction: trend.direction,
    segment: segment?.id ?? null,
    stage: stage?.id ?? null,
    maturity: maturity?.id ?? null,
    risks: signals('risk'),
    growth: signals('growth'),
    ...Object.fromEntries(report.dimensions.map(({ id, score }) => [`dimension:${id}`, score])),
  };
}
