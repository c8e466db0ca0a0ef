import type { Model } from '../model/define-model.ts';
import { parseInstant } from '../schema/time.ts';
import type { Resampling } from '../stats/resample/bootstrap.ts';
import type { BacktestWeights } from './backtest-report.ts';
import type { Dataset } from './dataset.ts';
import { decideAdoption } from './decide-adoption.ts';
import type { StandingRow } from './gather-rows.ts';
import { learnWeights } from './learn-weights.ts';
import { proposeWeights } from './propose-weights.ts';
import { splitByTime } from './split.ts';
import { warnedBy } from './warned.ts';
import { type WeighedRow, type WeightsEffect, weigh } from './weighed.ts';

/** How strongly weights are drawn towards today's. */
const strength = 10;

/** Draws of accounts for the intervals of weights: each learns them anew, which takes longest of all. */
const fewDraws = 100;

/**
 * Weights for the dimensions of a model from rows, and whether such weights, learned from the earlier rows alone, would
 * have ranked the later ones better than today's.
 */
export function weightsOf(
  model: Model,
  dataset: Dataset<StandingRow>,
  {
    warnBelow,
    testFrom,
    resampling,
  }: { readonly warnBelow: number; readonly testFrom: string | null; readonly resampling: () => Resampling },
): BacktestWeights {
  const today = model.dimensions.map(({ id, weight = 1 }) => ({ id, weight }));
  const { tiers } = model;
  const { generator, times = 400 } = resampling();
  const { value, reason } = proposeWeights(
    weighed(dataset.rows),
    { weights: today, tiers, warnBelow, strength },
    { generator, times: Math.min(times, fewDraws) },
  );
  const labels = new Map(model.dimensions.map(({ id, label = id }) => [id, label]));
  const later = testFrom === null ? null : laterOf(dataset, today, parseInstant(testFrom), resampling());
  return {
    proposal: value && {
      ...value,
      withoutValue: [...value.withoutValue],
      weights: value.weights.map(({ alone, ...weight }) => ({
        ...weight,
        label: labels.get(weight.id) ?? weight.id,
        auc: alone && { value: alone.auc, low: alone.low, high: alone.high, standardError: alone.standardError },
      })),
      today: effectOf(value.today),
      proposed: effectOf(value.proposed),
    },
    reason: reason?.sentence ?? null,
    later,
    advice: `${adviceOf(value !== null, later, reason?.sentence ?? '')}${othersOf(model, dataset.rows)}`,
  };
}

const effectOf = ({ confusion, tiers }: WeightsEffect) => ({ warned: warnedBy(confusion), tiers });

/** Rows with a score that other weights of the model would change. */
const weighed = (rows: readonly StandingRow[]): WeighedRow[] =>
  rows.flatMap(({ account, cutOff, happened, standing }) =>
    standing?.isByModel && standing.score !== null ? [{ account, cutOff, happened, scores: standing.parts }] : [],
  );

/** What is said of rows whose scores the weights of the model do not make; nothing where there are none. */
function othersOf(model: Model, rows: readonly StandingRow[]): string {
  const scored = rows.filter(({ standing }) => standing?.score != null);
  const others = scored.filter(({ standing }) => !standing?.isByModel).length;
  if (others === 0) return '';
  const { method = 'weighted' } = model.score ?? {};
  return method === 'weighted'
    ? ` Left out are ${others} of ${scored.length} rows, of accounts in groups with weights, dimensions or tiers of their own.`
    : ` The score of ${model.id} is no weighted mean of its dimensions (its method is ${method}), so that there are no weights to learn.`;
}

function laterOf(
  dataset: Dataset<StandingRow>,
  today: readonly { readonly weight: number }[],
  testFrom: number,
  resampling: Resampling,
): BacktestWeights['later'] {
  const { train, test } = splitByTime(dataset, testFrom);
  const [before, after] = [weighed(train), weighed(test)];
  const weights = today.map(({ weight }) => weight);
  if (before.length === 0 || after.length === 0) return null;
  const learned = learnWeights(before, weights, strength);
  const risk = (by: readonly number[]) => after.map(({ scores }) => 100 - (weigh(scores, by) ?? 50));
  const { skill: _, ...decided } = decideAdoption(
    { train: before, test: after, baseline: risk(weights), learned: risk(learned), against: "today's weights" },
    resampling,
  );
  return decided;
}

function adviceOf(isProposed: boolean, later: BacktestWeights['later'], reason: string): string {
  if (!isProposed) return `Keep today's weights. ${reason}`;
  if (later?.adopted) return `Consider the proposed weights. ${later.sentence}`;
  return `Keep today's weights. ${later?.sentence ?? 'Nothing later is there to try others on.'}`;
}
