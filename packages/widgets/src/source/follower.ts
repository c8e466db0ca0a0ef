import type { HealthSource, Sourced, SourceError, SourceState } from './health-source.ts';

/** A widget that shows an account. */
export interface Followed extends HTMLElement {
  readonly report: unknown;
  readonly source: HealthSource | null;
  readonly account: string | null;
  requestUpdate(): void;
}

/** A report as a widget has read it; what is wrong with it, where it is null. */
export interface ReadReport {
  readonly state: string;
  readonly report: unknown;
  readonly reading: { readonly asOf: number | null } | null;
}

/** What a source says of an account: over what was read of its report, where there is one. */
export interface Told {
  readonly state?: 'loading' | 'empty' | 'error' | 'stale';
  readonly error?: SourceError;
  /** Why there is no newer report, in the reader's language; absent where the error's own message says it. */
  readonly why?: string | undefined;
  /** How old a stale report is. */
  readonly age?: string;
  /** When the source asks again by itself. */
  readonly again?: string;
}

/** What a widget draws, which the source has told it. */
export type Saying<Known extends ReadReport> = Known | (Omit<Partial<Known>, keyof Told> & Told);

/** What connects one widget with its source: its own, or that of the nearest provider. */
export interface Follower {
  /** The account that is asked for; null where none is. */
  readonly account: string | null;
  /** What the source said last; null before it said anything, undefined where it is not listened to. */
  readonly said: SourceState | null | undefined;
  /** The word of the button that asks again; null where there is nobody to ask. */
  readonly retryWord: string | null;
  /** Asks again, now. */
  retry(): void;
  /** Asks the providers above for a source and, `wholly`, listens to the one that is to be listened to now. */
  settle(wholly: boolean): void;
  leave(): void;
  /** Notes, before a drawing, what must not be lost by it. */
  look(): void;
  /** What there is to draw; null where no source is listened to. */
  read<Known extends ReadReport>(lang: string, read: (report: Sourced) => Known): Saying<Known> | null;
  /** After a drawing: the tier that is shown, and a sentence that tells of the score. */
  drawn(tier: string | undefined, sentence: (lang: string, account: string) => string): void;
}

export type Follow = (widget: Followed) => Follower;
