import type { Metric } from '../metrics/kinds.ts';
import { measureIdOf } from '../metrics/own-measures.ts';
import { metricsOf } from '../model/dimension.ts';
import type { Grouping } from '../model/resolve-model.ts';
import { ours, sql } from '../sql/fragment.ts';
import { contributionColumns } from './contribution-columns.ts';
import { express, joined, plain, reading } from './expression.ts';
import { statuses } from './metric-columns.ts';
import { gathered } from './past-columns.ts';
import type { ScoreTable } from './score-table.ts';
import type { StandingColumns } from './standing-columns.ts';

const names: Readonly<Record<Grouping, string>> = { segments: 'segment', stages: 'stage', maturity: 'maturity' };

/** Gives the figures of an account, as `docs/sql.md` lists them. */
export function giveFigures(table: ScoreTable, standing: StandingColumns): void {
  const { model, dialect, now, plans, measures, facts, groups, scores, past, settled, signals } = standing;
  const text = (words: string) => plain(sql`coalesce(${words}, '')`);
  table.give(gathered('id'), 'account_id');
  table.give(gathered('name'), 'account_name');
  table.give(dialect.instant(now), 'as_of');
  table.give(text(model.id), 'model');
  table.give(text(model.version), 'version');

  table.give(settled.score, 'score');
  table.give(settled.tier, 'tier');
  table.give(scores.coverage, 'coverage');
  table.give(scores.reason, 'reason');
  table.give(settled.change, 'score_change');
  table.give(scores.low, 'score_low');
  table.give(scores.high, 'score_high');
  table.give(settled.held, 'tier_of_score_alone');
  table.give(scores.score, 'computed_score');
  table.give(settled.computedTier, 'computed_tier');
  const { score, tier, reason, author } = past.override;
  table.give(score, 'override_score');
  table.give(tier, 'override_tier');
  table.give(reason, 'override_reason');
  table.give(author, 'override_author');

  for (const [grouping, { place }] of groups.groupings) {
    const ids = (model[grouping] ?? []).map(({ id }, at) => express` when ${ours(at)} then ${sql`${id}`}`);
    table.give(express`case ${reading(place)}${joined(ids, sql``)} end`, names[grouping]);
  }
  const dimensions = new Set(plans.flatMap((plan) => plan.dimensions.map(({ id }) => id)));
  for (const id of dimensions) {
    const column = scores.dimension(id);
    if (column) table.give(column, 'dimension', id, 'score');
  }
  const { metrics, held } = contributionColumns(scores.tree, scores.score, standing.byPlan);
  for (const [id, { status, normalized, weight, points }] of metrics) {
    const words = statuses.map((one, place) => express` when ${ours(place)} then ${sql`${one}`}`);
    table.give(express`case ${status}${joined(words, sql``)} end`, 'metric', id, 'status');
    table.give(normalized, 'metric', id, 'score');
    table.give(weight, 'metric', id, 'weight');
    table.give(points, 'metric', id, 'points');
  }
  for (const { group, role, points } of held) table.give(points, 'group', group, role);
  for (const [signal, column] of signals) table.give(column, 'signal', signal.id);

  const readers = new Map(
    plans.flatMap(({ dimensions }) => metricsOf(dimensions).map((one: Metric) => [measureIdOf(one), one.id] as const)),
  );
  for (const [id, { value, parts, stage }] of measures) {
    const [kind, of] = Object.hasOwn(model.measures, id) ? ['measure', id] : ['measure_of', readers.get(id) ?? id];
    const column = (name: string) => ({ ...gathered(name), stage });
    table.give(column(value), kind, of);
    for (const [part, name] of parts) table.give(column(name), kind, of, part);
  }
  for (const [fact, { number, text, boolean }] of facts) {
    table.give(number, 'fact', fact, 'number');
    table.give(text, 'fact', fact, 'text');
    table.give(boolean, 'fact', fact, 'boolean');
  }
}
