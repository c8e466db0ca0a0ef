import type { Fit, listOf as toldList } from './developing.ts';

/** As `developing.ts`, for pages in use: nothing is told. */
export const isDeveloping: boolean = false;

export const listOf: typeof toldList = () => ({});

export function warnOnce(_message: string): void {}

export function warnUnfit(_what: string, _value: unknown, _fit: Fit): void {}
