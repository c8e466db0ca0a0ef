/** As `developing.ts`, for pages in use: nothing is told. */
export const isDeveloping: boolean = false;

export function warnOnce(_message: string): void {}

export function warnUnfit(_what: string, _value: unknown, _fit: object): void {}
