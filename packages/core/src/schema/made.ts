/**
 * Makes a value that only parsing needs. Bundlers keep what they cannot tell to be without effect, and do not look into
 * zod: where each such call is marked as pure, what nobody asks for is left out, with all of zod that it would bring.
 */
export const made = <T>(make: () => T): T => make();
