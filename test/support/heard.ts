import type { HealthSource, SourceState } from '@hale/widgets';

/** What a listener has been told, and a way to wait for what comes. */
export interface Heard {
  readonly states: SourceState[];
  readonly last: SourceState | undefined;
  readonly stop: () => void;
  /** Resolves with the first state of a kind, told already or yet to come, from `from` on. */
  until(status: SourceState['status'], from?: number): Promise<SourceState>;
}

/** Subscribes to an account and notes every state. */
export function hear(source: HealthSource, accountId: string): Heard {
  const states: SourceState[] = [];
  const waiting = new Set<() => void>();
  const stop = source.subscribe(accountId, (state) => {
    states.push(state);
    for (const look of [...waiting]) look();
  });
  return {
    states,
    stop,
    get last() {
      return states.at(-1);
    },
    until(status, from = 0) {
      return new Promise((resolve) => {
        const look = () => {
          const found = states.slice(from).find((state) => state.status === status);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      });
    },
  };
}
