import type { Calendar } from './calendar.ts';
import type { Random } from './random.ts';

/** Something that happened to an account and pulls at its engagement for a while. */
export interface Cause {
  readonly kind: CauseKind['kind'];
  readonly day: number;
  /** At its height, in units of engagement. */
  readonly size: number;
}

interface CauseKind {
  readonly kind: 'champion-left' | 'competitor' | 'being-acquired' | 'strategy-changed' | 'new-team';
  /** How often a year. */
  readonly perYear: number;
  /** Effect on engagement at its height. */
  readonly size: number;
  /** Days until two thirds of it are felt. */
  readonly onset: number;
  /** Days after which half of it has passed. */
  readonly halfLife: number;
  /** What it adds to the reasons to leave, as log-odds at the next renewal. */
  readonly leave: number;
  /** The chance that the account's owner hears of it and tags it. Nobody announces a competitor. */
  readonly noticed: number;
}

const kinds: readonly CauseKind[] = [
  { kind: 'champion-left', perYear: 0.24, size: -1.2, onset: 10, halfLife: 130, leave: 0.5, noticed: 0.75 },
  { kind: 'competitor', perYear: 0.15, size: -1.2, onset: 60, halfLife: 300, leave: 0.9, noticed: 0 },
  { kind: 'being-acquired', perYear: 0.04, size: -0.15, onset: 40, halfLife: 400, leave: 1.6, noticed: 0.8 },
  { kind: 'strategy-changed', perYear: 0.08, size: -0.8, onset: 45, halfLife: 250, leave: 0.6, noticed: 0.7 },
  { kind: 'new-team', perYear: 0.4, size: 0.7, onset: 35, halfLife: 420, leave: -0.2, noticed: 0 },
];
const kindOf = (cause: Cause) => kinds.find(({ kind }) => kind === cause.kind);

/** The causes that begin in a week. */
export function causesIn(random: Random, day: number): Cause[] {
  return kinds
    .filter(({ perYear }) => random.chance((perYear * 7) / 365))
    .map(({ kind, size }) => ({ kind, day: day + random.whole(0, 6), size: size * random.between(0.6, 1.4) }));
}

/** What all causes together add to engagement on a day. */
export function pull(causes: readonly Cause[], day: number): number {
  let sum = 0;
  for (const cause of causes) {
    const kind = kindOf(cause);
    const age = day - cause.day;
    if (kind && age >= 0) sum += cause.size * (1 - Math.exp(-age / kind.onset)) * 0.5 ** (age / kind.halfLife);
  }
  return sum;
}

/** What all causes together add to the reasons to leave, in log-odds. */
export function reasonsToLeave(causes: readonly Cause[], day: number): number {
  let sum = 0;
  for (const cause of causes) {
    const kind = kindOf(cause);
    if (kind && cause.day <= day) sum += kind.leave * 0.5 ** ((day - cause.day) / kind.halfLife);
  }
  return sum;
}

/** The tags that the account's owner set on hearing of them, some days later. */
export function noticed(causes: readonly Cause[], calendar: Calendar, random: Random): { tag: string; day: number }[] {
  return causes.flatMap((cause) => {
    const heard = random.chance(kindOf(cause)?.noticed ?? 0);
    const day = cause.day + random.whole(2, 25);
    return heard && day <= calendar.lastDay ? [{ tag: cause.kind, day }] : [];
  });
}
