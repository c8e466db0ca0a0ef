import { sql } from '../sql/fragment.ts';
import { junction, junctionSql } from './junction.ts';

/** True when all are; false as soon as one is; unknown otherwise. */
export const all = junction('all', false);

/** The same for all accounts at once. */
export const allSql = /* @__PURE__ */ junctionSql('all', sql` and `);
