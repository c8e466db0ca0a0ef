import { given, HealthError, type Issue } from '../errors.ts';
import type { Model } from '../model/define-model.ts';
import { resolveModel } from '../model/resolve-model.ts';
import type { Account } from '../schema/account.ts';
import { mostFaults } from '../schema/few-faults.ts';
import type { Contribution, Report } from '../schema/report.ts';
import { reportFormat } from '../schema/report-format.ts';
import { sayNumber, toLabel, toSentence } from '../schema/say.ts';
import { parseInstant, toInstant } from '../schema/time.ts';
import { sameVersion } from '../schema/version.ts';
import { settle } from '../score/settle.ts';
import { scoreTrend } from '../trend/score-trend.ts';
import { readAccount } from './account-reading.ts';
import { reportFromReading } from './build-report.ts';
import { withoutMeasure } from './contributions.ts';
import { instantOf, type ReportOptions } from './instant-of.ts';
import { rollUpSignals } from './roll-up-signals.ts';
import { suggestPlaybooks } from './suggest-playbooks.ts';
import { computedBeside, tellOverride } from './tell-override.ts';
import { type Child, type Rolled, type Weighed, weighChildren } from './weigh-children.ts';
import { scaleOf } from './write-report.ts';

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
 * with how many fire it. Coverage is that of the children that count, by their weight; a score set by hand counts as
 * observed. A child scored earlier is said to be so. Throws a HealthError when `now` is no instant, when two
 * children have the same id, and for a child's report that is of another model or version, or of after `now`.
 */
export function rollUp(
  model: Model,
  parent: ParentAccount,
  children: readonly Account[] | readonly ScoredChild[],
  options: ReportOptions,
): Report {
  const now = instantOf(options.now);
  const reported = children.map((child) => ('report' in child ? scored(child) : scoreChild(model, child, options)));
  checkChildren(reported, model, now);
  const resolved = resolveModel(model, []);
  const { tiers, minimumCoverage } = resolved;
  const rolled = weighChildren(model.rollUp?.method ?? 'mean', reported, minimumCoverage);
  const { history = [], overrides = [] } = parent;
  const settled = settle(resolved, rolled.score, { history, overrides }, now);
  const { score, tier, held } = settled;
  const { override, row } = tellOverride(settled, tiers);
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
    contributions: [...rowsOf(rolled, now), ...row],
    trend: scoreTrend(model, history, { score, ...computedBeside(settled), now }, overrides),
    activity: null,
    signals,
    playbooks: suggestPlaybooks(model, fired, tiers.find(({ id }) => id === tier) ?? null, { observations: new Map() }),
  };
}

function scored({ report, weight }: ScoredChild): ReportedChild {
  const { account, score, override, coverage, possible } = report;
  // What a person has set is known, whatever was observed.
  const isSet = override && override.score !== null && score !== null;
  return {
    id: account.id,
    score,
    weight: weight !== null && Number.isFinite(weight) ? weight : null,
    coverage: isSet ? 1 : coverage,
    possible: isSet ? { low: score, high: score } : possible,
    report,
  };
}

function scoreChild(model: Model, account: Account, options: ReportOptions): ReportedChild {
  const reading = readAccount(model, account, options);
  const by = model.rollUp?.by;
  const weight = by === undefined ? 1 : (reading.observations.get(by)?.value ?? null);
  return scored({ report: reportFromReading(model, reading, options), weight });
}

function checkChildren(children: readonly ReportedChild[], { id, version }: Model, now: number): void {
  const seen = new Set<string>();
  const issues: Issue[] = [];
  for (const [index, { id: child, report }] of children.entries()) {
    const refuse = (code: string, key: string, text: string) => {
      const path = `children[${index}].${key}`;
      issues.push({ code, path, message: `${path} must ${text}` });
    };
    if (seen.has(child))
      refuse('duplicate-child', 'id', `not be that of a child before it, ${given(child)}: give each account once.`);
    seen.add(child);
    const { model, asOf } = report;
    if (model.id !== id || !sameVersion(model.version, version)) {
      const [own, other] = [`${id} ${version}`, `${model.id} ${model.version}`].map(given);
      refuse(
        'other-model',
        'report.model',
        `be ${own}, not ${other}: scores of different models are not added up. Score the child again.`,
      );
    }
    if (parseInstant(asOf) > now) {
      refuse(
        'later-child',
        'report.asOf',
        `not be after now (${toInstant(now)}), as ${given(asOf)} is: a parent knows no more than its children did.`,
      );
    }
  }
  if (issues.length) throw new HealthError(issues.slice(0, mostFaults));
}

function noScore({ reason, coverage, children }: Rolled<Child>, minimum: number): Report['reason'] {
  if (reason === null) return null;
  const sentence =
    reason === 'no-data'
      ? `None of ${children.length} accounts has a score that counts.`
      : `${sayNumber(coverage * 100)}% observed over all accounts, ${sayNumber(minimum * 100)}% needed.`;
  return { code: reason, sentence };
}

/** The children as contributions, most at stake first. */
function rowsOf({ children }: Rolled<ReportedChild>, now: number): Contribution[] {
  const today = toInstant(now).slice(0, dayLength);
  const row = (one: Weighed<ReportedChild>) => rowOf(one, today);
  const lost = ({ effectiveWeight, points }: Weighed<ReportedChild>) => effectiveWeight * 100 - (points ?? 0);
  const open = ({ weight, counts }: Weighed<ReportedChild>) => weight * (100 - (counts ?? 50));
  // Children come by id, and a stable sort leaves ties so.
  const inOrder = children.toSorted((a, b) => lost(b) - lost(a) || open(b) - open(a));
  if (inOrder.length <= mostRows) return inOrder.map(row);
  return [...inOrder.slice(0, mostRows - 1).map(row), restOf(inOrder.slice(mostRows - 1))];
}

/** How much of an instant tells its day. */
const dayLength = '2026-11-14'.length;

function rowOf(
  { child, counts, weight, effectiveWeight, points }: Weighed<ReportedChild>,
  today: string,
): Contribution {
  const { id, score, report } = child;
  const name = report.account.name || id;
  const day = report.asOf.slice(0, dayLength);
  const when = day === today ? '' : ` as of ${day}`;
  const sentence =
    score === null
      ? `${name}: no score${when}; its weight is carried by the rest.`
      : counts === null
        ? `${name}: ${sayNumber(score)}${when}; what weighs it is not observed, so it does not count.`
        : `${name}: ${sayNumber(score)}${when} counts for ${sayNumber(effectiveWeight * 100)}%.`;
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
