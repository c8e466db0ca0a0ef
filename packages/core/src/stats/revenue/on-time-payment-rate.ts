import { divide } from '../divide.ts';
import { mustBeEntries } from '../must-be.ts';
import { mustBeInstant } from '../period.ts';

/** When an invoice had to be paid and when it was, in milliseconds since 1970; null where unknown, or unpaid. */
export interface Invoice {
  readonly due: number | null;
  readonly paid: number | null;
}

/** The share of invoices paid in time, 0…1, and the counts it rests on. */
export interface OnTimePayment {
  /** Null where no invoice has fallen due. */
  readonly rate: number | null;
  readonly onTime: number;
  /** Invoices that fell due before `now`. */
  readonly n: number;
  /** Invoices left out, for nobody knows when they were due. */
  readonly missing: number;
}

/**
 * On-time payment rate: invoices paid at or before `due` / invoices that fell due before `now`. One that is not due yet
 * is in neither, paid or not; one overdue and unpaid is late. Each counts alike, whatever its amount. `due` is the last
 * instant at which payment is in time: with dates, the end of the day. No authority: the definition is ours.
 */
export function onTimePaymentRate(invoices: readonly Invoice[], now: number): OnTimePayment {
  mustBeInstant(now, 'now');
  mustBeEntries(invoices, 'invoices', '{ due, paid }');
  invoices.forEach(({ due, paid }, index) => {
    if (due !== null) mustBeInstant(due, `invoices[${index}].due`);
    if (paid !== null) mustBeInstant(paid, `invoices[${index}].paid`);
  });
  const fallenDue = invoices.flatMap(({ due, paid }) => (due !== null && due < now ? [{ due, paid }] : []));
  const onTime = fallenDue.filter(({ due, paid }) => paid !== null && paid <= due).length;
  const missing = invoices.filter(({ due }) => due === null).length;
  return { rate: divide(onTime, fallenDue.length), onTime, n: fallenDue.length, missing };
}
