export { dayMs } from './calendar.ts';
export { ago, duration, inWords, toMs } from './duration.ts';
export { parseInstant, toInstant } from './instant.ts';
export { window, windowAt, windowInWords } from './window.ts';
export { dayOf, startOfDay, zone } from './zone.ts';
