import { drawGroups, type Resampling } from './bootstrap.ts';

/**
 * The AUC of each of several scores of the same rows in draws of whole groups, draw after draw; null where a draw has one
 * outcome only. Rows are sorted once: a draw only counts how often each comes. The same, to the last bit, as `auc` of the
 * rows drawn.
 */
export function* aucDraws(
  groups: readonly string[],
  happened: readonly boolean[],
  scores: readonly (readonly number[])[],
  resampling: Resampling,
): IterableIterator<(number | null)[]> {
  const orders = scores.map((list) =>
    Uint32Array.from(list.keys()).sort((a, b) => (list[b] as number) - (list[a] as number)),
  );
  const times = new Uint32Array(groups.length);
  for (const drawn of drawGroups(groups, resampling)) {
    times.fill(0);
    for (const row of drawn) times[row] = (times[row] as number) + 1;
    yield orders.map((order, place) => areaOf(order, scores[place] as readonly number[], happened, times));
  }
}

/** The AUC of rows in descending order of score, each coming so many times; null with one outcome. */
function areaOf(
  order: Uint32Array,
  scores: readonly number[],
  happened: readonly boolean[],
  times: Uint32Array,
): number | null {
  let [positives, negatives, twice] = [0, 0, 0];
  for (let place = 0; place < order.length; ) {
    const score = scores[order[place] as number];
    let [more, others] = [0, 0];
    for (; place < order.length && scores[order[place] as number] === score; place++) {
      const row = order[place] as number;
      if (happened[row]) more += times[row] as number;
      else others += times[row] as number;
    }
    twice += others * (2 * positives + more);
    positives += more;
    negatives += others;
  }
  return positives === 0 || negatives === 0 ? null : twice / 2 / (positives * negatives);
}
