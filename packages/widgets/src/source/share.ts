import { announce } from './announcer.ts';
import { connect } from './follow.ts';
import type { HealthSource, Sourced, SourceListener, SourceState } from './health-source.ts';

/** What goes on for one account while anybody listens. */
export interface Feed {
  refresh(): void;
  stop(): void;
}

/** Starts a feed for an account; it calls `tell` at every change, the first time whenever it likes. */
export type OpenFeed<R extends Sourced> = (accountId: string, tell: (state: SourceState<R>) => void) => Feed;

interface Entry<R extends Sourced> {
  readonly listeners: Set<{ readonly hear: SourceListener<R> }>;
  state: SourceState<R>;
  feed: Feed;
}

/** A source in which all who listen to one account share one feed: opened for the first, stopped after the last. */
export function share<R extends Sourced>(open: OpenFeed<R>): Required<HealthSource<R>> {
  connect();
  const entries = new Map<string, Entry<R>>();
  const idleFeed: Feed = { refresh() {}, stop() {} };

  function enter(accountId: string): Entry<R> {
    const entry: Entry<R> = { listeners: new Set(), state: { status: 'loading' }, feed: idleFeed };
    entries.set(accountId, entry);
    try {
      entry.feed = open(accountId, (state) => {
        entry.state = state;
        for (const seat of [...entry.listeners]) if (entry.listeners.has(seat)) deliver(seat.hear, state);
      });
    } catch (thrown) {
      // Left here, it would keep all who come later waiting for a feed that never was.
      entries.delete(accountId);
      throw thrown;
    }
    return entry;
  }

  return {
    subscribe(accountId, listener) {
      const entry = entries.get(accountId) ?? enter(accountId);
      const seat = { hear: listener };
      entry.listeners.add(seat);
      deliver(listener, entry.state);
      return () => {
        if (!entry.listeners.delete(seat) || entry.listeners.size > 0) return;
        // A widget that is only moved within the page leaves and comes back in one breath.
        queueMicrotask(() => {
          if (entry.listeners.size > 0 || entries.get(accountId) !== entry) return;
          entries.delete(accountId);
          entry.feed.stop();
        });
      };
    },
    refresh(accountId) {
      entries.get(accountId)?.feed.refresh();
    },
    announce,
  };
}

/** One listener that fails must not keep the state from the others. */
function deliver<R extends Sourced>(hear: SourceListener<R>, state: SourceState<R>): void {
  try {
    hear(state);
  } catch (thrown) {
    queueMicrotask(() => {
      throw thrown;
    });
  }
}
