import { mustBe, mustBeEntries } from '../must-be.ts';
import { sum } from '../sum.ts';
import { type Measured, measured, unmeasured } from '../truth/measured.ts';
import { logGamma } from './log-gamma.ts';
import { nelderMead } from './nelder-mead.ts';

/** What was seen of an account over `periods` periods of equal length, such as weeks. */
export interface OnOffHistory {
  /** In how many of them it was active. */
  readonly active: number;
  /** The number of the last active one, 0 where there was none. */
  readonly last: number;
  readonly periods: number;
}

/** Beta distributions over accounts: of being active while alive (alpha, beta), and of ending in a period (gamma, delta). */
export interface BgBb {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly delta: number;
}

/** The fit, and how likely it makes what was seen. */
export interface BgBbFit extends BgBb {
  readonly logLikelihood: number;
  /** Whether a parameter ran away, which it does where accounts hardly differ: the fit is then not unique. */
  readonly atEdge: boolean;
}

/** Refuses a history that could not be. */
export function mustBeHistory({ active, last, periods }: OnOffHistory, path: string): void {
  const whole = (value: number, name: string, from: number, to: number) =>
    mustBe(
      Number.isInteger(value) && value >= from && value <= to,
      `${path}.${name}`,
      `a whole number from ${from} to ${to}`,
      value,
    );
  whole(periods, 'periods', 1, 1000);
  whole(last, 'last', 0, periods);
  whole(active, 'active', Math.min(1, last), last);
}

/**
 * The beta-geometric/beta-Bernoulli model of activity that is on or off in each period: the parameters that make the
 * histories likeliest, in any order. None without histories. Fader, Hardie & Shang, Marketing Science 29 (2010) 1086.
 */
export function bgBb(histories: readonly OnOffHistory[]): Measured<BgBbFit> {
  mustBeEntries(histories, 'histories', '{ active, last, periods }');
  const alike = new Map<string, { history: OnOffHistory; count: number }>();
  histories.forEach((history, index) => {
    mustBeHistory(history, `histories[${index}]`);
    const key = `${history.periods} ${history.last} ${history.active}`;
    const seen = alike.get(key);
    if (seen) seen.count++;
    else alike.set(key, { history, count: 1 });
  });
  if (alike.size === 0) return unmeasured('no-rows', 'There are no histories to learn from.');
  const longest = histories.reduce((most, { periods }) => Math.max(most, periods), 0);
  const kinds = [...alike.values()];
  const loss = (logs: readonly number[]): number => {
    if (logs.some((log) => Math.abs(log) > edge)) return Infinity;
    const likelihood = likelihoods(parameters(logs), longest);
    return -sum(kinds.map(({ history, count }) => count * likelihood(history)));
  };
  // Started anew from where it came to, a simplex that had gone flat goes on.
  let logs: readonly number[] = [0, 0, 0, 0];
  for (let again = 0; again < 3; again++) logs = nelderMead(loss, logs);
  const atEdge = logs.some((log) => Math.abs(log) > edge - 1);
  return measured({ ...parameters(logs), logLikelihood: -loss(logs), atEdge });
}

const edge = 10;

function parameters(logs: readonly number[]): BgBb {
  const [alpha, beta, gamma, delta] = logs.map(Math.exp) as [number, number, number, number];
  return { alpha, beta, gamma, delta };
}

/** ln of how likely a history is, for histories of at most so many periods. */
export function likelihoods({ alpha, beta, gamma, delta }: BgBb, longest: number): (history: OnOffHistory) => number {
  const rising = (x: number) => Float64Array.from({ length: longest + 2 }, (_, k) => logGamma(x + k) - logGamma(x));
  const [on, off, both] = [rising(alpha), rising(beta), rising(alpha + beta)];
  const [end, stay, ends] = [rising(gamma), rising(delta), rising(gamma + delta)];
  const at = (table: Float64Array, k: number) => table[k] as number;
  const activity = (active: number, of: number) => at(on, active) + at(off, of - active) - at(both, of);
  return ({ active, last, periods }) => {
    // It is alive still, or it ended after `last` and one of the silent periods.
    const alive = activity(active, periods) + at(stay, periods) - at(ends, periods);
    let total = 1;
    for (let of = last; of < periods; of++) {
      total += Math.exp(activity(active, of) + at(end, 1) + at(stay, of) - at(ends, of + 1) - alive);
    }
    return alive + Math.log(total);
  };
}
