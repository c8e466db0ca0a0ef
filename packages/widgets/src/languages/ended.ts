/** A sentence with one full stop at its end, which may be that of an abbreviated month. */
export const ended = (said: string): string => (said.endsWith('.') ? said : `${said}.`);
