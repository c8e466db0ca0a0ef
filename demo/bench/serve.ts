import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { listen } from '../server/listen.ts';
import { startServer } from '../server/start-server.ts';

// A server in a process of its own, which says its address on a line: that of the demo over a file, or a bare one that
// answers every request with the text of a file, or passes on what it is sent, by the same framework.
const [kind = '', given = ''] = process.argv.slice(2);

async function bare(file: string): Promise<string> {
  const text = readFileSync(file, 'utf8');
  const app = new Hono();
  app.all('*', (context) => context.body(text, 200, { 'content-type': 'application/json' }));
  return (await listen(app.fetch, 0)).url;
}

/** What is posted is passed on to whoever listens, and nothing else is done. */
async function passing(): Promise<string> {
  const app = new Hono();
  const encoder = new TextEncoder();
  let tell = (_: string) => {};
  app.post('/v1/events', async (context) => {
    tell(`event: changed\ndata: ${await context.req.text()}\n\n`);
    return context.json({ accepted: 1 });
  });
  app.get('/v1/stream', (context) => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        tell = (text) => controller.enqueue(encoder.encode(text));
        tell(':\n\n');
      },
    });
    return context.body(body, 200, { 'content-type': 'text/event-stream' });
  });
  return (await listen(app.fetch, 0)).url;
}

async function demo(file: string): Promise<string> {
  const rate = { requests: 1e9, seconds: 60 };
  const end = new Date('2026-03-02T09:00:00Z');
  return (await startServer({ file, port: 0, accounts: 100, seed: 3, end, rate })).url;
}

const kinds: Readonly<Record<string, (given: string) => Promise<string>>> = { bare, passing, demo };
console.log(await kinds[kind]?.(given));
