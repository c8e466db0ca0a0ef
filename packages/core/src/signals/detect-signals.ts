import type { Model } from '../model/define-model.ts';
import type { SignalRule } from '../model/model.ts';
import type { Finding, RuleSubjects } from '../rules/rule-kind.ts';
import { evaluate, truthOf } from '../rules/rules.ts';
import type { HistoryPoint } from '../schema/account.ts';
import { parseInstant, toInstant } from '../schema/time.ts';
import { compareVersions } from '../schema/version.ts';

/** A signal that fired, with the comparisons that made it. */
export interface FiredSignal {
  readonly signal: SignalRule;
  readonly findings: readonly Finding[];
  /** Since when it has fired without a pause, as far as history goes: now where it is new. Null where that is not known. */
  readonly since: string | null;
}

const severities = ['high', 'medium', 'low'];

/**
 * The model's signals whose rule is true now, or for which `isTrue` says so, risks first, then by severity; unknown does
 * not fire.
 */
export function detectSignals(
  model: Model,
  subjects: RuleSubjects,
  history: readonly HistoryPoint[],
  now: number,
  isTrue = ({ when }: SignalRule): boolean => truthOf(when, subjects) === true,
): FiredSignal[] {
  const fired = (model.signals ?? []).filter(isTrue);
  const past = (fired.length ? history : [])
    .map(({ at, signals, version }) => ({ ms: parseInstant(at), signals, version }))
    .filter(({ ms }) => ms < now)
    .sort((a, b) => b.ms - a.ms || compareVersions(b.version, a.version));
  return fired
    .map((signal) => ({
      signal,
      findings: evaluate(signal.when, subjects).findings,
      since: firingSince(signal.id, past, now),
    }))
    .sort(
      (a, b) =>
        Number(b.signal.effect === 'risk') - Number(a.signal.effect === 'risk') ||
        severities.indexOf(a.signal.severity) - severities.indexOf(b.signal.severity),
    );
}

/** The first day of the unbroken run of days, newest first, on which a signal fired; null where the newest does not tell. */
function firingSince(
  id: string,
  past: readonly { ms: number; signals: string[] | undefined }[],
  now: number,
): string | null {
  let since = past[0]?.signals ? now : null;
  for (const { ms, signals } of past) {
    if (!signals?.includes(id)) break;
    since = ms;
  }
  return since === null ? null : toInstant(since);
}
