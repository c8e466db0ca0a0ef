import { given, HealthError } from '../errors.ts';
import type { Model } from '../model/define-model.ts';
import { resolveModel } from '../model/resolve-model.ts';
import type { Account } from '../schema/account.ts';
import type { Contribution, Report } from '../schema/report.ts';
import { reportFormat } from '../schema/report-format.ts';
import { sayNumber, toLabel, toSentence } from '../schema/say.ts';
import { toInstant } from '../schema/time.ts';
import { scoreTrend } from '../trend/score-trend.ts';
import { readAccount } from './account-reading.ts';
import { computedBeside, reportFromReading, scaleOf, settle } from './build-report.ts';
import { withoutMeasure } from './contributions.ts';
import { instantOf, type ReportOptions } from './instant-of.ts';
import { rollUpSignals } from './roll-up-signals.ts';
import { suggestPlaybooks } from './suggest-playbooks.ts';
import { type Child, type Rolled, type Weighed, weighChildren } from './weigh-children.ts';

/** An account that others belong to, with its own scores so far and what was set of it by hand. */
export type ParentAccount = Pick<Account, 'id' | 'name' | 'history' | 'overrides'>;

/** A child that has been scored, with what it weighs, such as its contract value; null where that is not known. */
export interface ScoredChild {
  readonly report: Report;
  readonly weight: number | null;
}

interface ReportedChild extends Child {
  readonly report: Report;
}

/** Rows of children shown at most; the rest become one row. */
const mostRows = 480;

/**
 * The report of a parent account, from its children, as the model's `rollUp` says (`mean` when it says nothing): each
 * child is a contribution of role `account`, most at stake first, and their points sum to the score exactly. Of a model
 * with `by`, a child given as an account weighs what that measure reads. The parent's signals are its children's, each once,
 * with how many fire it. Throws a HealthError when `now` is no instant and when two children have the same id.
 */
export function rollUp(
  model: Model,
  parent: ParentAccount,
  children: readonly Account[] | readonly ScoredChild[],
  options: ReportOptions,
): Report {
  const now = instantOf(options.now);
  const reported = children.map((child) => ('report' in child ? scored(child) : scoreChild(model, child, options)));
  checkIds(reported);
  const resolved = resolveModel(model, []);
  const { tiers, minimumCoverage } = resolved;
  const rolled = weighChildren(model.rollUp?.method ?? 'mean', reported, minimumCoverage);
  const { history = [], overrides = [] } = parent;
  const { score, tier, held, override, row } = settle(resolved, rolled.score, { history, overrides }, now);
  const signals = rollUpSignals(rolled.children.map(({ child }) => child.report));
  const fired = signals.flatMap(({ id, since }) => {
    const signal = model.signals?.find((one) => one.id === id);
    return signal ? [{ signal, findings: [], since }] : [];
  });

  return {
    schema: reportFormat,
    account: { id: parent.id, name: toLabel(parent.name ?? parent.id) },
    asOf: toInstant(now),
    model: { id: model.id, version: model.version },
    score,
    reason: score === null ? noScore(rolled, minimumCoverage) : null,
    tier,
    held,
    override,
    segment: null,
    stage: null,
    maturity: null,
    tiers: scaleOf(tiers),
    coverage: rolled.coverage,
    minimumCoverage,
    possible: rolled.possible,
    dimensions: [],
    contributions: [...rowsOf(rolled), ...row],
    trend: scoreTrend(model, history, { score, ...computedBeside(override), now }, overrides),
    activity: null,
    signals,
    playbooks: suggestPlaybooks(model, fired, tiers.find(({ id }) => id === tier) ?? null, { observations: new Map() }),
  };
}

const scored = ({ report, weight }: ScoredChild): ReportedChild => ({
  id: report.account.id,
  score: report.score,
  weight: weight !== null && Number.isFinite(weight) ? weight : null,
  report,
});

function scoreChild(model: Model, account: Account, options: ReportOptions): ReportedChild {
  const reading = readAccount(model, account, options);
  const by = model.rollUp?.by;
  const weight = by === undefined ? 1 : (reading.observations.get(by)?.value ?? null);
  return scored({ report: reportFromReading(model, reading, options), weight });
}

function checkIds(children: readonly ReportedChild[]): void {
  const seen = new Set<string>();
  for (const [index, { id }] of children.entries()) {
    if (seen.has(id)) {
      const path = `children[${index}].id`;
      const message = `${path} must not be that of a child before it, ${given(id)}: give each account once.`;
      throw new HealthError({ code: 'duplicate-child', path, message });
    }
    seen.add(id);
  }
}

function noScore({ reason, coverage, children }: Rolled<Child>, minimum: number): Report['reason'] {
  if (reason === null) return null;
  const sentence =
    reason === 'no-data'
      ? `None of ${children.length} accounts has a score that counts.`
      : `Accounts with ${sayNumber(coverage * 100)}% of the weight have a score, ${sayNumber(minimum * 100)}% needed.`;
  return { code: reason, sentence };
}

/** The children as contributions, most at stake first. */
function rowsOf({ children }: Rolled<ReportedChild>): Contribution[] {
  const lost = ({ effectiveWeight, points }: Weighed<ReportedChild>) => effectiveWeight * 100 - (points ?? 0);
  const open = ({ weight, counts }: Weighed<ReportedChild>) => weight * (100 - (counts ?? 50));
  // Children come by id, and a stable sort leaves ties so.
  const inOrder = children.toSorted((a, b) => lost(b) - lost(a) || open(b) - open(a));
  if (inOrder.length <= mostRows) return inOrder.map(rowOf);
  return [...inOrder.slice(0, mostRows - 1).map(rowOf), restOf(inOrder.slice(mostRows - 1))];
}

function rowOf({ child, counts, weight, effectiveWeight, points }: Weighed<ReportedChild>): Contribution {
  const { id, score, report } = child;
  const name = report.account.name || id;
  const sentence =
    score === null
      ? `${name}: no score; its weight is carried by the rest.`
      : counts === null
        ? `${name}: ${sayNumber(score)}; what weighs it is not observed, so it does not count.`
        : `${name}: ${sayNumber(score)} counts for ${sayNumber(effectiveWeight * 100)}%.`;
  return {
    ...withoutMeasure,
    id,
    role: 'account',
    dimension: null,
    label: toLabel(name),
    value: score,
    at: score === null ? null : report.asOf,
    normalized: counts,
    weight,
    effectiveWeight,
    points,
    ...(counts === null ? { status: 'missing', missing: 'exclude' } : {}),
    sentence: toSentence(sentence),
  };
}

function restOf(rest: readonly Weighed<ReportedChild>[]): Contribution {
  const all = (of: (one: Weighed<ReportedChild>) => number) => rest.reduce((sum, one) => sum + of(one), 0);
  const effectiveWeight = Math.min(
    1,
    all((one) => one.effectiveWeight),
  );
  return {
    ...withoutMeasure,
    id: ':more',
    role: 'account',
    dimension: null,
    label: `${sayNumber(rest.length)} more`,
    weight: Math.min(
      1,
      all((one) => one.weight),
    ),
    effectiveWeight,
    points: rest[0]?.points === null ? null : all((one) => one.points ?? 0),
    sentence: `${sayNumber(rest.length)} more accounts count for ${sayNumber(effectiveWeight * 100)}% together.`,
  };
}
