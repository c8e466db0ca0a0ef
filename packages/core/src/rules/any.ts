import { junction } from './junction.ts';

/** True as soon as one is; false when all are; unknown otherwise. */
export const any = junction('any', true);
