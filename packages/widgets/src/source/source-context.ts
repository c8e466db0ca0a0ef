import { createContext } from '@lit/context';
import type { HealthSource } from './health-source.ts';

/** The source that `<hale-provider>` hands down. One key for every copy of the package in a page. */
export const sourceContext = createContext<HealthSource | null>(Symbol.for('hale.source'));
