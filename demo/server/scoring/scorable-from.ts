import type { Portfolio } from '../portfolio.ts';

/** How far back a score looks: the preset's windows are a quarter long, but for a few rare events. */
const lookBackMs = 91 * 86_400_000;

/**
 * The first instant (milliseconds) that the records say enough about to be scored: a quarter after they begin. Before it
 * a window reaches into a time nobody recorded, which would read as "nobody used it". `asOf` when there are no records.
 */
export async function scorableFrom({ session, model, asOf }: Portfolio): Promise<number> {
  const event = model.activity?.event;
  const [row] = await session.rows<{ first: string | null }>(
    `SELECT min(e.at) AS first FROM events e ${event === undefined ? '' : 'WHERE e.name = $event'}`,
    event === undefined ? [] : { event },
  );
  return row?.first ? Date.parse(row.first) + lookBackMs : asOf;
}
