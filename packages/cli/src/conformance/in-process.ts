import {
  buildReport,
  compareReports,
  customerView,
  diffModels,
  dueReviews,
  explainReport,
  HealthError,
  migrateModel,
  parseAccount,
  parseModel,
  type Report,
  readAccount,
  rollUp,
  sensitivity,
} from '@hale/core';
import type { Ask, Given } from './vectors.ts';

/** What can be asked, and how it is answered. What the core is given untyped, it is to refuse by itself. */
export const inProcess: Readonly<Record<Ask, (given: Given) => unknown>> = {
  buildReport: reportOf,
  customerView: (given: Given) => customerView(reportOf(given), given.policy as Parameters<typeof customerView>[1]),
  rollUp: ({ model, account, children = [], now }: Given) =>
    rollUp(parseModel(model), parseAccount(account), children.map(parseAccount), { now: now as string }),
  compareReports(given: Given) {
    const { before, ...after } = given;
    const then = { ...after, ...before };
    const models = { before: parseModel(then.model), after: parseModel(after.model) };
    return compareReports(reportOf(then), reportOf(after), models);
  },
  explainReport: (given: Given) => explainReport(reportOf(given)),
  diffModels: ({ model, before }: Given) => diffModels(parseModel(before?.model ?? model), parseModel(model)),
  dueReviews: ({ model, now, last = {} }: Given) =>
    dueReviews(parseModel(model), { now: now as string, last: last as Record<string, string> }),
  migrateModel: ({ document }: Given) => migrateModel(document),
  sensitivity({ model, accounts = [], by, now }: Given) {
    const options = { now: now as string };
    const parsed = parseModel(model);
    const read = accounts.map((account) => readAccount(parsed, parseAccount(account), options));
    return sensitivity(parsed, read, { ...options, ...(by === undefined ? {} : { by }) });
  },
  refuse: refusalOf,
};

function reportOf({ model, account, now }: Given): Report {
  return buildReport(parseModel(model), parseAccount(account), { now: now as string });
}

/** Everything that is wrong with the first of model, account and now that is wrong, each with its code and its path. */
function refusalOf(given: Given): { code: string; path: string }[] {
  try {
    reportOf(given);
  } catch (error) {
    if (error instanceof HealthError) return error.issues.map(({ code, path }) => ({ code, path }));
    throw error;
  }
  return [];
}
