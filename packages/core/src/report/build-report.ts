import type { Model } from '../model/define-model.ts';
import { type Grouping, type ResolvedModel, resolveModel } from '../model/resolve-model.ts';
import type { Account } from '../schema/account.ts';
import type { Contribution, Report, ReportGroup } from '../schema/report.ts';
import { reportFormat } from '../schema/report-format.ts';
import { parseInstant, toInstant } from '../schema/time.ts';
import { sameVersion } from '../schema/version.ts';
import { type AssignedGroup, assignGroups } from '../score/assign-group.ts';
import { assignTier, holdTier, toneOf } from '../score/assign-tier.ts';
import { overrideInForce } from '../score/override-in-force.ts';
import { scoreAccount } from '../score/score-account.ts';
import { detectSignals } from '../signals/detect-signals.ts';
import { onGrid } from '../stats/exact-points.ts';
import { scoreTrend } from '../trend/score-trend.ts';
import { type AccountReading, readAccount } from './account-reading.ts';
import { contributionsOf, dimensionsOf, withoutMeasure } from './contributions.ts';
import { explainNoScore, toEvidence } from './explain-score.ts';
import { instantOf, type ReportOptions } from './instant-of.ts';
import { labelFrom, toLabel, toSentence } from './say.ts';
import { suggestPlaybooks } from './suggest-playbooks.ts';

/**
 * The report of an account as of `now`: its score or the reason there is none, and all that explains it.
 * The model and the account must have been parsed. Throws a HealthError when `now` is no instant.
 */
export function buildReport(model: Model, account: Account, options: ReportOptions): Report {
  return reportFromReading(model, readAccount(model, account, options), options);
}

/** The same from what was read elsewhere, such as in a database. */
export function reportFromReading(model: Model, reading: AccountReading, options: ReportOptions): Report {
  const now = instantOf(options.now);
  const groups = assignGroups(model, reading);
  const { segments, stages, maturity } = groups;
  const resolved = resolveModel(model, [segments.group, stages.group, maturity.group]);
  const scored = scoreAccount(resolved, reading.observations, now);
  const { score, tier, held, override, row } = settle(resolved, scored.score, reading, now);
  const dimensions = scored.dimensions.map(({ dimension, score }) => [dimension.id, score] as const);
  const today = { score, ...computedBeside(override), dimensions: Object.fromEntries(dimensions), now };
  const trend = scoreTrend(model, reading.history, today, reading.overrides);
  const subjects = {
    ...reading,
    score: { value: score, change: trend.change, coverage: scored.coverage },
    dimensions: new Map(dimensions),
  };
  const fired = detectSignals(model, subjects, reading.history, now);
  const { tiers, minimumCoverage } = resolved;
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

type Settled = Required<Pick<Report, 'score' | 'tier' | 'held' | 'override'>> & { row: Contribution[] };

/** The score and the tier in force: those computed, held to the tier before, or set by hand. */
export function settle(
  { model, tiers }: ResolvedModel,
  computed: number | null,
  reading: Pick<AccountReading, 'history' | 'overrides'>,
  now: number,
): Settled {
  const plain = assignTier(tiers, computed)?.id ?? null;
  const { hysteresis = 0 } = model;
  const own = hysteresis ? (holdTier(tiers, computed, tierBefore(model, reading, now), hysteresis)?.id ?? null) : plain;
  const set = overrideInForce(reading.overrides, now);
  if (!set) return { score: computed, tier: own, held: own === plain ? null : plain, override: null, row: [] };

  const score = set.score === undefined ? computed : onGrid(set.score);
  // A tier that this model does not have cannot be shown; the score's own stands in.
  const named = tiers.find(({ id }) => id === set.tier)?.id;
  const fallback = set.score === undefined ? own : (assignTier(tiers, score)?.id ?? null);
  const override = {
    score: set.score ?? null,
    tier: named ?? null,
    ...(set.tier !== undefined && named === undefined ? { unknownTier: set.tier } : {}),
    reason: set.reason,
    author: set.author,
    at: set.at,
    expires: set.expires ?? null,
    computed: { score: computed, tier: own },
  };
  const row: Contribution = {
    ...withoutMeasure,
    id: ':override',
    role: 'override',
    dimension: null,
    label: 'Set by hand',
    points: score === null ? null : score - (computed ?? 0),
    sentence: toSentence(`Set by ${set.author}: ${set.reason}`),
  };
  return { score, tier: named ?? fallback, held: null, override, row: set.score === undefined ? [] : [row] };
}

/** The computed score, where a person has set another. */
export const computedBeside = (override: Report['override']): { computed?: number | null } =>
  override && override.score !== null ? { computed: override.computed.score } : {};

/** The newest tier that the score itself was in by this version of the model; null where none is known. */
function tierBefore(
  model: Model,
  { history, overrides }: Pick<AccountReading, 'history' | 'overrides'>,
  now: number,
): string | null {
  const points = history
    // Other versions may have had other edges, and other scores.
    .flatMap(({ at, tier, version }) =>
      tier !== null && sameVersion(version, model.version) ? [{ ms: parseInstant(at), tier }] : [],
    )
    .filter(({ ms }) => ms < now)
    .sort((a, b) => b.ms - a.ms || (a.tier < b.tier ? -1 : 1));
  // A tier that a person had set was never the score's own.
  return points.find(({ ms }) => !overrideInForce(overrides, ms))?.tier ?? null;
}

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
