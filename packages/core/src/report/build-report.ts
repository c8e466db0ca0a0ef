import type { Model } from '../model/define-model.ts';
import { resolveModel } from '../model/resolve-model.ts';
import type { Account } from '../schema/account.ts';
import type { Report } from '../schema/report.ts';
import { assignGroups } from '../score/assign-group.ts';
import { scoreAccount } from '../score/score-account.ts';
import { settle } from '../score/settle.ts';
import { detectSignals } from '../signals/detect-signals.ts';
import { type AccountReading, readAccount } from './account-reading.ts';
import { instantOf, type ReportOptions } from './instant-of.ts';
import { subjectsOf, trendOf, writeReport } from './write-report.ts';

/** When a report is made, and what predicts, where something does: `parsePredictor` of `@hale/core/validation` gives it. */
export interface BuildOptions extends ReportOptions {
  readonly predictor?: Predicting | undefined;
}

/** Tells what is likely to become of an account as of `now`. */
export interface Predicting {
  tell(account: Account, options: ReportOptions): Pick<Report, 'prediction'>;
}

/**
 * The report of an account as of `now`: its score or the reason there is none, and all that explains it.
 * The model and the account must have been parsed. Throws a HealthError when `now` is no instant.
 */
export function buildReport(model: Model, account: Account, options: BuildOptions): Report {
  return {
    ...reportFromReading(model, readAccount(model, account, options), options),
    ...options.predictor?.tell(account, options),
  };
}

/** The same from what was read elsewhere, such as in a database. */
export function reportFromReading(model: Model, reading: AccountReading, options: ReportOptions): Report {
  const now = instantOf(options.now);
  const groups = assignGroups(model, reading);
  const { segments, stages, maturity } = groups;
  const resolved = resolveModel(model, [segments.group, stages.group, maturity.group]);
  const scored = scoreAccount(resolved, reading.observations, now);
  const settled = settle(resolved, scored.score, reading, now);
  const trend = trendOf(model, reading, { scored, settled, now });
  const subjects = subjectsOf(reading, { scored, settled, trend });
  const fired = detectSignals(model, subjects, reading.history, now);
  return writeReport(model, reading, { now, groups, resolved, scored, settled, trend, fired });
}
