/** What must be undone when the program ends before its time, newest first. */
const pending: (() => void)[] = [];

/**
 * Has `undo` run should the program be interrupted. Gives a function that says it is no longer needed; call it once the
 * work is done or undone.
 */
export function onInterrupt(undo: () => void): () => void {
  pending.push(undo);
  return () => {
    const place = pending.lastIndexOf(undo);
    if (place >= 0) pending.splice(place, 1);
  };
}

/** Undoes everything that is half done. */
export function undoAll(): void {
  for (const undo of pending.splice(0).reverse()) {
    try {
      undo();
    } catch {
      // What cannot be undone now, such as a file that Windows holds open, the next run clears away.
    }
  }
}

/** Ctrl-C, a kill and a closed terminal leave nothing half-written; the program then ends by that signal. */
export function undoOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      undoAll();
      process.kill(process.pid, signal);
    });
  }
}
