import type { Model } from '@hale/core';
import type { Session } from './database/session.ts';

/** Many accounts, the model they are scored with, and the instant their records end: never the wall clock. */
export interface Portfolio {
  readonly session: Session;
  readonly model: Model;
  /** Milliseconds since 1970. */
  readonly asOf: number;
}
