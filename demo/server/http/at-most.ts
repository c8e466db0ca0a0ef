import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Problem } from './problem.ts';

/** Reads so many bytes of what is sent, and refuses what is longer. */
export const atMost = (bytes: number): MiddlewareHandler =>
  bodyLimit({
    maxSize: bytes,
    onError: () => {
      // The rest is not read, so that no other request can come over this connection: whoever keeps it must know.
      throw new Problem('too-large', `What is sent must be at most ${bytes} bytes long.`, { Connection: 'close' });
    },
  });
