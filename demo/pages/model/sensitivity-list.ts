import type { Sensitivity, WeightSensitivity } from '@hale/core';
import { drawing, element } from '../host/element.ts';
import { count, counted, tenths } from '../host/written.ts';

/** Weights that are listed. */
const most = 9;

/** What moves scores by less, on average, cannot be seen in one decimal. */
const least = 0.05;

const points = (value: number) => tenths(Math.round(value * 10));
const greater = ({ up, down }: WeightSensitivity) => (up.mean >= down.mean ? up : down);
const tiersMoved = (one: WeightSensitivity) => Math.max(one.up.better + one.up.worse, one.down.better + one.down.worse);

/** How much each weight matters, the one that moves scores most first. */
export function sensitivityList({ weights, by, scored }: Sensitivity): HTMLElement[] {
  const [first, second] = weights;
  const widest = first ? greater(first).mean : 0;
  const seen = weights.filter((one) => greater(one).mean >= least);
  const shown = seen.slice(0, most);
  return [
    element('h3', { class: 'label' }, `If a weight were ${Math.round(by * 100)}% greater or less`),
    element('p', { class: 'headline' }, headline(first, second)),
    element('ol', { class: 'sensitivity' }, ...shown.map((one) => row(one, widest))),
    element(
      'p',
      { class: 'small' },
      `One weight moved at a time; mean and greatest change of ${counted(scored, 'score')}. ${restOf(weights.length - shown.length, seen.length > shown.length)}`,
    ),
  ];
}

function restOf(rest: number, isSeen: boolean): string {
  if (rest === 0) return '';
  return isSeen
    ? `${counted(rest, 'other weight')} ${rest === 1 ? 'moves' : 'move'} them less.`
    : `${counted(rest, 'other weight')} ${rest === 1 ? 'moves' : 'move'} them by less than 0.1.`;
}

function headline(first: WeightSensitivity | undefined, second: WeightSensitivity | undefined): string {
  if (!first || greater(first).mean === 0) return 'No weight moves any score';
  const after = second && greater(second).mean > 0 ? `, then ${second.label}` : '';
  return `${first.label} matters most${after}`;
}

function row(one: WeightSensitivity, widest: number): HTMLLIElement {
  const { mean, greatest } = greater(one);
  const tiers = tiersMoved(one);
  return element(
    'li',
    {},
    element('span', { class: 'what' }, one.label, element('span', { class: 'muted' }, ` ${one.part}`)),
    drawing(
      'svg',
      { class: 'effect', width: '100%', height: 8, 'aria-hidden': 'true' },
      drawing('rect', { x: 0, y: 1, width: `${widest ? (mean / widest) * 100 : 0}%`, height: 6, rx: 1 }),
    ),
    element(
      'span',
      { class: 'how-much' },
      element('b', {}, `±${points(mean)}`),
      ` up to ${points(greatest)}; ${tiers ? `${count(tiers)} ${tiers === 1 ? 'changes' : 'change'} tier` : 'no tier changes'}`,
    ),
  );
}
