import { dayLength, monthsAfter, startOf } from '../calendar.ts';
import { randomFor } from '../random.ts';
import { type EventTrace, type Happening, happening, weekOf } from './trace.ts';

/**
 * `invoice`: four a year, from the day it is due until it is paid. One paid before it was due counts as paid on that day.
 * The dissatisfied pay late, and some who leave do not pay the last one.
 */
export const invoices: EventTrace = (subject) => {
  const { seed, n, profile, calendar, life } = subject;
  const random = randomFor(seed, 'invoices', n);
  const { steps, ended } = life.contract;
  const happenings: Happening[] = [];
  for (let months = 0; ; months += 3) {
    const issued = monthsAfter(profile.since, months);
    const due = issued + 30;
    const at = startOf(due);
    if (issued > life.lastDay || at >= calendar.end) return happenings;
    const unhappy = Math.max(0, -(weekOf(life, due)?.satisfaction ?? 0));
    const delay = random.normal(profile.paymentDelay, 5) + 14 * unhappy;
    // Some are forgotten; some are held back until a complaint is settled.
    const heldBack = random.chance(0.015 + 0.3 * unhappy) ? random.between(20, 90) : 0;
    const disputed = ended !== null && due > ended - 60 && random.chance(0.3);
    if (due < calendar.firstDay || due > life.lastDay) continue;
    const paid = at + Math.max(0, Math.round(delay + heldBack)) * dayLength;
    const terms = steps.findLast((step) => step.day <= issued) ?? steps[0];
    const amount = (terms?.yearlyValue ?? 0) / 4;
    happenings.push({
      ...happening(subject, 'invoice', at, { id: `R-${n + 1}-${months / 3 + 1}`, amount }),
      until: disputed || paid >= calendar.end ? null : paid,
    });
  }
};
