import { junction } from './junction.ts';

/** True when all are; false as soon as one is; unknown otherwise. */
export const all = junction('all', false);
