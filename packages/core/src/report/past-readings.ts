import { missing, type Observation } from '../measures/measure-kind.ts';
import type { Metric } from '../metrics/kinds.ts';
import type { Model } from '../model/define-model.ts';
import { definitionOf } from '../model/definition.ts';
import { metricsOf } from '../model/dimension.ts';
import { type Groups, groupings, type ResolvedModel, resolveModel } from '../model/resolve-model.ts';
import type { Contribution, Report } from '../schema/report.ts';
import { parseInstant } from '../schema/time.ts';
import type { Scored } from '../score/tell-score.ts';
import { groupingNames, isSeen, rowKey, rowsOf } from './comparison.ts';

/** Observations by metric id, as read back from a report. */
export type Readings = ReadonlyMap<string, Observation>;

/** The groups of a model that a report says the account is in. */
export const groupsOf = (model: Model, report: Report): Groups =>
  groupings.map((grouping, place) => {
    const id = report[groupingNames[place] ?? 'segment']?.id;
    return model[grouping]?.find((group) => group.id === id) ?? null;
  });

/** What the metrics of a model read, as a report of that very model says. */
export function readingsOf(resolved: ResolvedModel, report: Report): Readings {
  const rows = rowsOf(report);
  return new Map(
    metricsOf(resolved.dimensions).map(({ id }) => {
      const row = rows.get(rowKey({ id }));
      return [id, row ? toObservation(row) : missing];
    }),
  );
}

/**
 * What the metrics of the newer model would have read before. One that was not asked then, or was measured otherwise,
 * reads what it reads now: what it moves is the model's doing. `then` is the older model, null when it is not known.
 * Pushes to `doubts` where a redefinition hides what the data did.
 */
export function pastReadings(
  resolved: ResolvedModel,
  [before, after]: readonly [Report, Report],
  then: Model | null,
  doubts: string[],
): Readings {
  const rows = rowsOf(before);
  const now = rowsOf(after);
  const byMeasure = new Map([...rows.values()].map((row) => [row.role ? null : row.measure, row]));
  const old = new Map(
    then ? metricsOf(resolveModel(then, groupsOf(then, before)).dimensions).map((metric) => [metric.id, metric]) : [],
  );
  const isRedefined = (row: Contribution, metric: Metric): boolean => {
    const before = old.get(row.id);
    return !!then && !!before && definitionOf(then, before) !== definitionOf(resolved.model, metric);
  };
  return new Map(
    metricsOf(resolved.dimensions).map((metric) => {
      const named = 'measure' in metric ? metric.measure : metric.id;
      const own = rows.get(rowKey({ id: metric.id }));
      const row = own?.measure === named ? own : byMeasure.get(named);
      const isOther = row !== undefined && isRedefined(row, metric);
      if (row && !isOther) return [metric.id, toObservation(row)];
      const today = now.get(rowKey({ id: metric.id }));
      if (isOther && row.value !== today?.value) {
        doubts.push(
          `${row.label} is measured otherwise than before: all that moved it is counted as the model’s doing.`,
        );
      }
      return [metric.id, today && isSeen(today) ? toObservation(today) : missing];
    }),
  );
}

/** What is observed now, with the values of before where there were any that counted. */
export const withPatternOf = (now: Readings, before: readonly Scored[]): Readings =>
  new Map(
    before.map(({ metric, status, observation }) => {
      const own = now.get(metric.id) ?? missing;
      const isKept = own.value !== null && (status === 'observed' || status === 'not-applicable');
      return [metric.id, isKept ? { value: observation.value, at: own.at } : own];
    }),
  );

const toObservation = ({ value, at }: Contribution): Observation => ({
  value,
  at: at === null ? null : parseInstant(at),
});
