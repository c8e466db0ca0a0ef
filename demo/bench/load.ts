/**
 * The demo's server under load, on loopback: `npm run bench:load`. Requests a second, and p50 and p99 of their answers, for
 * one report, for fifty, and for batches of events, beside a bare handler of the same framework that answers with the same
 * text; how long it takes until an open page hears of an event; then 1,000 open streams; then the memory of the server while reports are asked for (`--minutes`, 10 when absent).
 * Writes `docs/load.md`. Clients and servers share the processors of this machine: read the ratios. Nothing here is a test.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import autocannon, { type Options } from 'autocannon';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seconds: { type: 'string', default: '10' } },
});
const minutes = Number(values.minutes);
const duration = Number(values.seconds);
const streams = 1000;
const heardOf = 200;
const folder = mkdtempSync(join(tmpdir(), 'hale-load-'));
const children: ChildProcess[] = [];

async function serve(kind: 'bare' | 'passing' | 'demo', given: string): Promise<{ url: string; pid: number }> {
  const flags = ['--conditions=@hale/source', '--disable-warning=ExperimentalWarning'];
  const program = join(import.meta.dirname, 'serve.ts');
  const child = spawn(process.execPath, [...flags, program, kind, given], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [url] = await once(createInterface(child.stdout), 'line');
  return { url, pid: child.pid ?? 0 };
}

async function bearer(url: string): Promise<Record<string, string>> {
  const headers = { 'content-type': 'application/json' };
  const body = '{"audience":"internal","account":null}';
  const { token } = await (await fetch(`${url}/session/token`, { method: 'POST', headers, body })).json();
  return { authorization: `Bearer ${token}` };
}

interface Figures {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
}

async function fire(options: Options): Promise<Figures> {
  const { requests, latency, non2xx, errors } = await autocannon({ connections: 10, duration, ...options });
  if (non2xx > 0 || errors > 0) throw new Error(`${non2xx} answers of ${options.url} were refusals, ${errors} none.`);
  return { rate: requests.average, p50: latency.p50, p99: latency.p99 };
}

/** MB of memory that a process holds; null where the system does not tell. */
function memoryOf(pid: number): number | null {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const said = (line: string) => console.error(line);

async function answered(url: string): Promise<string[]> {
  const headers = await bearer(url);
  const text = async (path: string) => (await fetch(url + path, { headers })).text();
  const { accounts } = JSON.parse(await text('/v1/accounts?limit=50'));
  const ids: string[] = accounts.map(({ id }: { id: string }) => id);
  const events = Array.from({ length: 100 }, (_, at) => ({
    account: ids[at % ids.length],
    name: 'use',
    at: '2026-03-01T09:00:00Z',
  }));
  const asked: readonly { what: string; path: string; options?: Partial<Options> }[] = [
    { what: 'one report', path: `/v1/accounts/${ids[0]}/health` },
    { what: `${ids.length} reports in one answer`, path: `/v1/health?ids=${ids.join(',')}` },
    {
      what: `${events.length} events in one batch`,
      path: '/v1/events',
      options: {
        method: 'POST',
        body: JSON.stringify({ events }),
        requests: [
          {
            setupRequest: (request) => ({
              ...request,
              headers: { ...request.headers, 'idempotency-key': randomUUID(), 'content-type': 'application/json' },
            }),
          },
        ],
      },
    },
  ];
  const rows: string[] = [];
  for (const { what, path, options = {} } of asked) {
    said(`${what} …`);
    const isSent = path === '/v1/events';
    const same = join(folder, 'answer.json');
    writeFileSync(same, isSent ? '{"accepted":100,"refused":[]}' : await text(path));
    const floor = await serve('bare', same);
    const least = await fire({ url: floor.url + path, ...options });
    const own = await fire({ url: url + path, headers: await bearer(url), ...options });
    const figures = ({ rate, p50, p99 }: Figures) => [rate.toFixed(0), p50, p99];
    rows.push(`| ${[what, ...figures(own), ...figures(least), (own.rate / least.rate).toFixed(3)].join(' | ')} |`);
  }
  return rows;
}

/** ms from sending each of many events, one after the other, until an open stream tells of it. */
async function heardAfter(url: string, own: Record<string, string>): Promise<readonly number[]> {
  const stop = new AbortController();
  const { body } = await fetch(`${url}/v1/stream`, { headers: own, signal: stop.signal });
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  await reader?.read();
  const times: number[] = [];
  // Newer than all before, so that every report is another one.
  for (let count = 0; count < heardOf; count++) {
    const headers = { ...own, 'idempotency-key': randomUUID(), 'content-type': 'application/json' };
    const event = { account: 'acct-0001', name: 'use', at: new Date(Date.UTC(2026, 2, 3, 0, count)).toISOString() };
    const sent = performance.now();
    const answer = await fetch(`${url}/v1/events`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ events: [event] }),
    });
    if (!answer.ok) throw new Error(`An event was refused: ${await answer.text()}`);
    // What comes in between are heartbeats.
    for (let text: string | undefined = ''; !text?.includes('event: changed'); text = (await reader?.read())?.value) {
      if (text === undefined) throw new Error('The stream ended.');
    }
    times.push(performance.now() - sent);
  }
  stop.abort();
  return times.sort((a, b) => a - b);
}

async function heard(url: string): Promise<string> {
  const least = await heardAfter((await serve('passing', '')).url, {});
  const own = await heardAfter(url, await bearer(url));
  const at = (times: readonly number[], share: number) => times[Math.ceil(times.length * share) - 1]?.toFixed(0);
  return `Of ${heardOf} events, sent one after the other, an open page hears ${at(own, 0.5)} ms (p50) and ${at(own, 0.99)} ms (p99) after they were sent, at most ${at(own, 1)}; by then they are kept and their account is scored again. A bare handler that passes them on takes ${at(least, 0.5)} and ${at(least, 0.99)}.`;
}

async function streamed(url: string, pid: number): Promise<string> {
  const before = memoryOf(pid);
  const headers = await bearer(url);
  const stop = new AbortController();
  const open = Array.from({ length: streams }, async () => {
    const { status, body } = await fetch(`${url}/v1/stream`, { headers, signal: stop.signal });
    const reader = body?.getReader();
    await reader?.read();
    return { status, reader };
  });
  const opened = await Promise.all(open);
  const isOpen = opened.filter(({ status }) => status === 200).length;
  const during = memoryOf(pid);
  const { p50, p99 } = await fire({ url: `${url}/v1/accounts/acct-0001/health`, headers, connections: 1 });
  stop.abort();
  return `${isOpen} streams are open at once; the server holds ${before} MB before and ${during} MB with them. One report then takes ${p50} ms (p50) and ${p99} ms (p99), asked for one after the other.`;
}

async function held(url: string, pid: number): Promise<string> {
  const found: (number | null)[] = [];
  for (let minute = 0; minute <= minutes; minute++) {
    found.push(memoryOf(pid));
    said(`${minute} min: ${found.at(-1)} MB`);
    if (minute === minutes) break;
    const headers = await bearer(url);
    await fire({ url: `${url}/v1/accounts/acct-0001/health`, headers, duration: 55, overallRate: 50 });
    await pause(5000);
  }
  return `Asked for 50 reports a second over ${minutes} minutes, the server held, at the beginning and after each minute: ${found.join(', ')} MB.`;
}

try {
  const { url, pid } = await serve('demo', join(folder, 'company.duckdb'));
  const rows = await answered(url);
  said(`${heardOf} events heard of …`);
  const onEvents = await heard(url);
  said(`${streams} streams …`);
  const onStreams = await streamed(url, pid);
  const memory = await held(url, pid);
  const page = `# Under load

Written by \`npm run bench:load\`, which asks a server of its own over loopback with autocannon, ten connections, ${duration} s
each; ${cpus().length} processors, which clients and servers share. The bare handler is of the same framework and answers with the
same text, without a token, a database or a policy: \`share\` is what is left of its rate. Times are in ms.

| asked for | a second | p50 | p99 | bare: a second | p50 | p99 | share |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}

${onEvents}

${onStreams}

${memory}
`;
  writeFileSync(join(import.meta.dirname, '..', 'docs', 'load.md'), page);
  console.log(page);
} finally {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
