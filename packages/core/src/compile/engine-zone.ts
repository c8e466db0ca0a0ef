/**
 * A model's zone by a name that means the same to every engine: Postgres takes `CET` for an hour ahead of UTC all year and
 * `IST` for Israel's, and Spark heeds case. A name with a place in it is kept: others of the same zone may be unknown.
 */
export function engineZone(zone: string | null): string | null {
  if (zone === null) return null;
  const own = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  return zone.includes('/') && zone.toLowerCase() !== own.toLowerCase() ? zone : own;
}
