import { ratioOf } from '../share-of.ts';

/**
 * License utilisation: licenses assigned to people / licenses purchased, at one instant. 0 or more; above 1 where more
 * were assigned than bought. It is not the usage rate: an assigned license may lie idle. Null where either is unknown
 * or none was purchased.
 */
export function licenseUtilisation(assigned: number | null, purchased: number | null): number | null {
  return ratioOf(['assigned', assigned], ['purchased', purchased]);
}
