import {
  buildReport,
  compareReports,
  customerView,
  explainReport,
  HealthError,
  parseAccount,
  parseModel,
  type Report,
  rollUp,
} from '@hale/core';

/** What a case gives; what it leaves out is that of its file. */
export interface Given {
  readonly model?: unknown;
  readonly account?: unknown;
  readonly now?: unknown;
  /** For `customerView`. */
  readonly policy?: unknown;
  /** For `rollUp`: the accounts that belong to `account`. */
  readonly children?: readonly unknown[];
  /** For `compareReports`: what was otherwise in the report before; the rest is as it is after. */
  readonly before?: Given;
}

/** One case: what is given, what was worked out by hand, and the whole answer. */
export interface Case extends Given {
  readonly name: string;
  readonly why: string;
  /** A part of the answer, derived by hand. */
  readonly expect: unknown;
  readonly answer?: unknown;
}

/** Cases of one subject. */
export interface Vectors extends Given {
  readonly asks: Ask;
  readonly intent: string;
  readonly cases: readonly Case[];
}

export type Ask = keyof typeof asks;

/** What can be asked, and how it is answered. What the core is given untyped, it is to refuse by itself. */
const asks = {
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

/** What a case is about, with what its file gives. */
export function givenOf({ model, account, now, policy }: Vectors, one: Case): Given {
  return { model, account, now, policy, ...one };
}

/** What this implementation answers. */
export const answerTo = (vectors: Vectors, one: Case): unknown => asks[vectors.asks](givenOf(vectors, one));

export type Fields = Readonly<Record<string, unknown>>;
export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Whether two numbers are the same to nine digits. */
const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** Where two answers differ, with what each says; numbers are compared to 1e-9, anything else exactly. */
export function differences(expected: unknown, actual: unknown, path = ''): string[] {
  if (typeof expected === 'number' && typeof actual === 'number' && isNear(expected, actual)) return [];
  if (!isFields(expected) || !isFields(actual) || Array.isArray(expected) !== Array.isArray(actual)) {
    return Object.is(expected, actual) ? [] : [differs(path, expected, actual)];
  }
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
  return keys.flatMap((key) => differences(expected[key], actual[key], `${path}/${key}`));
}

/**
 * Where an answer is not as expected by hand. An object tells only of the keys that it names; where the answer has a
 * list, it tells by their ids of those things that it names. A list is told in full, each thing as far as it is named.
 */
export function unmet(expected: unknown, actual: unknown, path = ''): string[] {
  if (!isFields(expected)) return differences(expected, actual, path);
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return [differs(path, expected, actual)];
    return expected.flatMap((one, index) => unmet(one, actual[index], `${path}/${index}`));
  }
  if (!isFields(actual)) return [differs(path, expected, actual)];
  const find = (key: string) =>
    Array.isArray(actual)
      ? actual.find((one) => isFields(one) && (one.id ?? one.by ?? one.code) === key)
      : Object.hasOwn(actual, key)
        ? actual[key]
        : undefined;
  return Object.entries(expected).flatMap(([key, part]) => unmet(part, find(key), `${path}/${key}`));
}

const differs = (path: string, expected: unknown, actual: unknown): string =>
  `${path || '/'} must be ${JSON.stringify(expected)}, not ${JSON.stringify(actual)}`;
