/** The least and the greatest value that a measure can have. */
export type Extent = readonly [least: number, most: number];

/** Between which numbers a measure's values lie, told those of the measures that it reads. */
export type ExtentOf<M> = (measure: M, extentOf: (id: string) => Extent) => Extent;

/** Of a measure that may have any value. */
export const anyNumber: Extent = [-Number.MAX_VALUE, Number.MAX_VALUE];

const fromZero: Extent = [0, Number.MAX_VALUE];

/** Of one that counts things or lengths of time. */
export const counted = (): Extent => fromZero;

/** Of a share of a whole, and of yes and no. */
export const upToOne = (): Extent => [0, 1];
