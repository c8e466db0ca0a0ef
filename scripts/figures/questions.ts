import { type Account, parseAccount } from '@hale/core';
import {
  type BacktestHorizon,
  type BacktestPlan,
  type Outcome,
  runBacktest,
  seeded,
  standardFeatures,
} from '@hale/core/validation';
import { dayMs, presentations, type Students, type Uses } from './real-sets.ts';

const iso = (at: number): string => new Date(at).toISOString();

const accountsFrom = (uses: Uses, since: (account: string) => number): Account[] =>
  [...uses].map(([id, own]) => {
    const events = own.map((at) => ({ name: 'use', at: iso(at) }));
    return parseAccount({ id, since: iso(since(id)), events });
  });

const plan = {
  ...standardFeatures({ use: 'use' }),
  title: 'A real set',
  model: null,
  every: 'month',
  of: 'contracted',
} as const satisfies Partial<BacktestPlan>;

function only(horizons: readonly BacktestHorizon[]): BacktestHorizon {
  const [horizon] = horizons;
  if (!horizon) throw new Error('A backtest at one distance has come to none.');
  return horizon;
}

/** Who is asked whether they will do nothing in the 90 days from a cut-off. */
export interface Silence {
  readonly uses: Uses;
  /** Cut-offs to learn from, and those to test on, the first of which comes 90 days or more after the last of them. */
  readonly train: readonly number[];
  readonly test: readonly number[];
  /** Those who did something in so many days before the cut-off. */
  readonly within: number;
  /** Who else is left out, such as those whose 90 days are not recorded. */
  readonly isAsked?: (account: string, cutOff: number) => boolean;
  /** Hands all answers out anew by chance. */
  readonly isShuffled?: boolean;
}

/** Who falls silent. The answer is dated at the cut-off, so that each cut-off has its own: hence a horizon of a day. */
export function silence({ uses, train, test, within, isAsked, isShuffled }: Silence): BacktestHorizon {
  const cutOffs = [...train, ...test];
  const asked = cutOffs.flatMap((cut) =>
    [...uses]
      .filter(([account]) => isAsked?.(account, cut) ?? true)
      .filter(([, own]) => own.some((at) => at < cut && at >= cut - within * dayMs))
      .map(([account, own]) => ({ account, cut, isSilent: !own.some((at) => at >= cut && at < cut + 90 * dayMs) })),
  );
  const random = seeded(1);
  const answers = asked.map(({ isSilent }) => ({ isSilent, place: isShuffled ? random() : 0 }));
  answers.sort((a, b) => a.place - b.place);
  const outcomes = [
    ...[...uses.keys()].flatMap((account) =>
      cutOffs.map((cut): Outcome => ({ account, kind: 'churned', at: iso(cut - 2000) })),
    ),
    ...asked.map(({ account, cut }): Outcome => ({ account, kind: 'returned', at: iso(cut - 1000) })),
    ...asked
      .filter((_, row) => answers[row]?.isSilent)
      .map(({ account, cut }): Outcome => ({ account, kind: 'contracted', at: iso(cut) })),
  ];
  const accounts = accountsFrom(uses, (account) => Math.min(...(uses.get(account) ?? [])));
  const knownUntil = Math.max(...cutOffs) + 90 * dayMs;
  const [testFrom = 0] = test;
  return only(runBacktest(accounts, outcomes, { ...plan, cutOffs, knownUntil, testFrom, horizons: [1] }).horizons);
}

/** Ends of weeks of a course, 90 days after the last of which it still runs. */
const courseCutOffs = (start: number): number[] => [42, 63, 91, 119, 147].map((days) => start + days * dayMs);

/** Which students fall silent, of those enrolled who clicked on something in so many days before. */
export function studentsSilence({ enrolments, uses }: Students, within: number): BacktestHorizon {
  return silence({
    uses,
    within,
    train: courseCutOffs(presentations['2013B']),
    test: [...courseCutOffs(presentations['2013J']), ...courseCutOffs(presentations['2014J'])],
    isAsked(account, cutOff) {
      const { start = 0, left = null, recordedUntil = 0 } = enrolments.get(account) ?? {};
      return start < cutOff && cutOff + 90 * dayMs <= recordedUntil && (left === null || left >= cutOff);
    },
  });
}

/** Which students withdraw formally, tested on a presentation and those after it. */
export function withdrawal({ enrolments, uses }: Students, from: '2013J' | '2014J'): BacktestHorizon {
  const outcomes = [...enrolments].flatMap(([account, { left, recordedUntil }]): Outcome[] => [
    // Where the records end, or the course does, nobody is asked about any more.
    { account, kind: 'churned', at: iso(recordedUntil + dayMs / 2) },
    ...(left === null
      ? []
      : (['churned', 'contracted'] as const).map((kind): Outcome => ({ account, kind, at: iso(left) }))),
  ]);
  const startOf = (account: string) => enrolments.get(account)?.start ?? Number.NaN;
  // Some withdraw before it starts, having clicked on something.
  const begun = [...uses].filter(([account]) => (enrolments.get(account)?.left ?? Infinity) > startOf(account));
  const accounts = accountsFrom(new Map(begun), startOf);
  return only(
    runBacktest(accounts, outcomes, {
      ...plan,
      cutOffs: Object.values(presentations).flatMap(courseCutOffs),
      testFrom: presentations[from] + 42 * dayMs,
      knownUntil: presentations['2014J'] + 241 * dayMs,
      horizons: [90],
    }).horizons,
  );
}
