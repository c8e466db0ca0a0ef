import { factValue, type Rows } from '../../server/database/rows.ts';
import { type Calendar, calendarFor, startOf } from './calendar.ts';
import { liveThrough } from './life.ts';
import { peopleOf } from './people.ts';
import { profileOf } from './profile.ts';
import { attributes, contractFacts } from './traces/contract-facts.ts';
import { invoices } from './traces/invoices.ts';
import { milestones } from './traces/milestones.ts';
import { overrides } from './traces/overrides.ts';
import { planChanges } from './traces/plan-changes.ts';
import { nps, training } from './traces/surveys.ts';
import { tags } from './traces/tags.ts';
import { csat, tickets } from './traces/tickets.ts';
import { touchpoints } from './traces/touchpoints.ts';
import type { EventTrace, FactTrace, Subject } from './traces/trace.ts';
import { use } from './traces/use.ts';

const eventTraces: readonly EventTrace[] = [use, tickets, invoices, touchpoints, tags, planChanges, milestones];
const factTraces: readonly FactTrace[] = [attributes, contractFacts, nps, csat, training];

/** Every event that the records may hold. */
const eventNames = ['use', 'ticket', 'invoice', 'touchpoint', 'tag', 'plan', 'milestone'];

export interface CompanyOptions {
  /** A whole number; another one gives another company. */
  readonly seed: number;
  /** The instant at which the records end; they begin 12 months before. */
  readonly end: Date;
  /** How many accounts the company has had in that time, ended ones included. */
  readonly accounts: number;
}

/** Everything that is recorded of one account, as rows of the database. */
export interface AccountRecords {
  readonly account: Rows['accounts'];
  readonly facts: readonly Rows['facts'][];
  /** In order of time. */
  readonly events: readonly Rows['events'][];
  readonly outcomes: readonly Rows['outcomes'][];
  readonly overrides: readonly Rows['overrides'][];
}

/**
 * Simulates a company that sells logistics software and yields its accounts one after another. A pure function: the
 * same options give the same rows, and the first accounts of a larger company are those of a smaller one.
 */
export function* generateCompany({ seed, end, accounts }: CompanyOptions): Generator<AccountRecords> {
  const calendar = calendarFor(seed, end.getTime());
  for (let n = 0; n < accounts; n++) yield recordsOf(seed, n, calendar);
}

function recordsOf(seed: number, n: number, calendar: Calendar): AccountRecords {
  const profile = profileOf(seed, n, calendar);
  const life = liveThrough(seed, n, profile, calendar);
  const people = peopleOf(seed, n, profile, life);
  const subject: Subject = { seed, n, profile, calendar, life, people };
  const { id } = profile;
  const { ended, outcomes } = life.contract;
  return {
    account: {
      id,
      name: profile.name,
      since: startOf(profile.since),
      ended: ended === null ? null : startOf(ended),
      tracked: profile.untracked.length ? eventNames.filter((name) => !profile.untracked.includes(name)) : null,
    },
    facts: factTraces.flatMap((trace) =>
      trace(subject).map(({ name, day, value }) => ({
        account_id: id,
        name,
        at: day === null ? null : startOf(day),
        ...factValue(value),
      })),
    ),
    events: eventTraces.flatMap((trace) => trace(subject)).sort((a, b) => a.at - b.at),
    outcomes: outcomes.map(({ day, kind }) => ({ account_id: id, kind, at: startOf(day) })),
    overrides: overrides(subject),
  };
}
