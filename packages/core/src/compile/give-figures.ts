import type { Metric } from '../metrics/kinds.ts';
import { measureIdOf } from '../metrics/own-measures.ts';
import { metricsOf } from '../model/dimension.ts';
import type { Grouping } from '../model/resolve-model.ts';
import { sql } from '../sql/fragment.ts';
import { express, joined, plain, reading } from './expression.ts';
import { gathered } from './past-columns.ts';
import { whole } from './plans.ts';
import type { ScoreTable } from './score-table.ts';
import type { StandingColumns } from './standing-columns.ts';

const names: Readonly<Record<Grouping, string>> = { segments: 'segment', stages: 'stage', maturity: 'maturity' };

/** Gives the figures of an account, as `docs/sql.md` lists them. */
export function giveFigures(table: ScoreTable, standing: StandingColumns): void {
  const { model, dialect, now, plans, measures, facts, groups, scores, past, settled, signals } = standing;
  const text = (words: string) => plain(sql`coalesce(${words}, '')`);
  table.giveColumn(gathered('id'), 'account_id');
  table.giveColumn(gathered('name'), 'account_name');
  table.give(dialect.instant(now), 'as_of');
  table.give(text(model.id), 'model');
  table.give(text(model.version), 'version');

  table.giveColumn(settled.score, 'score');
  table.giveColumn(settled.tier, 'tier');
  table.giveColumn(scores.coverage, 'coverage');
  table.giveColumn(scores.reason, 'reason');
  table.giveColumn(settled.change, 'score_change');
  table.giveColumn(scores.low, 'score_low');
  table.giveColumn(scores.high, 'score_high');
  table.giveColumn(settled.held, 'tier_of_score_alone');
  table.giveColumn(scores.score, 'computed_score');
  table.giveColumn(settled.computedTier, 'computed_tier');
  const { score, tier, reason, author } = past.override;
  table.giveColumn(score, 'override_score');
  table.giveColumn(tier, 'override_tier');
  table.giveColumn(reason, 'override_reason');
  table.giveColumn(author, 'override_author');

  for (const [grouping, { place }] of groups.groupings) {
    const ids = (model[grouping] ?? []).map(({ id }, at) => express` when ${whole(at)} then ${sql`${id}`}`);
    table.give(express`case ${reading(place)}${joined(ids, sql``)} end`, names[grouping]);
  }
  const dimensions = new Set(plans.flatMap((plan) => plan.dimensions.map(({ id }) => id)));
  for (const id of dimensions) {
    const column = scores.dimension(id);
    if (column) table.giveColumn(column, 'dimension', id, 'score');
  }
  for (const [signal, column] of signals) table.giveColumn(column, 'signal', signal.id);

  const readers = new Map(
    plans.flatMap(({ dimensions }) => metricsOf(dimensions).map((one: Metric) => [measureIdOf(one), one.id] as const)),
  );
  for (const [id, { value, parts, stage }] of measures) {
    const [kind, of] = Object.hasOwn(model.measures, id) ? ['measure', id] : ['measure_of', readers.get(id) ?? id];
    const column = (name: string) => ({ ...gathered(name), stage });
    table.giveColumn(column(value), kind, of);
    for (const [part, name] of parts) table.giveColumn(column(name), kind, of, part);
  }
  for (const [fact, { number, text, boolean }] of facts) {
    table.giveColumn(number, 'fact', fact, 'number');
    table.giveColumn(text, 'fact', fact, 'text');
    table.giveColumn(boolean, 'fact', fact, 'boolean');
  }
}
