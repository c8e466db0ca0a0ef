import {
  type Account,
  compareReports,
  customerView,
  explainReport,
  type Model,
  parseAccount,
  parseModel,
  type Report,
  rollUp,
} from '@hale/core';
import { inProcess } from './in-process.ts';
import type { Ask, Given } from './vectors.ts';

/** An account that is to be scored, by which model and as of when (milliseconds). */
export interface ToScore {
  readonly model: Model;
  readonly account: Account;
  readonly now: number;
}

/** An account that an engine has scored. */
export interface Scored {
  readonly report: Report;
  /** What a measure of the model reads of it; null where that is missing. */
  measured(id: string): number | null;
}

/** How a case is answered with the help of an engine: which accounts it is to score, and what becomes of their reports. */
interface Answering {
  needs(given: Given): readonly ToScore[];
  answer(given: Given, scored: readonly Scored[]): unknown;
}

const ofOne = (answer: (report: Report, given: Given) => unknown): Answering => ({
  needs: (given) => [toScore(given)],
  answer: (given, [scored]) => answer(reportOf(scored), given),
});

/** What is asked of reports, which engines make. */
const ofReports: Readonly<Partial<Record<Ask, Answering>>> = {
  buildReport: ofOne((report) => report),
  // The core refuses by itself a policy that is none.
  customerView: ofOne((report, { policy }) => customerView(report, policy as Parameters<typeof customerView>[1])),
  explainReport: ofOne((report) => explainReport(report)),
  compareReports: {
    needs: (given) => [before(given), given].map(toScore),
    answer(given, [then, now]) {
      const models = { before: parseModel(before(given).model), after: parseModel(given.model) };
      return compareReports(reportOf(then), reportOf(now), models);
    },
  },
  rollUp: {
    needs: ({ children = [], ...given }) => children.map((account) => toScore({ ...given, account })),
    answer(given, scored) {
      const model = parseModel(given.model);
      const by = model.rollUp?.by;
      const children = scored.map(({ report, measured }) => ({ report, weight: by === undefined ? 1 : measured(by) }));
      // The core refuses by itself what is no instant.
      return rollUp(model, parseAccount(given.account), children, { now: given.now as string });
    },
  },
};

/** How something is answered: with reports of an engine, or of the documents alone, as in this process. */
export const answering = (ask: Ask): Answering => ofReports[ask] ?? { needs: () => [], answer: inProcess[ask] };

function toScore({ model, account, now }: Given): ToScore {
  return { model: parseModel(model), account: parseAccount(account), now: Date.parse(String(now)) };
}

function before({ before = {}, ...given }: Given): Given {
  return { ...given, ...before };
}

function reportOf(scored: Scored | undefined): Report {
  if (!scored) throw new TypeError('A case has as many reports as it needs.');
  return scored.report;
}
