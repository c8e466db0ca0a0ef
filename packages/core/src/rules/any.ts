import { sql } from '../sql/fragment.ts';
import { junction, junctionSql } from './junction.ts';

/** True as soon as one is; false when all are; unknown otherwise. */
export const any = junction('any', true);

/** The same for all accounts at once. */
export const anySql = /* @__PURE__ */ junctionSql('any', sql` or `);
