/**
 * What a weight, or the most points something gives, counts as: one above 0 as 1e-30 at least, so that a share of it is
 * still a number that every engine holds.
 */
export const counting = (weight: number): number => (weight > 0 ? Math.max(1e-30, weight) : 0);

/** The weight of a dimension, a group or a metric among its neighbours. */
export const weightOf = ({ weight = 1 }: { readonly weight?: number | undefined }): number => counting(weight);
