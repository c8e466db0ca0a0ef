import type { BacktestCandidate, BacktestHorizon } from './backtest-report.ts';
import type { Candidate } from './candidates.ts';
import { adoptionOf, pairOf, type Trial } from './decide-adoption.ts';

type Choice = NonNullable<BacktestHorizon['adoption']>;

/** A candidate, and what it said of the later rows. */
export interface Tried {
  readonly candidate: Candidate;
  readonly risk: readonly number[];
}

/**
 * Which candidate takes the place of equal weights, if any. Each is held against equal weights by the rule of
 * `decideAdoption`; of those that keep to it the first, which is the plainest, is adopted, unless a later one is better
 * than it by more than chance: to take the best of several by their luck would flatter it. `drawn` are AUCs in draws:
 * first those of equal weights, then those of the candidates. Null without candidates.
 */
export function chooseCandidate(
  test: Trial['test'],
  baseline: readonly number[],
  tried: readonly Tried[],
  drawn: readonly (readonly (number | null)[])[],
): Choice | null {
  const held = tried.map(({ candidate, risk }, place) => {
    const trial = { train: candidate.learned.from, test, baseline, learned: risk };
    const { skill: _, ...adoption } = adoptionOf(trial, drawn.map(pairOf(0, place + 1)));
    return { place, risk, entry: { id: candidate.id, label: candidate.label, ...adoption } };
  });
  let adopted: (typeof held)[number] | null = null;
  for (const one of held.filter(({ entry }) => entry.adopted)) {
    if (adopted === null) {
      adopted = one;
      continue;
    }
    const train = tried[one.place]?.candidate.learned.from ?? [];
    const duel = { train, test, baseline: adopted.risk, learned: one.risk, against: adopted.entry.label };
    if (adoptionOf(duel, drawn.map(pairOf(adopted.place + 1, one.place + 1))).adopted) adopted = one;
  }
  const entries = held.map(({ entry }) => entry);
  const best = entries.toSorted((a, b) => (b.learnedAuc ?? 0) - (a.learnedAuc ?? 0))[0];
  const shown = adopted?.entry ?? best;
  if (!shown) return null;
  const { id, label: _, ...figures } = shown;
  return {
    ...figures,
    sentence: adopted ? whyOf(shown, entries) : whyNone(shown, entries),
    predictor: adopted ? id : null,
    candidates: entries,
  };
}

function whyOf(adopted: BacktestCandidate, all: readonly BacktestCandidate[]): string {
  const others = all.filter((one) => one !== adopted);
  const better = others.filter((one) => one.adopted).map(named);
  const not = others.filter((one) => !one.adopted).map(named);
  return [
    `${adopted.sentence} Used: ${adopted.label}.`,
    ...(better.length > 0 ? [`Not better than that by more than chance: ${better.join(', ')}.`] : []),
    ...(not.length > 0 ? [`Not fit to take the place of equal weights: ${not.join(', ')}.`] : []),
  ].join(' ');
}

function whyNone(best: BacktestCandidate, all: readonly BacktestCandidate[]): string {
  const others = all.filter((one) => one !== best).map(named);
  const rest = others.length > 0 ? `, the best of those tried; the others: ${others.join(', ')}` : '';
  return `${best.sentence} That is ${best.label}${rest}.`;
}

const named = ({ label, learnedAuc }: BacktestCandidate): string =>
  `${label} (AUC ${learnedAuc === null ? 'unknown' : learnedAuc.toFixed(3)})`;
