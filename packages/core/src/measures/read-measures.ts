import type { AccountIndex } from './account-index.ts';
import { kindOf, type Measure } from './kinds.ts';
import { missing, type Observation, type ReadContext } from './measure-kind.ts';

/** How far back each measure looks, in milliseconds, following measures made of measures. */
export function spanIn(measures: Readonly<Record<string, Measure>>): (id: string) => number {
  const known = new Map<string, number>();
  const spanOf = (id: string): number => {
    const measure = measures[id];
    const span = known.get(id) ?? (measure ? kindOf(measure).span(measure, spanOf) : 0);
    known.set(id, span);
    return span;
  };
  return spanOf;
}

/** Reads every measure of an account at `now` (milliseconds). Each measure is read once per instant. */
export function readMeasures(
  measures: Readonly<Record<string, Measure>>,
  account: AccountIndex,
  now: number,
): Map<string, Observation> {
  const span = spanIn(measures);
  const read = new Map<number, Map<string, Observation>>();

  function contextAt(at: number): ReadContext {
    return { account, now: at, measure: (id, when = at) => readAt(id, when), span };
  }

  function readAt(id: string, at: number): Observation {
    const atInstant = read.get(at) ?? new Map<string, Observation>();
    read.set(at, atInstant);
    let observation = atInstant.get(id);
    if (!observation) {
      const measure = measures[id] as Measure;
      observation = finite(kindOf(measure).read(measure, contextAt(at)));
      atInstant.set(id, observation);
    }
    return observation;
  }

  return new Map(Object.keys(measures).map((id) => [id, readAt(id, now)]));
}

/** Arithmetic may overflow, and −0 is not JSON: what is not a number that JSON can carry is missing, −0 is 0. */
function finite(observation: Observation): Observation {
  const { value } = observation;
  if (value === null || (value !== 0 && Number.isFinite(value))) return observation;
  return value === 0 ? { ...observation, value: 0 } : missing;
}
