import { type ComparedModels, compareReports, type Report } from '@hale/core';
import { drawing, element } from '../host/element.ts';
import { dateNear, tenths } from '../host/written.ts';
import { type ChangeGroup, type Changes, changesOf } from './changes.ts';

const signed = (points: number) => (points > 0 ? `+${tenths(points)}` : tenths(points));

/** Why a score is not what it was: every cause with its points, from the score then to the score now. */
export function changesView(before: Report, after: Report, models: ComparedModels): HTMLElement[] {
  const comparison = compareReports(before, after, models);
  const changes = changesOf(comparison, before, after);
  const { groups, doubts, sentence } = comparison;
  const notes = [...groups.map((group) => group.sentence), ...doubts].map((words) =>
    element('p', { class: 'small' }, words),
  );
  if (!changes) return [element('p', { class: 'headline' }, sentence), ...notes];
  return [element('p', { class: 'headline' }, sentence), waterfall(changes, before.asOf, after.asOf), ...notes];
}

function waterfall(changes: Changes, from: string, to: string): HTMLTableElement {
  const window = windowOf(changes);
  let at = changes.from;
  const rows = changes.groups.flatMap((group) => {
    const head = element(
      'tr',
      { class: 'group', 'data-cause': group.id },
      element('th', { scope: 'row', colSpan: 2 }, group.label),
      element('td', { class: 'number' }, group.points === 0 ? 'nothing' : signed(group.points)),
    );
    return [
      head,
      ...group.lines.map(({ label, words, points }) => {
        const drawn = step(group.id, at, at + points, window);
        at += points;
        return element(
          'tr',
          {},
          element('th', { scope: 'row' }, element('span', {}, label), words ? ` ${words}` : null),
          element('td', { class: 'place' }, drawn),
          element('td', { class: 'number' }, signed(points)),
        );
      }),
    ];
  });
  return element(
    'table',
    { class: 'waterfall' },
    element('caption', { class: 'unseen' }, 'What moved the score, in points that add up to the change'),
    element('tbody', {}, total('from', dateNear(from, to), changes.from, window), ...rows),
    element('tfoot', {}, total('to', dateNear(to, to), changes.to, window)),
  );
}

function total(name: string, date: string, score: number, window: Window): HTMLTableRowElement {
  return element(
    'tr',
    { class: `total ${name}` },
    element('th', { scope: 'row' }, date),
    element('td', { class: 'place' }, dot(name, score, window)),
    element('td', { class: 'number' }, element('b', {}, tenths(score))),
  );
}

/** The part of the scale that is drawn, in tenths of a point. */
interface Window {
  readonly low: number;
  readonly high: number;
}

/** All that the steps pass through, with room at both ends, and never less than ten points. */
function windowOf({ from, to, groups }: Changes): Window {
  let at = from;
  const passed = groups.flatMap(({ lines }) => lines.map(({ points }) => (at += points)));
  const [low, high] = [Math.min(from, to, ...passed), Math.max(from, to, ...passed)];
  const spare = Math.max(10, (100 - (high - low)) / 2);
  return { low: low - spare, high: high + spare };
}

const percentOf = (score: number, { low, high }: Window) => ((score - low) / (high - low)) * 100;

function step(cause: ChangeGroup['id'], from: number, to: number, window: Window): SVGSVGElement {
  const [start, end] = [from, to].map((score) => percentOf(score, window)).sort((a, b) => a - b) as [number, number];
  return drawing(
    'svg',
    { width: '100%', height: 12, 'aria-hidden': 'true' },
    drawing('rect', {
      class: `step ${cause} ${to < from ? 'fall' : 'rise'}`,
      x: `${start}%`,
      y: 2,
      width: `${Math.max(0.6, end - start)}%`,
      height: 8,
      rx: 1,
    }),
  );
}

/** Hollow then, solid now. */
const dot = (name: string, score: number, window: Window) =>
  drawing(
    'svg',
    { width: '100%', height: 12, 'aria-hidden': 'true' },
    drawing('circle', { class: `dot ${name}`, cx: `${percentOf(score, window)}%`, cy: 6, r: 4 }),
  );
