const day = 86_400_000;
/** 5 January 1970 was a Monday. */
const monday = 4 * day;

/** What a tick stands at the beginning of; it decides how the tick is worded. */
export type TickUnit = 'day' | 'month' | 'year';

/** A labelled moment on a time axis. */
export interface Tick {
  at: number;
  x: number;
  text: string;
  /** Which part of the text stands at `x`. */
  anchor: 'start' | 'middle' | 'end';
}

/** The room a time axis has, and how it words and measures its labels. */
export interface TickRoom {
  /** Place of a moment in px, rising with time. */
  x: (at: number) => number;
  /** Between which x the labels may stand. */
  left: number;
  right: number;
  /** A label's words for a moment. */
  word: (at: number, unit: TickUnit) => string;
  /** Width of a label in px. */
  measure: (text: string) => number;
}

interface Step {
  unit: TickUnit;
  size: number;
  /** About how long it is, in ms. */
  length: number;
}

const days = (unit: TickUnit, length: number) => (size: number) => ({ unit, size, length: size * length });
const steps: readonly Step[] = [
  ...[1, 2, 7, 14].map(days('day', day)),
  ...[1, 2, 3, 6].map(days('month', 30 * day)),
  ...[1, 2, 5, 10, 20, 50, 100].map(days('year', 365 * day)),
];
/** Clear space between labels in px. */
const clear = 16;

/** Ticks at beginnings of days, weeks, months or years (UTC) between two moments: the finest calendar whose labels keep apart. */
export function timeTicks(from: number, to: number, room: TickRoom): Tick[] {
  if (!(to > from)) return from === to ? [place(from, 'day', room)] : [];
  const most = Math.max(5, Math.floor((room.right - room.left) / 100));
  for (const step of steps) {
    if ((to - from) / step.length > most + 1) continue;
    const moments = beginnings(from, to, step);
    if (moments.length > most) continue;
    // A month alone is ambiguous once a year has passed: January then gives the year.
    const years = step.unit === 'month' && to - from > 400 * day;
    const ticks = moments.map((at) => {
      const january = years && new Date(at).getUTCMonth() === 0;
      return place(at, january ? 'year' : step.unit, room);
    });
    if (apart(ticks, room)) return ticks;
  }
  return [];
}

function place(at: number, unit: TickUnit, room: TickRoom): Tick {
  const x = room.x(at);
  const text = room.word(at, unit);
  const half = room.measure(text) / 2;
  const anchor = x - half < room.left ? 'start' : x + half > room.right ? 'end' : 'middle';
  return { at, x, text, anchor };
}

function apart(ticks: readonly Tick[], room: TickRoom): boolean {
  let taken = Number.NEGATIVE_INFINITY;
  return ticks.every(({ x, text, anchor }) => {
    const width = room.measure(text);
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    const free = left >= taken && left + width <= room.right + 1 && left >= room.left - 1;
    taken = left + width + clear;
    return free;
  });
}

function beginnings(from: number, to: number, { unit, size }: Step): number[] {
  const moments: number[] = [];
  const add = (at: number) => {
    if (at >= from && at <= to) moments.push(at);
  };
  if (unit === 'day') {
    const zero = size % 7 === 0 ? monday : 0;
    for (let at = Math.ceil((from - zero) / (size * day)) * size * day + zero; at <= to; at += size * day) add(at);
    return moments;
  }
  const start = new Date(from);
  const perStep = unit === 'year' ? 12 * size : size;
  const months = start.getUTCFullYear() * 12 + start.getUTCMonth();
  for (let month = Math.floor(months / perStep) * perStep; ; month += perStep) {
    const at = Date.UTC(Math.floor(month / 12), month % 12);
    if (!(at <= to)) return moments;
    add(at);
  }
}
