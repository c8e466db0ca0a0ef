import type { AccountIndex } from './account-index.ts';
import { kindOf, type Measure } from './kinds.ts';
import { missing, type Observation, type ReachContext, type ReadContext } from './measure-kind.ts';

/** Measures by their ids, and the zone their days are told in. */
export interface MeasureSet {
  readonly measures: ReadonlyMap<string, Measure>;
  readonly zone: string | null;
}

/** How far back each measure looks from an instant, following measures made of measures. */
export function reachIn({ measures, zone }: MeasureSet): ReachContext['reach'] {
  const known = new Map<string, number>();
  const reach = (id: string, now: number): number => {
    const measure = measures.get(id);
    const key = `${now} ${id}`;
    const from = known.get(key) ?? (measure && kindOf(measure).reach?.(measure, { now, zone, reach })) ?? now;
    known.set(key, from);
    return from;
  };
  return reach;
}

/** Reads every measure of an account at `now` (milliseconds). Each measure is read once per instant. */
export function readMeasures(set: MeasureSet, account: AccountIndex, now: number): Map<string, Observation> {
  const { measures, zone } = set;
  const reach = reachIn(set);
  const read = new Map<number, Map<string, Observation>>();

  function contextAt(at: number): ReadContext {
    return { account, now: at, zone, measure: (id, when = at) => readAt(id, when), reach };
  }

  function readAt(id: string, at: number): Observation {
    const atInstant = read.get(at) ?? new Map<string, Observation>();
    read.set(at, atInstant);
    let observation = atInstant.get(id);
    if (!observation) {
      const measure = measures.get(id) as Measure;
      observation = finite(kindOf(measure).read(measure, contextAt(at)));
      atInstant.set(id, observation);
    }
    return observation;
  }

  return new Map([...measures.keys()].map((id) => [id, readAt(id, now)]));
}

/** Arithmetic may overflow, and −0 is not JSON: what is not a number that JSON can carry is missing, −0 is 0. */
function finite(observation: Observation): Observation {
  const { value } = observation;
  if (value === null || (value !== 0 && Number.isFinite(value))) return observation;
  return value === 0 ? { ...observation, value: 0 } : missing;
}
