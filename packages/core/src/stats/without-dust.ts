const dust = 1e-100;

/**
 * A number, or 0 where it is next to nothing, less than 1e-100 or so: what little is left of it is rounding, in which
 * engines differ. From 1e-80 up it keeps its last bit.
 */
export const withoutDust = (number: number): number => number + dust - dust;
