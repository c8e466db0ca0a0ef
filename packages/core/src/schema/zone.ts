import * as z from 'zod/mini';
import { given } from '../errors.ts';
import { dayMs } from './calendar.ts';
import { made } from './made.ts';

/** An IANA time zone that this engine knows: `Europe/Berlin`. */
export const zone = /* @__PURE__ */ made(() =>
  z.string().check(
    z.refine(isZone, {
      error: ({ input }) => `be a time zone of the IANA database such as Europe/Berlin, not ${given(input)}`,
      params: { code: 'unknown-zone' },
    }),
  ),
);

/** Days since 1970-01-01 of the calendar day an instant falls on in a zone; in UTC when there is none. */
export function dayOf(ms: number, zone: string | null = null): number {
  return Math.floor((ms + offsetAt(ms, zone)) / dayMs);
}

/** The first instant of a calendar day in a zone. A day the zone skipped is empty: it begins where the next one does. */
export function startOfDay(day: number, zone: string | null): number {
  const start = atLocal(day * dayMs, zone);
  // Where clocks jumped over midnight the day begins at the jump, which may be less than a whole gap away.
  const before = start - dayMs / 2;
  return zone === null || (start + offsetAt(start, zone)) / dayMs === day
    ? start
    : firstChange(clockOf(zone), before, start, offsetAt(before, zone));
}

/**
 * The instant at which clocks in a zone show a local time, given in milliseconds as though it were UTC. A time that
 * exists twice is the earlier one; one that clocks jumped over moves forward by as much as they did.
 */
export function atLocal(local: number, zone: string | null): number {
  const before = local - offsetAt(local - dayMs, zone);
  const after = local - offsetAt(local + dayMs, zone);
  return local - offsetAt(before, zone) !== before && local - offsetAt(after, zone) === after ? after : before;
}

/** How far clocks in a zone are ahead of UTC at an instant, in milliseconds. Throws a RangeError for an unknown zone. */
export function offsetAt(ms: number, zone: string | null): number {
  if (zone === null) return 0;
  const clock = clockOf(zone);
  // No zone changed before 1840, and from 2100 on each repeats itself every 400 years: what is kept is bounded.
  const at = ms > first ? (ms < last ? ms : last + ((ms - last) % cycle)) : first;
  const span = Math.floor((at - first) / spanMs);
  clock.spans[span] ??= readSpan(clock, first + span * spanMs);
  const changes = clock.spans[span];
  let place = changes.length - 2;
  while (at < (changes[place] as number)) place -= 2;
  return changes[place + 1] as number;
}

const cycle = 146_097 * dayMs;
const first = Date.UTC(1840, 0);
const last = Date.UTC(2100, 0);
const stepMs = 4 * dayMs;
const spanMs = 92 * stepMs;

interface Clock {
  readonly format: Intl.DateTimeFormat;
  /** For each span of about a year, once asked for: an instant, the offset from then on, the next instant, … */
  readonly spans: number[][];
}

const clocks = new Map<string, Clock>();
const mostClocks = 32;

function clockOf(zone: string): Clock {
  const known = clocks.get(zone);
  if (known) return known;
  const numeric = 'numeric';
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  if (clocks.size >= mostClocks) clocks.clear();
  const clock = { format, spans: [] };
  clocks.set(zone, clock);
  return clock;
}

function isZone(name: string): boolean {
  try {
    // Engines differ in whether +01:00 is a zone; in the IANA database it is not.
    return /^[a-z][\w+/-]{0,63}$/i.test(name) && !!clockOf(name);
  } catch {
    return false;
  }
}

/**
 * Asking Intl takes microseconds, so a span is asked every few days and halved only where the answers differ. No zone
 * has changed twice within a week.
 */
function readSpan(clock: Clock, start: number): number[] {
  let offset = askOffset(clock, start);
  const changes = [start, offset];
  for (let from = start; from < start + spanMs; from += stepMs) {
    const end = askOffset(clock, from + stepMs);
    if (offset !== end) changes.push(firstChange(clock, from, from + stepMs, offset), end);
    offset = end;
  }
  return changes;
}

/** The instant, to the second, in `(low, high]` from which the offset is no longer `offset`. */
function firstChange(clock: Clock, low: number, high: number, offset: number): number {
  let [before, after] = [low, high];
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000;
    if (askOffset(clock, middle) === offset) before = middle;
    else after = middle;
  }
  return after;
}

/** The offset at a whole second. */
function askOffset({ format }: Clock, ms: number): number {
  const [month = 0, day, year = 0, hour, minute, second] = (format.format(ms).match(/\d+/g) ?? []).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - ms;
}
