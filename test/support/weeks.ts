/** The day all example reports are of. */
export const asOf = '2026-11-14T09:00:00.000Z';

const day = 86_400_000;

/** The instant `days` before the examples' `asOf`. */
export function before(days: number): string {
  return new Date(Date.parse(asOf) - days * day).toISOString();
}

/** A year of Averlund Freight, a week each, oldest first; null where nothing was observed. */
export const yearOfWeeks: readonly (number | null)[] = [
  66,
  67,
  67.3,
  67.9,
  67.8,
  69.5,
  71.6,
  71.5,
  72,
  72.9,
  73.9,
  74.5,
  73,
  77,
  77.3,
  77.9,
  77.4,
  79,
  78.8,
  79,
  80,
  79.8,
  80.8,
  79.6,
  80.8,
  81,
  81,
  81.5,
  80.4,
  80.8,
  null,
  null,
  77.4,
  77,
  78,
  78.4,
  78.1,
  78.1,
  79.3,
  81.2,
  81,
  80.3,
  79.8,
  76.6,
  77.7,
  77.8,
  76,
  74.6,
  74,
  72.5,
  68.6,
  65,
  62,
];
