import type { ReportTier } from '@hale/core';
import { drawing, element } from '../host/element.ts';
import type { Standing } from './portfolio.ts';

const bins = 20;
const height = 132;

/** Customers in each fifth of a tier's worth of the scale: 20 stretches of five points, 100 in the last. */
function binned(standings: readonly Standing[]): number[] {
  const counts = Array<number>(bins).fill(0);
  for (const { score } of standings) {
    if (score === null) continue;
    const bin = Math.min(bins - 1, Math.floor((score * bins) / 100));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** How the scores lie on the scale: solid as they are now, outlined as they were. The table beside it says the same in figures. */
export function histogram(
  tiers: readonly ReportTier[],
  before: readonly Standing[],
  now: readonly Standing[],
): HTMLElement {
  const [was, is] = [binned(before), binned(now)];
  const top = Math.max(1, ...was, ...is);
  const tierAt = (score: number) => tiers.findLast(({ from }) => from <= score);
  const box = (bin: number, count: number, name: string) => {
    const size = Math.round((count / top) * (height - 8) * 2) / 2;
    return drawing('rect', {
      class: name,
      x: `${bin * 5 + 0.45}%`,
      y: height - size,
      width: '4.1%',
      height: size,
      rx: 1,
    });
  };
  const isMoved = was.some((count, bin) => count !== is[bin]);
  const plot = drawing(
    'svg',
    { class: 'bars', width: '100%', height: height + 6, 'aria-hidden': 'true' },
    ...is.map((count, bin) => box(bin, count, `now ${tierAt(bin * 5 + 2.5)?.tone ?? 'no-score'}`)),
    ...(isMoved ? was.map((count, bin) => box(bin, count, 'then')) : []),
    ...tiers.map(({ from, tone }, place) => {
      const to = tiers[place + 1]?.from ?? 100;
      // Notched where each tier begins.
      const gap = place === 0 ? 0 : 0.25;
      return drawing('rect', {
        class: `scale ${tone}`,
        x: `${from + gap}%`,
        y: height + 2,
        width: `${to - from - gap}%`,
        height: 3,
      });
    }),
  );
  const edges = element(
    'div',
    { class: 'edges', 'aria-hidden': 'true' },
    ...[0, ...tiers.slice(1).map(({ from }) => from), 100].map((edge) => {
      const mark = element('span', {}, String(edge));
      mark.style.setProperty('inset-inline-start', `${edge}%`);
      return mark;
    }),
  );
  return element('div', { class: 'histogram' }, plot, edges);
}
