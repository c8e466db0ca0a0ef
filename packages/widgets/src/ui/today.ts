/** The moment from which `Formats.day` takes the current year, in ms since 1970; the tests stop it. */
export const today = { at: (): number => Date.now() };
