import type { ReportTier } from '@hale/core';
import { element } from '../host/element.ts';
import { tierGlyph } from '../host/tier-mark.ts';
import { count, counted, tenths } from '../host/written.ts';
import { countTiers, type Move, type Moves } from './moves.ts';
import type { Customer, Standing } from './portfolio.ts';

/** `+3`, `−3`, or nothing for no change. */
const signed = (by: number) => (by > 0 ? `+${count(by)}` : by < 0 ? `−${count(-by)}` : '');
const signedTenths = (by: number) => (by > 0 ? `+${tenths(by)}` : tenths(by));
const points = (score: number | null) => (score === null ? '–' : tenths(Math.round(score * 10)));
/** The points between two scores as they are written. */
const moveOf = (was: number | null, now: number | null) =>
  was === null || now === null ? '–' : signedTenths(Math.round(now * 10) - Math.round(was * 10));

/** What a change of weights did, in one sentence. */
export function sentenceOf({ moved, lost, up, down, mean, greatest }: Moves, customers: number): string {
  if (moved.length === 0) return 'The model as it is. Move a weight to see who moves with it.';
  const without = `${lost === 1 ? 'has' : 'have'} no score any more`;
  if (lost === moved.length) return `${counted(lost, 'customer')} of ${count(customers)} ${without}.`;
  const tiers =
    up + down === 0
      ? 'nobody changes tier'
      : `${count(up + down)} of ${counted(customers, 'customer')} ${up + down === 1 ? 'changes' : 'change'} tier, ${count(up)} up and ${count(down)} down`;
  return `Scores move by ${points(mean)} on average and ${points(greatest)} at most; ${lost ? `${count(lost)} ${without}, ` : ''}${tiers}.`;
}

/** Customers by tier, as it was and as it is now. */
export function tierTable(
  tiers: readonly ReportTier[],
  before: readonly Standing[],
  now: readonly Standing[],
): HTMLTableElement {
  const [was, is] = [countTiers(before, tiers.length), countTiers(now, tiers.length)];
  const rows = [...tiers, { id: 'none', label: 'No score', tone: null }].map(({ id, label, tone }, place) => {
    const [then = 0, today = 0] = [was[place], is[place]];
    return element(
      'tr',
      { 'data-tier': id },
      element('th', { scope: 'row' }, element('span', { class: `tier ${tone ?? 'no-score'}` }, tierGlyph(tone), label)),
      element('td', { class: 'number was' }, count(then)),
      element('td', { class: 'number' }, element('b', {}, count(today))),
      element('td', { class: 'number' }, signed(today - then)),
    );
  });
  const heads = ['Tier', 'Was', 'Now', 'Change'].map((label, place) =>
    element('th', { scope: 'col', class: place ? 'number' : '' }, label),
  );
  return element(
    'table',
    { class: 'figures-table tiers-table' },
    element('caption', { class: 'unseen' }, 'Customers by tier, as it was and now'),
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows),
  );
}

/** Rows of the table of customers. */
const most = 8;

/** The customers that move most; before any weight is moved, those that score lowest. */
export function moversTable(
  { moved }: Moves,
  customers: readonly Customer[],
  standings: readonly Standing[],
  tiers: readonly ReportTier[],
  choose: (id: string) => void,
): HTMLElement[] {
  const lowest = standings
    .map((standing, place): Move => ({ place, before: standing, after: standing, by: 0 }))
    .filter(({ after }) => after.score !== null)
    .sort((a, b) => (a.after.score ?? 0) - (b.after.score ?? 0) || a.place - b.place);
  const isMoved = moved.length > 0;
  const rows = (isMoved ? moved : lowest)
    .slice(0, most)
    .map((move) => moverRow(move, isMoved, customers, tiers, choose));
  const heads = [
    element('th', { scope: 'col' }, 'Account'),
    ...(isMoved ? [element('th', { scope: 'col', class: 'number was' }, 'Was')] : []),
    element('th', { scope: 'col', class: 'number' }, 'Now'),
    ...(isMoved ? [element('th', { scope: 'col', class: 'number' }, 'Points')] : []),
    element('th', { scope: 'col' }, 'Tier'),
  ];
  return [
    element('h3', { class: 'label' }, isMoved ? 'Accounts that move most' : 'Lowest health'),
    element(
      'p',
      { class: 'headline' },
      isMoved ? `${counted(moved.length, 'account')} of ${count(customers.length)} move` : 'Nobody has moved yet',
    ),
    element(
      'table',
      { class: 'figures-table movers' },
      element('caption', { class: 'unseen' }, 'Accounts with their score before and after'),
      element('thead', {}, element('tr', {}, ...heads)),
      element('tbody', {}, ...rows),
    ),
  ];
}

function moverRow(
  { place, before, after }: Move,
  isMoved: boolean,
  customers: readonly Customer[],
  tiers: readonly ReportTier[],
  choose: (id: string) => void,
): HTMLTableRowElement {
  const { id, name } = customers[place] ?? { id: '', name: '' };
  const button = element('button', { type: 'button', class: 'link row-name', onclick: () => choose(id) });
  button.append(element('bdi', {}, name));
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, button),
    ...(isMoved ? [element('td', { class: 'number was' }, points(before.score))] : []),
    element('td', { class: 'number' }, element('b', {}, points(after.score))),
    ...(isMoved ? [element('td', { class: 'number' }, moveOf(before.score, after.score))] : []),
    element('td', {}, element('span', { class: 'tier-change' }, ...tierWords(before.tier, after.tier, tiers))),
  );
}

function tierWords(from: number | null, to: number | null, tiers: readonly ReportTier[]): Node[] {
  const word = (place: number | null) => {
    const tier = place === null ? undefined : tiers[place];
    return element(
      'span',
      { class: `tier ${tier?.tone ?? 'no-score'}` },
      tierGlyph(tier?.tone ?? null),
      tier?.label ?? 'No score',
    );
  };
  if (from === to) return [word(to)];
  const was = from === null ? undefined : tiers[from];
  return [
    element('span', { class: 'unseen' }, `${was?.label ?? 'No score'}, now `),
    element('span', { class: `tier ${was?.tone ?? 'no-score'}`, 'aria-hidden': 'true' }, tierGlyph(was?.tone ?? null)),
    element('span', { class: 'muted', 'aria-hidden': 'true' }, '→'),
    word(to),
  ];
}
