import { sql } from './fragment.ts';

/** How often an event `e` happened: once where its row does not say. */
export const howOften = sql`coalesce(e.count, 1)`;
