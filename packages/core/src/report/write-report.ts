import type { Model } from '../model/define-model.ts';
import type { Grouping, ResolvedModel } from '../model/resolve-model.ts';
import type { RuleSubjects } from '../rules/rule-kind.ts';
import type { Report, ReportGroup, Trend } from '../schema/report.ts';
import { reportFormat } from '../schema/report-format.ts';
import { toInstant } from '../schema/time.ts';
import type { AssignedGroup } from '../score/assign-group.ts';
import { toneOf } from '../score/assign-tier.ts';
import type { Settled } from '../score/settle.ts';
import type { AccountScore } from '../score/tell-score.ts';
import type { FiredSignal } from '../signals/detect-signals.ts';
import { toDecimals } from '../stats/decimals.ts';
import { scoreTrend } from '../trend/score-trend.ts';
import type { AccountReading } from './account-reading.ts';
import { contributionsOf, dimensionsOf } from './contributions.ts';
import { explainNoScore, toEvidence } from './explain-score.ts';
import { labelFrom, toLabel } from './say.ts';
import { suggestPlaybooks } from './suggest-playbooks.ts';
import { computedBeside, tellOverride } from './tell-override.ts';

/** All the figures of an account at one instant, whoever worked them out. */
export interface Standing {
  readonly now: number;
  readonly groups: Readonly<Record<Grouping, AssignedGroup>>;
  readonly resolved: ResolvedModel;
  readonly scored: AccountScore;
  readonly settled: Settled;
  readonly trend: Trend;
  readonly fired: readonly FiredSignal[];
}

/** The score over time, up to the one in force. */
export function trendOf(
  model: Model,
  { history, overrides }: AccountReading,
  { scored, settled, now }: Pick<Standing, 'scored' | 'settled' | 'now'>,
): Trend {
  const dimensions = Object.fromEntries(dimensionScores(scored));
  return scoreTrend(model, history, { score: settled.score, ...computedBeside(settled), dimensions, now }, overrides);
}

/** What signals may ask about. */
export const subjectsOf = (
  reading: AccountReading,
  { scored, settled, trend }: Pick<Standing, 'scored' | 'settled' | 'trend'>,
): RuleSubjects => ({
  observations: reading.observations,
  facts: reading.facts,
  score: { value: inDecimals(settled.score), change: inDecimals(trend.change), coverage: scored.coverage },
  dimensions: new Map(dimensionScores(scored)),
});

/** In decimals, as rules have them: the grid that scores lie on has no 33.3. */
const inDecimals = (points: number | null): number | null => points && toDecimals(points);

const dimensionScores = ({ dimensions }: AccountScore) =>
  dimensions.map(({ dimension, score }) => [dimension.id, score] as const);

/** Puts the standing of an account into words: its report. */
export function writeReport(model: Model, reading: AccountReading, standing: Standing): Report {
  const { now, groups, resolved, scored, settled, trend, fired } = standing;
  const { score, tier, held } = settled;
  const { tiers, minimumCoverage } = resolved;
  const { override, row } = tellOverride(settled, tiers);
  const told = (grouping: Grouping) => groupOf(model, groups[grouping], reading);

  return {
    schema: reportFormat,
    account: { id: reading.id, name: toLabel(reading.name) },
    asOf: toInstant(now),
    model: { id: model.id, version: model.version },
    score,
    reason:
      score === null && scored.reason
        ? { code: scored.reason, sentence: explainNoScore(scored, minimumCoverage) }
        : null,
    tier,
    held,
    override,
    segment: told('segments'),
    stage: told('stages'),
    maturity: told('maturity'),
    tiers: scaleOf(tiers),
    coverage: scored.coverage,
    minimumCoverage,
    possible: scored.possible && { ...scored.possible },
    dimensions: dimensionsOf(scored),
    contributions: [...contributionsOf(model, scored), ...row],
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
    playbooks: suggestPlaybooks(model, fired, tiers.find(({ id }) => id === tier) ?? null, reading),
  };
}

/** The tiers as a report shows them. */
export const scaleOf = (tiers: ResolvedModel['tiers']): Report['tiers'] =>
  tiers.map(({ id, label, from }, index) => ({ id, label: label ?? labelFrom(id), from, tone: toneOf(tiers, index) }));

function groupOf(
  model: Model,
  { group, findings, unsure }: AssignedGroup,
  reading: AccountReading,
): ReportGroup | null {
  return (
    group && {
      id: group.id,
      label: group.label ?? labelFrom(group.id),
      because: findings.slice(0, 20).map((finding) => toEvidence(model, finding, reading)),
      unsure: unsure.map(({ id }) => id),
    }
  );
}
