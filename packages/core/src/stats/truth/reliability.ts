import { mustBe } from '../must-be.ts';
import { sum } from '../sum.ts';
import { wilson } from '../wilson.ts';
import { lacking, type Measured, measured } from './measured.ts';
import { countOutcomes, mustBeProbable } from './rows.ts';

/** The rows whose probability lies in one band, and how often it happened among them. */
export interface ReliabilityBin {
  /** Belongs to the bin. */
  readonly from: number;
  /** Belongs to the next one; in the last, 1 belongs to it. */
  readonly to: number;
  readonly rows: number;
  readonly happened: number;
  /** The mean of what was said; null in an empty bin, as all that follows. */
  readonly predicted: number | null;
  /** The share in which it happened. */
  readonly observed: number | null;
  /** Wilson's interval of that share, 95 %. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * What was said against what happened, in `bins` bands of equal width (10 unless told, at most 1,000) that cover 0…1.
 * Empty bands are in the list too. Murphy & Winkler, JRSS C 26 (1977) 41.
 */
export function reliability(
  happened: readonly boolean[],
  probabilities: readonly number[],
  bins = 10,
): Measured<readonly ReliabilityBin[]> {
  mustBeProbable(happened, probabilities);
  mustBe(Number.isInteger(bins) && bins >= 1 && bins <= 1000, 'bins', 'a whole number from 1 to 1000', bins);
  const of = countOutcomes(happened);
  const missing = lacking(of.happened, of.not);
  if (missing) return missing;
  const held = Array.from({ length: bins }, () => ({ said: [] as number[], hits: 0 }));
  probabilities.forEach((p, row) => {
    const bin = held[bandOf(p, bins)];
    bin?.said.push(p);
    if (bin && happened[row]) bin.hits++;
  });
  return measured(
    held.map(({ said, hits }, place) => {
      const rows = said.length;
      const interval = wilson(hits, rows);
      return {
        from: place / bins,
        to: (place + 1) / bins,
        rows,
        happened: hits,
        predicted: rows > 0 ? sum(said) / rows : null,
        observed: rows > 0 ? hits / rows : null,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
      };
    }),
  );
}

/** The band that a probability lies in: 0.29 · 100 is a hair below 29 in doubles, and 0.29 is the edge of a band. */
function bandOf(p: number, bins: number): number {
  const near = Math.floor(p * bins);
  const band = p < near / bins ? near - 1 : p >= (near + 1) / bins ? near + 1 : near;
  return Math.min(bins - 1, band);
}
