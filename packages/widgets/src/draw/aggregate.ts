const hour = 3_600_000;
const day = 24 * hour;
/** Lengths that can be said in words: hours, days, weeks. */
const lengths = [hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 3 * day, 4 * day, 5 * day, 7 * day];

/** A score at a moment (ms since 1970); null was not observed. */
export interface Dated {
  at: number;
  score: number | null;
}

/** What is drawn, and how it came of what was given. */
export interface Aggregated {
  points: Dated[];
  /** Days each drawn point is the mean of; 0 when every point is drawn as given. */
  every: number;
}

/**
 * At most `limit` points, oldest first: beyond that, the means of equal stretches of time, shortest that will do.
 * The first and the last point stay as given. A stretch in which nothing was observed stays a gap.
 */
export function aggregate(points: readonly Dated[], limit = 500): Aggregated {
  const first = points[0];
  const last = points[points.length - 1];
  if (!first || !last || points.length <= limit) return { points: [...points], every: 0 };
  const shortest = (last.at - first.at) / (limit - 3);
  const length = lengths.find((l) => l >= shortest) ?? Math.ceil(shortest / (7 * day)) * 7 * day;
  const drawn: Dated[] = [first];
  const inner = points.slice(1, -1);
  for (let i = 0; i < inner.length; ) {
    const stretch = Math.floor(((inner[i]?.at ?? 0) - first.at) / length);
    const from = i;
    while (i < inner.length && Math.floor(((inner[i]?.at ?? 0) - first.at) / length) === stretch) i++;
    drawn.push(mean(inner.slice(from, i)));
  }
  return { points: [...drawn, last], every: length / day };
}

function mean(points: readonly Dated[]): Dated {
  let at = 0;
  let observedAt = 0;
  let sum = 0;
  let observed = 0;
  for (const p of points) {
    at += p.at / points.length;
    if (p.score === null) continue;
    observed++;
    observedAt += p.at;
    sum += p.score;
  }
  return observed === 0 ? { at, score: null } : { at: observedAt / observed, score: sum / observed };
}
