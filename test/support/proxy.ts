import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server behind a proxy answered, whole. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** One request as it comes through. */
export interface Exchange {
  readonly asked: IncomingMessage;
  readonly answer: ServerResponse;
  /** Hands on what the server answers, as it comes. */
  pass(): void;
  /** What the server answers, unpacked, for one who hands on something else. */
  usual(): Promise<Answered>;
}

/** Answers a request in the server's place, in whatever way. */
export type Answering = (exchange: Exchange) => void | Promise<void>;

/** Stands between a browser and a server, and sees and spoils what goes through. */
export interface Between {
  readonly url: string;
  /** Where the server is; another one after a restart. */
  target: string;
  /** `GET /path?query`, of all that came, in order. */
  readonly seen: string[];
  /** Says who answers a request; the server itself where it gives null. */
  answering: (asked: IncomingMessage) => Answering | null;
  /** Refuses connections, and breaks those that are open. */
  down(): Promise<void>;
  up(): Promise<void>;
  close(): Promise<void>;
}

/** A proxy on a port of its own. The server is told the address that the browser knows: tokens are minted for it. */
export async function openProxy(target: string): Promise<Between> {
  const server = createServer((asked, answer) => {
    proxy.seen.push(`${asked.method} ${asked.url}`);
    const send = (headers: IncomingHttpHeaders, take: (came: IncomingMessage) => void) => {
      const onward = request(new URL(asked.url ?? '/', proxy.target), { method: asked.method ?? 'GET', headers }, take);
      // As those in front of servers do. Were the connection broken, the browser itself might ask once more.
      onward.on('error', () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end()));
      answer.on('close', () => onward.destroy());
      asked.pipe(onward);
    };
    const pass = () =>
      send(asked.headers, (came) => {
        answer.writeHead(came.statusCode ?? 502, came.headers);
        came.on('error', () => answer.destroy());
        came.pipe(answer);
      });
    const usual = () =>
      new Promise<Answered>((resolve, reject) => {
        const { 'if-none-match': _, ...rest } = asked.headers;
        send({ ...rest, 'accept-encoding': 'identity' }, (came) => {
          const parts: Buffer[] = [];
          came.on('data', (part: Buffer) => parts.push(part));
          came.on('error', reject);
          came.on('end', () =>
            resolve({ status: came.statusCode ?? 502, headers: came.headers, body: Buffer.concat(parts) }),
          );
        });
      });
    const own = proxy.answering(asked);
    if (own) void Promise.resolve(own({ asked, answer, pass, usual })).catch(() => answer.destroy());
    else pass();
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const down = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  await listen(0);
  // A TCP server that listens has a port.
  const { port } = server.address() as AddressInfo;
  const proxy: Between = {
    url: `http://127.0.0.1:${port}`,
    target,
    seen: [],
    answering: () => null,
    down,
    up: () => listen(port),
    close: down,
  };
  return proxy;
}
