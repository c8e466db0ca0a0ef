/** Whether anybody could see what is asked for, and whether asking could succeed. */
export interface Attention {
  isVisible(): boolean;
  isOnline(): boolean;
  /** Calls `changed` when either may have changed, until the returned function is called. */
  listen(changed: () => void): () => void;
}

const events = ['visibilitychange', 'online', 'offline', 'pageshow'] as const;

/** What the page itself knows. Where there is no page, somebody always looks. */
export const pageAttention: Attention = {
  isVisible: () => globalThis.document?.visibilityState !== 'hidden',
  isOnline: () => globalThis.navigator?.onLine !== false,
  listen(changed) {
    const { document } = globalThis;
    const page = document?.defaultView;
    if (!page) return () => {};
    // The event of the document comes up to its window.
    for (const name of events) page.addEventListener(name, changed);
    return () => {
      for (const name of events) page.removeEventListener(name, changed);
    };
  },
};
