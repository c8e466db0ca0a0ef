/** An English noun, or verb, that goes with a count: one `day`, 2 `days`. */
export const noun = (count: number, one: string, other: string = `${one}s`): string => (count === 1 ? one : other);
