import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'chai';
import type { Browser } from 'puppeteer-core';
import { asStaff } from '../../demo/server/fixtures/as-staff.ts';
import { sendIn, urgent } from '../../demo/server/fixtures/send-in.ts';
import { suiteFolder } from '../../demo/server/fixtures/suite-folder.ts';
import { startServer } from '../../demo/server/start-server.ts';
import { demoTokens } from '../../demo/server/tokens/demo-tokens.ts';
import { openChromium } from '../support/chromium.ts';
import { type Fault, type FaultName, faults } from '../support/faults.ts';
import { documentOf, type Row } from '../support/faults-page.ts';
import { type Opened, openFaulty } from '../support/faulty.ts';
import { type Answering, type Between, type Exchange, openProxy } from '../support/proxy.ts';
import { scriptOf } from '../support/script-of.ts';
import { give, refuse, sent, spoilt } from '../support/spoilt.ts';
import { until } from '../support/until.ts';

const page = new URL('../../packages/widgets/docs/faults.md', import.meta.url);
type Answer = Exchange['answer'];

describe('faults between a page and its server', function () {
  this.timeout(60_000);
  const folder = suiteFolder();
  const rows: Row[] = [];
  /** How far the server's clock of tokens has gone on. */
  let later = 0;
  let server: Awaited<ReturnType<typeof startServer>>;
  let proxy: Between;
  let browser: Browser;
  let script: string;
  let account: string;
  /** Others, whose score falls. */
  let others: string[] = [];
  let opened: Opened | null = null;

  const start = () =>
    startServer({
      file: `${folder.path}/company.duckdb`,
      port: 0,
      accounts: 6,
      seed: 3,
      end: new Date('2026-11-14T09:00:00Z'),
      // Keys of its own: what an earlier start has signed is worth nothing.
      tokens: demoTokens(() => Date.now() + later).tokens,
    });

  const staff = asStaff((path, init) => fetch(server.url + path, init));

  before(async function () {
    this.timeout(120_000);
    [server, browser, script] = await Promise.all([start(), openChromium(), scriptOf('test/support/faulty-page.ts')]);
    const { accounts } = await (await staff('/v1/accounts?sort=-score')).json();
    [account = '', ...others] = accounts.map(({ id }: { id: string }) => id);
    proxy = await openProxy(server.url);
  });

  after(async () => {
    await browser?.close();
    await proxy?.close();
    await server?.close();
    folder.remove();
  });

  afterEach(async () => {
    await opened?.close();
    opened = null;
    spoil(null);
  });

  const isReport = (path: string) => path.endsWith('/health');
  const isStream = (path: string) => path === 'GET /v1/stream';
  const reportsAsked = () => proxy.seen.filter(isReport).length;
  const tokensAsked = () => proxy.seen.filter((path) => path === 'POST /session/token').length;

  /** From now on requests for a report are answered so; as usual where null. */
  function spoil(answering: Answering | null, of = isReport): void {
    proxy.answering = ({ url = '', method }) => {
      if (url === '/host/page') return ({ answer }) => give(answer, 'text/html', html);
      if (url === '/host/page.js') return ({ answer }) => give(answer, 'text/javascript', script);
      return of(`${method} ${url}`) ? answering : null;
    };
  }
  const html = '<!doctype html><html lang="en"><title>Host</title><script type="module" src="/host/page.js"></script>';

  async function open(): Promise<Opened> {
    spoil(null);
    opened = await openFaulty(browser, `${proxy.url}/host/page`);
    proxy.seen.length = 0;
    return opened;
  }

  /** Waits out a fault that has been told of once, to its end; gives the ms that it took by the page's clock. */
  async function outlast(on: Opened, end: () => void | Promise<void>, times = 1): Promise<number> {
    let waited = 0;
    for (let failed = 1; ; failed++) {
      const due = await on.due();
      const before = reportsAsked();
      waited += due;
      await on.wind(due - 1);
      expect(reportsAsked(), 'asked before it said').to.equal(before);
      if (failed === times) await end();
      await on.wind(1);
      if (failed === times) {
        await on.are('ready');
        return waited;
      }
    }
  }

  /** Has a fault met by widgets without a report, and by the same when they have one. */
  async function meet(fault: Fault, begin: () => void | Promise<void>, end: () => void | Promise<void>): Promise<Row> {
    const on = await open();
    const fail = async (start: () => Promise<void>) => {
      const before = reportsAsked();
      await begin();
      await start();
      if (!fault.patience) return;
      await until(() => reportsAsked() > before);
      await on.wind(fault.patience - 1);
      await on.wind(1);
    };
    await fail(() => on.open(account));
    const none = await on.told('error');
    expect(none).to.include(fault.says);
    expect(await outlast(on, end, fault.times)).to.equal(fault.within);
    const asked = reportsAsked();
    await fail(() => on.wind(60_000));
    const kept = await on.told('stale');
    expect(kept).to.include(fault.says);
    expect(await outlast(on, end, fault.times)).to.equal(fault.within);
    return [fault.title, none, kept, String(asked), `within ${fault.within / 1000} s`];
  }

  for (const name of Object.keys(faults) as FaultName[]) {
    const fault: Fault = faults[name];
    it(`are outlasted: ${name}`, async () => {
      const row = await meet(
        fault,
        () => spoil(spoilt[name]),
        () => spoil(null),
      );
      // Each try once, for all widgets; one token for all tries.
      expect([reportsAsked(), tokensAsked()]).to.deep.equal([2 * ((fault.times ?? 1) + 1), 1]);
      if (name === 'too large') expect(sent).to.deep.equal([false, false]);
      rows.push(row);
    });
  }

  it('are outlasted: connection refused', async () => {
    const fault = { title: 'The connection is refused', says: '', within: 1000 };
    rows.push(await meet(fault, proxy.down, proxy.up));
    // What never came is not counted: once each when the server is back.
    expect([reportsAsked(), tokensAsked()]).to.deep.equal([2, 1]);
  });

  it('are outlasted: an answer that comes ten seconds late', async () => {
    const on = await open();
    let held: Exchange | null = null;
    spoil((exchange) => {
      held = exchange;
    });
    const come = async () => {
      await until(() => held !== null);
      await on.wind(10_000);
      const states = (await on.shown()).map(({ state }) => state);
      held?.pass();
      held = null;
      return states;
    };
    await on.open(account);
    expect(new Set(await come())).to.deep.equal(new Set(['loading']));
    await on.are('ready');
    await on.wind(60_000);
    expect(new Set(await come())).to.deep.equal(new Set(['ready']));
    await on.asked(() => reportsAsked() === 2);
    rows.push(['The answer comes 10 s late', 'Loading', 'the report', '1', 'when it comes']);
  });

  it('are outlasted: the server that gives tokens fails', async () => {
    const on = await open();
    const refused: Answering = ({ answer }) => refuse(answer, 500, 'Out of order.');
    spoil(refused, (path) => path === 'POST /session/token');
    await on.open(account);
    const none = await on.told('error');
    expect(none).to.include('There is no connection to the server.');
    const waited = await outlast(on, () => spoil(null));
    expect([waited, reportsAsked(), tokensAsked()]).to.deep.equal([1000, 1, 2]);
    rows.push(['No token is given', none, 'as above, once the token has ended', '1', 'within 1 s']);
  });

  it('are outlasted: the token ends', async () => {
    const on = await open();
    await on.open(account);
    await on.are('ready');
    // Longer than one lives.
    later += 600_000;
    await on.wind(60_000);
    await on.asked(() => reportsAsked() === 3);
    await on.are('ready');
    expect(proxy.seen.map((path) => (isReport(path) ? 'report' : path))).to.deep.equal([
      'POST /session/token',
      'report',
      'report',
      'POST /session/token',
      'report',
    ]);
    rows.push(['The token ends', '–', 'the report', '2, with one new token between', 'at once']);
  });

  it('are outlasted: the server starts anew, with other keys', async () => {
    const on = await open();
    await on.open(account);
    await on.are('ready');
    await server.close();
    await on.wind(60_000);
    const kept = await on.told('stale');
    server = await start();
    proxy.target = server.url;
    const due = await on.due();
    await on.wind(due);
    await on.are('ready');
    // One that failed, one that was refused with the token of before, and one with another.
    expect([due, reportsAsked(), tokensAsked()]).to.deep.equal([1000, 4, 2]);
    rows.push([
      'The server starts anew, with other keys',
      '–',
      kept,
      '3, with one new token',
      'within 1 s of the start',
    ]);
  });

  /** A stream as the proxy has it. */
  interface Streaming {
    readonly exchange: Exchange;
    /** Something was told. */
    readonly told: boolean;
  }

  /**
   * Opens widgets that hear of changes, has the stream end, and what they show become old meanwhile; goes on, and gives
   * what was asked for and which streams went on from an id. `end` is given the stream, what is to happen while it is
   * broken, and how to make sure that it is heard.
   */
  async function lose(
    end: (answer: Answer, happens: () => Promise<void>, hears: () => Promise<void>) => Promise<void>,
  ) {
    const on = await open();
    const streams: Streaming[] = [];
    spoil((exchange) => {
      const stream = { exchange, told: false };
      exchange.answer.on('pipe', (came) => came.once('data', () => Object.assign(stream, { told: true })));
      streams.push(stream);
      exchange.pass();
    }, isStream);
    const id = others.shift() ?? '';
    const report = async () => (await staff(`/v1/accounts/${id}/health`)).json();
    const [first = {}, ...rest] = urgent(id, (await report()).asOf);
    await on.open(id, { streams: true });
    await on.are('ready');
    await until(() => streams[0]?.told === true);
    const [stream] = streams;
    if (!stream) throw new Error('No stream was asked for.');
    let before = (await report()).score;
    await end(
      stream.exchange.answer,
      () => sendIn(staff, rest),
      async () => {
        await sendIn(staff, [first]);
        await on.asked(() => reportsAsked() === 2);
        await on.are('ready');
        before = (await report()).score;
      },
    );
    await on.waitsFor(1000);
    while ((await report()).score === before) await setTimeout(20);
    await on.are('ready');
    proxy.seen.length = 0;
    await on.wind(999);
    expect(proxy.seen, 'asked before its time').to.deep.equal([]);
    await on.wind(1);
    const after = String(Math.round((await report()).score));
    await on.page.waitForFunction(
      (score) =>
        document.querySelector('hale-gauge')?.shadowRoot?.querySelector('[part="figure"]')?.textContent?.trim() ===
        score,
      {},
      after,
    );
    await on.are('ready');
    const resumed = streams.slice(1).map(({ exchange }) => Number(exchange.asked.headers['last-event-id']) > 0);
    return { reports: reportsAsked(), tokens: tokensAsked(), resumed };
  }

  it('are outlasted: the token ends while changes are streamed', async () => {
    const now = later;
    // Of the 305 s for which the server takes it, three are left: it ends the stream then.
    later = -302_000;
    const took = await lose(async (answer, happens) => {
      await until(() => answer.closed);
      later = now + 600_000;
      await happens();
    });
    // The first came with the token that had ended.
    expect(took).to.deep.equal({ reports: 1, tokens: 1, resumed: [true, true] });
    rows.push(['The token ends while changes are streamed', '–', 'the report', '1, with one new token', 'within 1 s']);
  });

  it('are outlasted: the stream of changes is reset', async () => {
    const took = await lose(async (answer, happens, hears) => {
      await hears();
      answer.destroy();
      await happens();
    });
    expect(took).to.deep.equal({ reports: 1, tokens: 0, resumed: [true] });
    rows.push(['The stream of changes is reset', '–', 'the report', '1', 'within 1 s']);
  });

  it('are outlasted: the server starts anew while changes are streamed', async () => {
    const took = await lose(async (_, happens, hears) => {
      await hears();
      // Taken, and not told of any more: its end follows at once.
      await happens();
      await server.close();
      server = await start();
      proxy.target = server.url;
    });
    expect(took).to.deep.equal({ reports: 1, tokens: 1, resumed: [true, true] });
    const within = 'within 1 s of the start';
    rows.push([
      'The server starts anew while changes are streamed',
      '–',
      'the report',
      '1, with one new token',
      within,
    ]);
  });

  it('are outlasted: the network is away', async () => {
    const on = await open();
    await on.net(false);
    await on.open(account);
    const none = await on.told('error');
    await on.net(true);
    await on.are('ready');
    await on.net(false);
    // Nobody is asked, and what is shown says of when it is.
    await on.wind(600_000);
    await on.are('ready');
    expect(reportsAsked()).to.equal(1);
    await on.net(true);
    await on.asked(() => reportsAsked() === 2);
    await on.are('ready');
    rows.push(['The page is offline', none, 'the report, with the time it is of', '1', 'at once when it is online']);
  });

  it('are outlasted: sleep in the middle of a request', async () => {
    const on = await open();
    await on.open(account);
    await on.are('ready');
    let broken: Exchange | null = null;
    spoil((exchange) => {
      broken = exchange;
    });
    await on.wind(60_000);
    await until(() => broken !== null);
    // No timer runs meanwhile; all that are due run at once.
    await on.wind(8 * 3_600_000);
    const kept = await on.told('stale');
    expect(kept).to.include('The server took too long to answer.');
    expect(await outlast(on, () => spoil(null))).to.equal(1000);
    expect(reportsAsked()).to.equal(3);
    rows.push(['The computer sleeps in the middle of a request', '–', kept, '2', 'within 1 s of waking']);
  });

  for (const hours of [1, -1]) {
    const how = hours > 0 ? 'ahead' : 'behind';
    it(`are outlasted: the clock of the page is an hour ${how}`, async () => {
      const on = await open();
      await on.open(account, { ahead: hours * 3_600_000 });
      await on.are('ready');
      const now = Date.parse('2026-11-14T09:01:00Z');
      spoil(({ answer }) => {
        const headers = {
          date: new Date(now).toUTCString(),
          'retry-after': new Date(now + 5000).toUTCString(),
        };
        refuse(answer, 429, faults['too many'].says, headers);
      });
      await on.wind(60_000);
      const kept = await on.told('stale');
      expect(await outlast(on, () => spoil(null))).to.equal(faults['too many'].within);
      expect([reportsAsked(), tokensAsked()]).to.deep.equal([3, 1]);
      rows.push([
        `The page's clock is an hour ${how}; 429 with a date in \`Retry-After\``,
        'the report',
        kept,
        '2',
        'within 6 s',
      ]);
    });
  }

  it('are in the page as they were met', () => {
    const text = documentOf(rows);
    if (process.env.HALE_WRITE) writeFileSync(page, text);
    expect(readFileSync(page, 'utf8'), 'out of date: run it with HALE_WRITE=1').to.equal(text);
  });
});
