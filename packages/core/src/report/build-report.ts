import type { Model } from '../model/define-model.ts';
import type { Account } from '../schema/account.ts';
import type { Contribution, Report, ReportDimension } from '../schema/report.ts';
import { reportFormat } from '../schema/report-format.ts';
import { toInstant } from '../schema/time.ts';
import { assignTier, toneOf } from '../score/assign-tier.ts';
import { type AccountScore, defaultMinimumCoverage, scoreAccount } from '../score/score-account.ts';
import { detectSignals } from '../signals/detect-signals.ts';
import { scoreTrend } from '../trend/score-trend.ts';
import { type AccountReading, readAccount } from './account-reading.ts';
import { describeMeasure, explainContribution, explainNoScore, toEvidence } from './explain-score.ts';
import { instantOf } from './instant-of.ts';
import { labelFrom, toLabel } from './say.ts';
import { suggestPlaybooks } from './suggest-playbooks.ts';

/** When a report is made; the core has no clock of its own. */
export interface ReportOptions {
  readonly now: Date | string;
}

/**
 * The report of an account as of `now`: its score or the reason there is none, and all that explains it.
 * The model and the account must have been parsed. Throws a HealthError when `now` is no instant.
 */
export function buildReport(model: Model, account: Account, options: ReportOptions): Report {
  const now = instantOf(options.now);
  return reportFromReading(model, readAccount(model, account, now), options);
}

/** The same from what was read elsewhere, such as in a database. */
export function reportFromReading(model: Model, reading: AccountReading, options: ReportOptions): Report {
  const now = instantOf(options.now);
  const scored = scoreAccount(model, reading.observations, now);
  const { score, coverage } = scored;
  const tier = assignTier(model.tiers, score);
  const trend = scoreTrend(model, reading.history, { score, now });
  const subjects = { ...reading, score: { value: score, change: trend.change, coverage } };
  const fired = detectSignals(model, subjects, reading.history, now);
  const minimum = model.minimumCoverage ?? defaultMinimumCoverage;

  return {
    schema: reportFormat,
    account: { id: reading.id, name: toLabel(reading.name) },
    asOf: toInstant(now),
    model: { id: model.id, version: model.version },
    score,
    reason: scored.reason && { code: scored.reason, sentence: explainNoScore(scored, minimum) },
    tier: tier?.id ?? null,
    tiers: model.tiers.map(({ id, label, from }, index) => ({
      id,
      label: label ?? labelFrom(id),
      from,
      tone: toneOf(model.tiers, index),
    })),
    coverage,
    minimumCoverage: minimum,
    possible: scored.possible && { ...scored.possible },
    dimensions: dimensionsOf(scored),
    contributions: contributionsOf(model, scored),
    trend,
    activity: reading.activity,
    signals: fired.map(({ signal, findings, since }) => ({
      id: signal.id,
      label: signal.label ?? labelFrom(signal.id),
      effect: signal.effect,
      severity: signal.severity,
      evidence: findings.slice(0, 20).map((finding) => toEvidence(model, finding, reading)),
      since,
      playbook: signal.playbook ?? null,
    })),
    playbooks: suggestPlaybooks(model, fired, tier),
  };
}

function dimensionsOf({ dimensions }: AccountScore): ReportDimension[] {
  return dimensions.map(({ dimension, ...scored }) => ({
    id: dimension.id,
    label: dimension.label ?? labelFrom(dimension.id),
    ...scored,
  }));
}

function contributionsOf(model: Model, { contributions }: AccountScore): Contribution[] {
  return contributions.map((scored) => {
    const { metric, dimension, observation, status, missing, normalized, weight, effectiveWeight, points } = scored;
    const label = metric.label ?? labelFrom(metric.id);
    return {
      id: metric.id,
      dimension: dimension.id,
      label,
      measure: metric.measure,
      value: observation.value,
      unit: describeMeasure(model, metric.measure).unit,
      at: observation.at === null ? null : toInstant(observation.at),
      ...(observation.parts ? { parts: { ...observation.parts } } : {}),
      normalized,
      weight,
      effectiveWeight,
      points,
      status,
      missing,
      sentence: explainContribution(model, scored, label),
    };
  });
}
