/** Decimals to which figures are told that are compared: more than anyone writes, and fewer than adding them up may disturb. */
export const decimals = 1e12;

/** A number of up to 1,000 rounded to twelve decimals, so that 0.1 + 0.2 is 0.3 whoever added them, in whatever order. */
export const toDecimals = (value: number): number => Math.round(value * decimals) / decimals;
