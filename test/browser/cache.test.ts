import type { Gauge, SourceState } from '@hale/widgets';
import { type IndexedDBCacheOptions, indexedDBCache } from '@hale/widgets/cache.js';
import { createHealthClient, type HealthClient, type HealthClientOptions } from '@hale/widgets/client.js';
import '@hale/widgets/define/gauge.js';
import { expect } from 'chai';
import { FakeAttention } from '../support/fake-attention.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { dispose, inDatabase, keysOf, occupy } from '../support/kept-rows.ts';
import { isIn, mountElement, textOf, unmountAll } from '../support/mount.ts';
import { PlayedApi, reportFor } from '../support/played-api.ts';
import { reportOf } from '../support/reports.ts';
import { until } from '../support/until.ts';

const name = 'test';
const api = 'https://health.example/v1/accounts/{id}/health';
const same = () => new Response(null, { status: 304 });

describe('a cache of reports in IndexedDB', () => {
  const clock = new FakeClock();
  const open = new Set<HealthClient>();

  /** A page with a client, as it is after it was loaded. */
  function load(options: Partial<HealthClientOptions> = {}, own: Partial<IndexedDBCacheOptions> = {}) {
    const played = new PlayedApi();
    const cache = indexedDBCache({ name, ...own });
    const edges = { fetch: played.fetch, clock, attention: new FakeAttention(), random: () => 0.5 };
    const client = createHealthClient({
      baseUrl: 'https://health.example',
      subject: 'mira',
      cache,
      ...edges,
      ...options,
    });
    open.add(client);
    const listen = (account = 'a') => {
      const states: SourceState[] = [];
      client.subscribe(account, (state) => states.push(state));
      return { states, last: () => states.at(-1) };
    };
    const asked = () => until(() => played.waiting.length > 0);
    return { client, played, listen, asked };
  }

  /** Has a page hear of an account, and leaves it as a reload does. */
  async function visit(
    account = 'a',
    options: Partial<HealthClientOptions> = {},
    own: Partial<IndexedDBCacheOptions> = {},
  ) {
    const { client, played, listen, asked } = load(options, own);
    const { last } = listen(account);
    await asked();
    played.last.answer(reportFor(account, { score: 41 }));
    await until(() => last()?.status === 'ready');
    await client.destroy({ clear: false });
  }

  const score = (state: SourceState | undefined) => (state && 'report' in state ? state.report?.score : undefined);

  afterEach(async () => {
    unmountAll();
    for (const client of open) await client.destroy({ clear: false });
    open.clear();
    await dispose(name);
  });

  it('shows a page that is loaded again what it knew, as stale and with its age, until the server says that it holds', async () => {
    await visit();
    const { client, played, asked } = load();
    const gauge: Gauge = document.createElement('hale-gauge');
    Object.assign(gauge, { account: 'a', label: 'Health', source: client });
    await mountElement(gauge, 320);
    await asked();
    await until(() => isIn(gauge, 'stale'));
    expect(textOf(gauge))
      .to.match(/41.* old/)
      .and.not.include('Try again');
    expect(played.last.headers.get('if-none-match')).to.equal('"one"');
    played.last.answer(same());
    await until(() => isIn(gauge, 'ready'));
    expect(textOf(gauge)).to.include('41').and.not.match(/ old/);
    expect(played.asked).to.have.length(1);
  });

  it('goes on showing it, with why there is no newer one, where the server cannot be reached', async () => {
    await visit();
    const { played, listen, asked } = load();
    const { last } = listen();
    await asked();
    played.last.fail();
    await until(() => last()?.status === 'error');
    expect(score(last())).to.equal(41);
  });

  it('takes it away, and forgets it, where the server says that it may not be seen any more, or is gone', async () => {
    for (const status of [401, 403, 404]) {
      await visit();
      const { client, played, listen, asked } = load();
      const { last } = listen();
      await asked();
      expect(score(last())).to.equal(41);
      played.last.answer(new Response(null, { status }));
      await until(() => last()?.status !== 'loading');
      expect([last()?.status, score(last())]).to.deep.equal([status === 404 ? 'empty' : 'error', undefined]);
      await client.destroy({ clear: false });
      expect(await keysOf(name), String(status)).to.deep.equal([]);
    }
  });

  it('looks for the accounts of a table at once, so that they make one request', async () => {
    for (const account of ['a', 'b', 'c']) await visit(account);
    const { transaction } = IDBDatabase.prototype;
    const modes: unknown[] = [];
    IDBDatabase.prototype.transaction = function (names, mode) {
      modes.push(mode);
      return transaction.call(this, names, mode);
    };
    try {
      const { played, listen } = load({ batch: 'v1/health' });
      const heard = ['a', 'b', 'c', 'd'].map(listen);
      await until(() => clock.waits.includes(10));
      clock.wind(10);
      await until(() => played.waiting.length > 0);
      expect(played.asked.map(({ url }) => url.search)).to.deep.equal(['?ids=a%2Cb%2Cc%2Cd']);
      expect(heard.map(({ last }) => score(last()))).to.deep.equal([41, 41, 41, undefined]);
      expect(modes).to.deep.equal(['readwrite', 'readonly']);
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
  });

  it('shows nothing to anybody else, and forgets what the one before was told', async () => {
    // Before and after the other in the order of names.
    for (const subject of ['kofi', 'zoe']) {
      await visit();
      const { client, played, listen, asked } = load({ subject });
      const { states } = listen();
      await asked();
      expect(states).to.deep.equal([{ status: 'loading' }]);
      expect(played.last.headers.has('if-none-match')).to.equal(false);
      await client.destroy({ clear: false });
      expect(await keysOf(name)).to.deep.equal([]);
    }
  });

  it('keeps APIs apart, and forgets nothing of the others', async () => {
    await visit();
    const { played, listen, asked } = load({ baseUrl: 'https://other.example', subject: 'kofi' });
    const { states } = listen();
    await asked();
    expect([states, played.last.headers.has('if-none-match')]).to.deep.equal([[{ status: 'loading' }], false]);
    expect(await keysOf(name)).to.deep.equal([[api, 'mira', 'a']]);
  });

  it('forgets all when another signs in, or the client is destroyed', async () => {
    for (const leave of [
      async (client: HealthClient) => {
        client.update({ subject: 'kofi' });
        await client.destroy({ clear: false });
      },
      (client: HealthClient) => client.destroy(),
    ]) {
      await visit();
      expect(await keysOf(name)).to.have.length(1);
      await leave(load().client);
      expect(await keysOf(name)).to.deep.equal([]);
    }
  });

  it('shows nothing of the one before when somebody else signs in while it is looked for', async () => {
    await visit();
    const { client, played, listen, asked } = load();
    const { states } = listen();
    client.update({ subject: 'kofi' });
    await asked();
    expect(states.map(score)).to.deep.equal([undefined, undefined]);
    played.last.answer(reportFor('a', { score: 87 }));
    await until(() => score(states.at(-1)) === 87);
    expect(states.map(score)).to.deep.equal([undefined, undefined, 87]);
    expect(await keysOf(name)).to.deep.equal([[api, 'kofi', 'a']]);
  });

  it('asks for nothing that nobody waits for any more once it was looked for', async () => {
    await visit();
    const { client, played, listen, asked } = load();
    client.subscribe('a', () => {})();
    listen('b');
    await asked();
    expect(played.asked.map(({ account }) => account)).to.deep.equal(['b']);
  });

  it('gives nothing once it is closed', async () => {
    await visit();
    const shelf = indexedDBCache({ name }).open(api, 'mira', clock);
    const [early, read] = [await shelf.read('a'), shelf.read('a')];
    await shelf.close(false);
    expect([early?.report.score, await read, await shelf.read('a')]).to.deep.equal([41, null, null]);
  });

  it('holds reports, their tags and when they came, and no token', async () => {
    await visit('a', { fetchToken: () => 'secret-token', headers: { 'x-key': 'secret-key' } });
    const rows = await inDatabase(name, (store) => store.getAll());
    expect(rows.map((row) => Object.keys(row).sort())).to.deep.equal([['at', 'etag', 'text']]);
    expect(JSON.parse(rows[0].text)).to.deep.equal(reportOf({ account: { id: 'a', name: 'a' }, score: 41 }));
    expect(JSON.stringify([rows, await keysOf(name)])).not.to.include('secret');
  });

  it('takes nothing that another script made of it', async () => {
    const text = JSON.stringify(reportOf({ account: { id: 'a', name: 'a' }, score: 13 }));
    const etag = '"one"';
    const at = clock.now();
    const rows: readonly unknown[] = [
      null,
      'text',
      {},
      { text: 1, etag, at },
      { text: '{', etag, at },
      { text: '{"__proto__":{"score":13}}', etag, at },
      { text: text.replace('"id":"a"', '"id":"b"'), etag, at },
      { text: text.replace('"score":13', '"score":1e999'), etag, at },
      { text: text + ' '.repeat(250_000), etag, at },
      { text, etag },
      { text, etag, at: Number.NaN },
      { text, etag, at: String(at) },
      { text, etag, at: at + 1 },
      { text, etag, at: at - 86_400_000 },
    ];
    await visit();
    for (const row of rows) {
      await inDatabase(name, (store) => store.put(row, [api, 'mira', 'a']));
      const { client, played, listen, asked } = load();
      const { states, last } = listen();
      await asked();
      expect([states, played.last.headers.has('if-none-match')], JSON.stringify(row)?.slice(0, 60)).to.deep.equal([
        [{ status: 'loading' }],
        false,
      ]);
      played.last.answer(reportFor('a', { score: 42 }));
      await until(() => last()?.status === 'ready');
      await client.destroy({ clear: false });
    }
    // A tag that no header takes is left out; the report is one.
    for (const tag of ['"a"\r\nx: y', 'one', 7, '"\u{1f600}"']) {
      await inDatabase(name, (store) => store.put({ text, etag: tag, at }, [api, 'mira', 'a']));
      const { client, played, listen, asked } = load();
      const { last } = listen();
      await asked();
      expect([score(last()), played.last.headers.has('if-none-match')], String(tag)).to.deep.equal([13, false]);
      await client.destroy({ clear: false });
    }
  });

  it('keeps so many reports and no more, none that is too long, and none for longer than a day', async () => {
    const own = { keeps: 2, maxLength: 20_000 };
    for (const account of ['a', 'b', 'c']) {
      await visit(account, {}, own);
      clock.wind(1);
    }
    expect(await keysOf(name)).to.deep.equal([
      [api, 'mira', 'b'],
      [api, 'mira', 'c'],
    ]);
    await visit('c', {}, { ...own, maxLength: 100 });
    expect(await keysOf(name)).to.deep.equal([[api, 'mira', 'b']]);
    const { client, listen, asked } = load({}, own);
    clock.wind(86_400_000);
    const { states } = listen('b');
    await asked();
    expect(states, 'in a page that is open all the while').to.deep.equal([{ status: 'loading' }]);
    await client.destroy({ clear: false });
    expect(await keysOf(name)).to.have.length(1);
    await load({}, own).client.destroy({ clear: false });
    expect(await keysOf(name)).to.deep.equal([]);
  });

  it('is heard of in other tabs, and stands in the way of none', async () => {
    const one = load();
    const heard = one.listen('b');
    await one.asked();
    one.played.last.answer(reportFor('b'));
    await until(() => heard.last()?.status === 'ready');
    await visit('a');
    const { last } = one.listen('a');
    await until(() => one.played.waiting.length === 1);
    expect(score(last())).to.equal(41);
    // Both tabs have it open, and give it up to whoever deletes it.
    const two = load();
    two.listen('b');
    await two.asked();
    await dispose(name);
    one.played.last.answer(reportFor('a', { score: 43 }));
    await until(() => score(last()) === 43);
    expect(await keysOf(name)).to.deep.equal([[api, 'mira', 'a']]);
  });

  describe('where there is none to be had', () => {
    /** The page is none the worse for it: it asks, and is told. */
    async function asWithout({ played, listen, asked }: ReturnType<typeof load>): Promise<void> {
      const { states, last } = listen();
      await asked();
      expect([states, played.last.headers.has('if-none-match')]).to.deep.equal([[{ status: 'loading' }], false]);
      played.last.answer(reportFor('a', { score: 42 }));
      await until(() => last()?.status === 'ready');
      expect(score(last())).to.equal(42);
    }

    const opening = (openIt: IDBFactory['open']) => ({
      indexedDB: Object.create(indexedDB, { open: { value: openIt } }),
    });

    it('as policies and private windows have it', async () => {
      const refuse = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
      await asWithout(load({}, opening(refuse)));
    });

    it('as a newer version has taken it, or something else of the name', async () => {
      await occupy(name, 1);
      await asWithout(load());
      await occupy(name, 2);
      await asWithout(load());
    });

    it('as it never answers, which is waited for but once', async () => {
      // Nothing ever comes of a request that is no request.
      const page = load(
        {},
        opening(() => new EventTarget() as IDBOpenDBRequest),
      );
      const { last } = page.listen();
      await until(() => clock.waits.includes(250));
      expect(page.played.asked).to.deep.equal([]);
      clock.wind(250);
      await page.asked();
      page.played.last.answer(reportFor('a', { score: 42 }));
      await until(() => score(last()) === 42);
      page.listen('b');
      await page.asked();
      await page.client.destroy();
    });

    it('as there is no room', async () => {
      await visit();
      const { put, delete: remove } = IDBObjectStore.prototype;
      const full = <Given extends unknown[]>(work: (...given: Given) => IDBRequest) =>
        function (this: IDBObjectStore, ...given: Given) {
          const request = work.apply(this, given);
          // As where what was taken cannot be written in the end.
          request.addEventListener('success', () => this.transaction.abort());
          return request;
        };
      Object.assign(IDBObjectStore.prototype, { put: full(put), delete: full(remove) });
      try {
        const page = load();
        const { last } = page.listen('b');
        await page.asked();
        page.played.last.answer(reportFor('b', { score: 42 }));
        await until(() => score(last()) === 42);
        await page.client.destroy();
        expect(await keysOf(name)).to.deep.equal([[api, 'mira', 'a']]);
      } finally {
        Object.assign(IDBObjectStore.prototype, { put, delete: remove });
      }
    });
  });
});
