import { given, HealthError } from '../errors.ts';

/** Refuses an argument that breaks its contract: `answers[3] must be a whole number from 0 to 10; given 11.` */
export function mustBe(holds: boolean, path: string, expected: string, value: unknown): void {
  if (!holds) {
    throw new HealthError({ code: 'argument', path, message: `${path} must be ${expected}; given ${given(value)}.` });
  }
}

/** Refuses what is not a list of objects, by the index of the first entry that is none. */
export function mustBeEntries(entries: readonly object[], name: string, shape: string): void {
  mustBe(Array.isArray(entries), name, `a list of ${shape}`, entries);
  const wrong = entries.findIndex((entry) => entry === null || typeof entry !== 'object');
  mustBe(wrong < 0, `${name}[${wrong}]`, shape, entries[wrong]);
}

/** Refuses what is not a list, and the first entry that is not a finite number, by its index. */
export function mustBeFinite(values: readonly number[], name: string): void {
  mustBe(Array.isArray(values), name, 'a list of numbers', values);
  const wrong = values.findIndex((value) => !Number.isFinite(value));
  mustBe(wrong < 0, `${name}[${wrong}]`, 'a finite number, with missing ones left out', values[wrong]);
}
