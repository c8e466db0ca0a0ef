import type { CDPSession } from 'puppeteer-core';

/** What there is in a page, after all that can be forgotten is. */
export interface Kept {
  readonly nodes: number;
  readonly listeners: number;
  /** Bytes of scripts. */
  readonly heap: number;
}

/** Asks a page what it keeps. What a first collection lets go of may have held what a second one finds. */
export async function kept(session: CDPSession): Promise<Kept> {
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { nodes, listeners: jsEventListeners, heap: usedSize };
}
