import type { Report } from '@hale/core/report';
import type { HealthSource, SourceError, SourceListener, SourceState } from '@hale/widgets';
import { ownSource } from '@hale/widgets/sources/own.js';

/** A source that says what a test tells it to, and notes what is asked of it. */
export interface ToldSource extends Required<HealthSource> {
  /** From now on says this of every account. */
  tell(state: SourceState): void;
  /** Accounts with a listener, each as often as it has one. */
  readonly listening: string[];
  /** What `refresh` was called with. */
  readonly refreshed: string[];
  /** What screen readers were to say. */
  readonly announced: { readonly id: string; readonly sentence: string; readonly lang: string }[];
}

/** A source that starts out saying `state`. */
export function told(state: SourceState = { status: 'loading' }): ToldSource {
  let now = state;
  const seats = new Set<{ id: string; hear: SourceListener }>();
  const refreshed: string[] = [];
  const announced: ToldSource['announced'] = [];
  return ownSource({
    refreshed,
    announced,
    announce: (id, { sentence, lang }) => announced.push({ id, sentence, lang }),
    get listening() {
      return [...seats].map(({ id }) => id);
    },
    tell(next) {
      now = next;
      for (const { hear } of [...seats]) hear(next);
    },
    subscribe(id, hear) {
      const seat = { id, hear };
      seats.add(seat);
      hear(now);
      return () => seats.delete(seat);
    },
    refresh: (id) => refreshed.push(id),
  });
}

/** A report that has come. */
export const arrived = (report: Report): SourceState => ({ status: 'ready', report, receivedAt: 0 });

/** A report that did not come, with the last good one where there is one. */
export function failed(report?: Report, retryAt: number | null = null): SourceState {
  const error: SourceError = { code: 'network', message: 'The server could not be reached.', retryAt };
  return report ? { status: 'error', error, report } : { status: 'error', error };
}
