import { shareOf } from '../share-of.ts';

/**
 * Renewal rate, 0…1: contracts renewed / contracts that came up for renewal in a period and were decided; or the same
 * in what they were worth before. One still being talked about belongs to neither, and one not up for renewal could not
 * churn: this is not retention. Growth at renewal does not count: a contract renews at its old worth at most. Null
 * where either is unknown or none was decided; refuses more renewed than decided.
 */
export function renewalRate(renewed: number | null, decided: number | null): number | null {
  return shareOf(['renewed', renewed], ['decided', decided]);
}
