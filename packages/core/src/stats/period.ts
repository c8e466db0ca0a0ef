import { mustBe } from './must-be.ts';

/** A half-open span of time [from, to), in milliseconds since 1970. The time zone is the one the caller cut it in. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** Refuses an instant that is not a finite number of milliseconds. */
export function mustBeInstant(value: number, path: string): void {
  mustBe(Number.isFinite(value), path, 'an instant in milliseconds since 1970', value);
}

/** Refuses a period that has no length or is not finite. */
export function mustBePeriod(period: Period, name: string): void {
  mustBe(period !== null && typeof period === 'object', name, '{ from, to }', period);
  const { from, to } = period;
  mustBeInstant(from, `${name}.from`);
  mustBeInstant(to, `${name}.to`);
  mustBe(from < to, `${name}.to`, `after ${name}.from (${from})`, to);
}
