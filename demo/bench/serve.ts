import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { listen } from '../server/listen.ts';
import { startServer } from '../server/start-server.ts';

// A server in a process of its own, which says its address on a line: that of the demo over a file, or a bare one that
// answers every request with the text of a file, by the same framework.
const [kind = '', given = ''] = process.argv.slice(2);

async function bare(file: string): Promise<string> {
  const text = readFileSync(file, 'utf8');
  const app = new Hono();
  app.all('*', (context) => context.body(text, 200, { 'content-type': 'application/json' }));
  return (await listen(app.fetch, 0)).url;
}

async function demo(file: string): Promise<string> {
  const rate = { requests: 1e9, seconds: 60 };
  const end = new Date('2026-03-02T09:00:00Z');
  return (await startServer({ file, port: 0, accounts: 100, seed: 3, end, rate })).url;
}

console.log(kind === 'bare' ? await bare(given) : await demo(given));
