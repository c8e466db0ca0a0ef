import type { Rows } from '../../../server/database/rows.ts';
import type { Calendar } from '../calendar.ts';
import type { Life } from '../life.ts';
import type { Person } from '../people.ts';
import type { Profile } from '../profile.ts';

/** All that is known of one simulated account. */
export interface Subject {
  readonly seed: number;
  /** Its place in the company, from 0. */
  readonly n: number;
  readonly profile: Profile;
  readonly calendar: Calendar;
  readonly life: Life;
  readonly people: readonly Person[];
}

export type Happening = Rows['events'];

/** A fact before it is said whose it is; the day is null for what is not dated. */
export interface Observed {
  readonly name: string;
  readonly day: number | null;
  readonly value: string | number | boolean;
}

/** What one process left in the records: each kind of event has one of these, in a file of its own. */
export type EventTrace = (subject: Subject) => Happening[];

export type FactTrace = (subject: Subject) => Observed[];

/** An event without a user, which lasts no time and happened once. */
export function happening(
  { profile }: Subject,
  name: string,
  at: number,
  properties: Happening['properties'],
): Happening {
  return { account_id: profile.id, name, at, until: null, user_id: null, count: 1, properties };
}

/** The week of a life that a day falls in; the last one for days after it. */
export function weekOf({ weeks }: Life, day: number) {
  const first = weeks[0]?.day ?? day;
  return weeks[Math.min(weeks.length - 1, Math.max(0, Math.floor((day - first) / 7)))];
}
