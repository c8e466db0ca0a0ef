import { once } from 'node:events';
import type { Server } from 'node:http';
import { HealthError } from '@hale/core';
import { createAdaptorServer } from '@hono/node-server';

/** A server that answers, and how to stop it. */
export interface Listening {
  /** Without a slash at its end: `http://127.0.0.1:4321`. */
  readonly url: string;
  /** Takes no more requests, and is done when those under way are answered. */
  close(): Promise<void>;
}

const lastPort = 65_535;
/** What this machine calls itself. Under another name a page from elsewhere would be at the server's own origin. */
const ownNames: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Answers requests on a port of this machine, reachable from this machine alone; port 0 takes any free one.
 * When the port is taken, tries up to `further` ports after it, then throws a HealthError.
 */
export async function listen(
  fetch: (request: Request, env?: object) => Response | Promise<Response>,
  port: number,
  further = 0,
): Promise<Listening> {
  // Without options for TLS or HTTP/2 it is a plain server.
  const answer: typeof fetch = (request, env) =>
    ownNames.has(new URL(request.url).hostname)
      ? fetch(request, env)
      : new Response('This server answers to 127.0.0.1 and localhost alone.\n', { status: 421 });
  const server = createAdaptorServer({ fetch: answer, overrideGlobalObjects: false }) as Server;
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' && further > 0 && port < lastPort) return listen(fetch, port + 1, further - 1);
    throw cannotListen(port, code, error);
  }
  const address = server.address();
  const actual = address !== null && typeof address === 'object' ? address.port : port;
  return {
    url: `http://127.0.0.1:${actual}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      // A client that neither ends its request nor reads the answer must not keep the server from ending.
      const patience = setTimeout(() => server.closeAllConnections(), 2000);
      await closed;
      clearTimeout(patience);
    },
  };
}

function cannotListen(port: number, code: string | undefined, cause: unknown): unknown {
  if (code === 'EADDRINUSE') {
    const message = `Port ${port} is taken by another program: stop that one, or name another with --port.`;
    return new HealthError({ code: 'port-taken', path: 'port', message });
  }
  if (code === 'EACCES') {
    const message = `Port ${port} needs rights that this user has not: name one above 1023 with --port.`;
    return new HealthError({ code: 'port-forbidden', path: 'port', message });
  }
  return cause;
}
