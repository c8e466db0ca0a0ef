import { startOf } from '../calendar.ts';
import { type EventTrace, happening } from './trace.ts';

/** `plan`: upgrades and downgrades, on the day they take effect. */
export const planChanges: EventTrace = (subject) => {
  const { calendar, life } = subject;
  return life.contract.planChanges
    .filter(({ day }) => day >= calendar.firstDay && day <= life.lastDay)
    .map(({ day, change }) => happening(subject, 'plan', startOf(day), { change }));
};
