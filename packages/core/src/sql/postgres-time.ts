import { type Fragment, sql } from './fragment.ts';
import { dayPattern, timePattern } from './time-patterns.ts';

// Months that a calendar has; whether it has the day is seen when it is counted out.
const pattern = `^(?=.{5}(0[1-9]|1[0-2]))${dayPattern}(${timePattern})?$`;

/** The timestamp of text that is an instant or a day, which begins at midnight in a zone; null for any other. */
export function timestampOf(text: Fragment, zone: string | null): Fragment {
  const month = sql`cast(substr(o.t, 6, 2) as integer)`;
  // A cast ends the statement over 30 February, so days are counted from the first. There is no year 0, but one before 1.
  const first = sql`make_date(coalesce(nullif(cast(substr(o.t, 1, 4) as integer), 0), -1), ${month}, 1)`;
  const date = sql`${first} + (cast(substr(o.t, 9, 2) as integer) - 1)`;
  const clock = sql`cast(rtrim(substr(o.t, 12, 15), 'Z') as time)`;
  return sql`(select case when d is null or extract(month from d) <> ${month} then null
when length(o.t) > 10 then d + ${clock} else ${dayBegins(zone)} end
from (values (${text})) o(t), lateral (values (case when o.t ~ ${pattern} then ${date} end)) p(d))`;
}

/** The instant at which the day d begins. Where clocks go back over midnight it comes twice, and Postgres takes the second. */
function dayBegins(zone: string | null): Fragment {
  const at = sql`cast(d as timestamp)`;
  if (zone === null) return at;
  const inZone = (local: Fragment) => sql`((${local} at time zone ${zone}) at time zone 'UTC')`;
  const late = inZone(at);
  const early = sql`(${inZone(sql`(${at} - interval '3 hours')`)} + interval '3 hours')`;
  return sql`case when ((${early} at time zone 'UTC') at time zone ${zone}) = ${at} then least(${early}, ${late}) else ${late} end`;
}
