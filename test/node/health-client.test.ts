import type { SourceState } from '@hale/widgets';
import { createHealthClient, type HealthClient, type HealthClientOptions } from '@hale/widgets/client.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { FakeAttention } from '../support/fake-attention.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { PlayedApi, reportFor, told } from '../support/played-api.ts';
import { reportOf } from '../support/reports.ts';

const minute = 60_000;
const second = 1000;

/** A client over an API, a clock and a page that the test has in its hands. */
function played(options: Partial<HealthClientOptions> = {}) {
  const [api, clock, attention] = [new PlayedApi(), new FakeClock(), new FakeAttention()];
  const { fetch } = api;
  const edges = { fetch, clock, attention, random: () => 0.5 };
  const client = createHealthClient({ baseUrl: 'https://health.example', subject: 'mira', ...edges, ...options });
  return { api, clock, attention, client };
}

/** Listens to an account: all states so far, and how to stop. */
function listen(client: HealthClient, account: string) {
  const states: SourceState[] = [];
  const stop = client.subscribe(account, (state) => states.push(state));
  return { states, stop, last: () => states.at(-1) };
}

const nothing = () => new Response(null, { status: 404 });
const same = () => new Response(null, { status: 304 });
const down = (headers: Record<string, string> = {}) => new Response(null, { status: 503, headers });

describe('a health client', () => {
  it('makes one request for all who listen to an account, and gives all of them the report', async () => {
    const { api, client } = played();
    const heard = [1, 2, 3].map(() => listen(client, 'a'));
    client.refresh('a');
    await told();
    expect(api.asked).to.have.length(1);
    api.last.answer(reportFor('a'));
    await told();
    expect(heard.map(({ last }) => last()?.status)).to.deep.equal(['ready', 'ready', 'ready']);
  });

  it('goes past the cache of the browser, which would give one subject what another one was told', async () => {
    const api = new PlayedApi();
    const modes: (string | undefined)[] = [];
    const { client } = played({
      fetch: (input, init) => {
        modes.push(init?.cache);
        return api.fetch(input, init);
      },
    });
    listen(client, 'a');
    await told();
    client.update({ subject: 'kofi' });
    await told();
    expect(modes).to.deep.equal(['no-store', 'no-store']);
  });

  it('asks again every minute, and takes 304 for the report that it has', async () => {
    const { api, clock, client } = played();
    const { states, last } = listen(client, 'a');
    await told();
    api.last.answer(reportFor('a', {}, '"one"'));
    await told();
    const [, first] = states;
    clock.wind(minute - 1);
    expect(api.asked).to.have.length(1);
    clock.wind(1);
    await told();
    expect([api.asked.length, api.last.headers.get('if-none-match')]).to.deep.equal([2, '"one"']);
    api.last.answer(same());
    await told();
    expect(last()).to.deep.include({ status: 'ready', receivedAt: clock.now() });
    expect(
      first?.status === 'ready' &&
        last()?.status === 'ready' &&
        Object.is(Reflect.get(last() ?? {}, 'report'), first.report),
    ).to.equal(true);
    expect(states.map(({ status }) => status)).to.deep.equal(['loading', 'ready', 'ready']);
  });

  it('never asks again where it is told not to', async () => {
    const { api, clock, client } = played({ refreshEvery: null });
    listen(client, 'a');
    await told();
    api.last.answer(reportFor('a'));
    await told();
    expect(clock.waits).to.deep.equal([]);
  });

  it('shows what it knows to whoever comes back: alone where it is new, and else while it asks', async () => {
    const { api, clock, client } = played();
    const one = listen(client, 'a');
    await told();
    api.last.answer(reportFor('a', { score: 41 }));
    await told();
    one.stop();
    await told();
    expect(clock.waits).to.deep.equal([]);
    clock.wind(14 * second);
    const two = listen(client, 'a');
    await told();
    expect([two.last()?.status, api.asked.length]).to.deep.equal(['ready', 1]);
    two.stop();
    await told();
    clock.wind(2 * second);
    const three = listen(client, 'a');
    expect(three.last()).to.have.nested.property('report.score', 41);
    expect(three.last()?.status).to.equal('loading');
    await told();
    expect([api.asked.length, api.last.headers.get('if-none-match')]).to.deep.equal([2, '"one"']);
    api.last.answer(down());
    await told();
    expect(three.last()).to.deep.include({ status: 'error' }).and.have.nested.property('report.score', 41);
  });

  it('gives up what nobody waits for any more', async () => {
    const { api, client } = played();
    const { stop } = listen(client, 'a');
    await told();
    stop();
    await told();
    expect(api.last.isAborted).to.equal(true);
  });

  it('keeps the reports of so many accounts and no more', async () => {
    const { api, client } = played({ keeps: 2 });
    for (const account of ['a', 'b', 'c']) {
      const { stop } = listen(client, account);
      await told();
      api.last.answer(reportFor(account));
      await told();
      stop();
      await told();
    }
    expect(['a', 'b', 'c'].map((account) => listen(client, account).last()?.status)).to.deep.equal([
      'loading',
      'ready',
      'ready',
    ]);
  });

  it('tries again after pauses that grow, with full jitter, and not before the server asks it to', async () => {
    const { api, clock, client } = played();
    listen(client, 'a');
    for (const pause of [500, 1000, 2000, 4000]) {
      await told();
      api.last.answer(down());
      await told();
      expect(clock.waits).to.deep.equal([pause]);
      clock.wind(pause);
    }
    await told();
    api.last.answer(down({ 'retry-after': '90' }));
    await told();
    expect(clock.waits[0]).to.be.within(90 * second, 91 * second);
  });

  it('asks for nothing while nobody looks, and at once for what is late when somebody does', async () => {
    const { api, clock, attention, client } = played();
    const a = listen(client, 'a');
    listen(client, 'b');
    await told();
    for (const one of api.waiting) one.answer(reportFor(one.account));
    await told();
    attention.visible = false;
    clock.wind(10 * minute);
    await told();
    expect([api.asked.length, clock.waits.length]).to.deep.equal([2, 0]);
    expect(a.last()?.status).to.equal('ready');
    attention.visible = true;
    await told();
    expect(api.asked.slice(2).map(({ account }) => account)).to.deep.equal(['a', 'b']);
    for (const one of api.waiting) one.answer(same());
    await told();
    attention.visible = false;
    clock.wind(10 * second);
    attention.visible = true;
    await told();
    expect(api.asked, 'what is new enough is not asked for').to.have.length(4);
    expect(clock.waits).to.deep.equal([50 * second, 50 * second]);
  });

  it('says how old what it shows is where nobody looked for longer than it is shown, until the answer is there', async () => {
    const { api, clock, attention, client } = played();
    const { states, last } = listen(client, 'a');
    await told();
    api.last.answer(reportFor('a', { score: 41 }));
    await told();
    const away = async (ms: number) => {
      attention.visible = false;
      clock.wind(ms);
      attention.visible = true;
      await told();
    };
    await away(minute - 1);
    expect([states.length, api.waiting.length], 'it would be shown still').to.deep.equal([2, 1]);
    api.last.answer(same());
    await told();
    await away(minute);
    expect(last()).to.deep.include({ status: 'loading', isStale: true }).and.have.nested.property('report.score', 41);
    api.last.answer(same());
    await told();
    expect(last()?.status).to.equal('ready');
    attention.visible = false;
    const { stop } = listen(client, 'b');
    await told();
    api.last.answer(reportFor('b'));
    await told();
    stop();
    await told();
    clock.wind(minute);
    expect(listen(client, 'b').last(), 'to whoever comes back').to.deep.include({ status: 'loading', isStale: true });
  });

  it('goes on at once when the network is back, but not before the server asks it to', async () => {
    const { api, clock, attention, client } = played();
    const { last } = listen(client, 'a');
    await told();
    attention.online = false;
    api.last.fail();
    await told();
    expect(last()).to.have.nested.property('error.retryAt', null);
    clock.wind(minute);
    expect(api.asked).to.have.length(1);
    attention.online = true;
    await told();
    api.last.answer(down({ 'retry-after': '90' }));
    await told();
    attention.online = false;
    clock.wind(30 * second);
    attention.online = true;
    await told();
    expect([api.asked.length, clock.waits]).to.deep.equal([2, [60 * second]]);
    clock.wind(60 * second);
    await told();
    expect(api.asked).to.have.length(3);
  });

  it('asks for another token where one never comes', async () => {
    let asked = 0;
    const fetchToken = () => (++asked === 1 ? new Promise<string>(() => {}) : 'second');
    const { api, clock, client } = played({ fetchToken });
    const { last } = listen(client, 'a');
    await told();
    clock.wind(30 * second);
    await told();
    expect(last()?.status).to.equal('error');
    clock.wind(second);
    await told();
    expect(api.last.headers.get('authorization')).to.equal('Bearer second');
    client.destroy();
  });

  it('takes another token without forgetting what is shown', async () => {
    const { api, client } = played({ fetchToken: () => 'first' });
    const { states, last } = listen(client, 'a');
    await told();
    api.last.answer(reportFor('a', { score: 41 }));
    await told();
    client.update({ fetchToken: () => 'second' });
    await told();
    expect(api.last.headers.get('authorization')).to.equal('Bearer second');
    expect(last()).to.have.nested.property('report.score', 41);
    api.last.answer(same());
    await told();
    expect(states.map(({ status }) => status)).to.deep.equal(['loading', 'ready', 'loading', 'ready']);
  });

  it('forgets all of whoever was signed in before: reports, requests under way and the token', async () => {
    const asked: (string | null)[] = [];
    const fetchToken = (refused: string | null) => {
      asked.push(refused);
      return `token-${asked.length}`;
    };
    const { api, client } = played({ fetchToken });
    const shown = listen(client, 'a');
    const gone = listen(client, 'b');
    listen(client, 'c');
    await told();
    const [first, second, third] = api.asked;
    first?.answer(reportFor('a', { score: 41 }));
    second?.answer(reportFor('b', { score: 42 }));
    await told();
    gone.stop();
    await told();
    client.update({ subject: 'kofi' });
    expect(third?.isAborted).to.equal(true);
    expect(shown.last()).to.deep.equal({ status: 'loading' });
    expect(listen(client, 'b').last()).to.deep.equal({ status: 'loading' });
    third?.answer(reportFor('c', { score: 43 }));
    await told();
    for (const one of api.waiting) {
      expect(one.headers.get('authorization')).to.equal('Bearer token-2');
      expect(one.headers.has('if-none-match')).to.equal(false);
    }
    expect(api.waiting).to.have.length(3);
    expect(asked).to.deep.equal([null, null]);
  });

  describe('with a batch', () => {
    const batch = 'v1/health';
    const many = (...accounts: string[]) => ({
      reports: accounts.map((id) => reportOf({ account: { id, name: id } })),
      missing: ['nobody'],
    });
    /** Lets the time pass that requests wait for each other. */
    async function gathered(clock: FakeClock): Promise<void> {
      await told();
      clock.wind(10);
      await told();
    }

    it('makes one request for a table, and gives each account its own', async () => {
      const { api, clock, client } = played({ batch, fetchToken: () => 'token' });
      const heard = ['a', 'b', 'nobody', 'lost'].map((account) => listen(client, account));
      await gathered(clock);
      expect(api.asked.map(({ url }) => url.href)).to.deep.equal([
        'https://health.example/v1/health?ids=a%2Cb%2Clost%2Cnobody',
      ]);
      expect(api.last.headers.get('authorization')).to.equal('Bearer token');
      api.last.answer(Response.json(many('a', 'b')));
      await told();
      expect(heard.map(({ last }) => last()?.status)).to.deep.equal(['ready', 'ready', 'empty', 'error']);
      expect(heard[1]?.last()).to.have.nested.property('report.account.id', 'b');
    });

    it('leaves who asks alone as it was, tag and all', async () => {
      const { api, clock, client } = played({ batch });
      listen(client, 'a');
      await gathered(clock);
      expect(api.last.url.pathname).to.equal('/v1/accounts/a/health');
      api.last.answer(reportFor('a'));
      await told();
      clock.wind(minute);
      await gathered(clock);
      expect(api.last.headers.get('if-none-match')).to.equal('"one"');
    });

    /** A table of three, one of whom is missing, that was answered and asks again after a minute. */
    async function twice(tag: string | null = '"of-all"', others: readonly string[] = []) {
      const { api, clock, client } = played({ batch });
      const heard = ['a', 'b', 'nobody', ...others].map((account) => listen(client, account));
      await gathered(clock);
      const headers = tag === null ? {} : { etag: tag };
      api.last.answer(Response.json(many('a', 'b'), { headers }));
      await told();
      clock.wind(minute);
      await gathered(clock);
      return { api, clock, client, heard };
    }
    const tagOf = ({ headers }: { headers: Headers }) => headers.get('if-none-match');

    it('asks again with the tag of the answer, and takes 304 for all that it said', async () => {
      const { api, clock, heard } = await twice();
      const [path, first] = [api.last.url.href, heard.map(({ last }) => last())];
      expect([api.asked.length, path, tagOf(api.last)]).to.deep.equal([2, api.asked[0]?.url.href, '"of-all"']);
      api.last.answer(same());
      await told();
      const state = ({ last }: ReturnType<typeof listen>) => last()?.status;
      expect(heard.map(state)).to.deep.equal(['ready', 'ready', 'empty']);
      expect(heard[0]?.last()).to.include({ status: 'ready' }).and.not.equal(first[0]);
      clock.wind(minute);
      await gathered(clock);
      expect(tagOf(api.last), 'and once more').to.equal('"of-all"');
    });

    it('asks without a tag for any others, for fewer, or where one has got a newer answer since', async () => {
      const more = await twice();
      more.api.last.answer(same());
      await told();
      listen(more.client, 'c');
      for (const account of ['a', 'b', 'nobody']) more.client.refresh(account);
      await gathered(more.clock);
      expect([more.api.last.url.searchParams.get('ids'), tagOf(more.api.last)]).to.deep.equal(['a,b,c,nobody', null]);

      const fewer = await twice();
      fewer.api.last.answer(same());
      await told();
      for (const account of ['a', 'nobody']) fewer.client.refresh(account);
      await gathered(fewer.clock);
      expect([fewer.api.last.url.searchParams.get('ids'), tagOf(fewer.api.last)]).to.deep.equal(['a,nobody', null]);

      const { api, clock, client } = await twice();
      api.last.answer(same());
      await told();
      client.refresh('b');
      await gathered(clock);
      expect([api.last.account, tagOf(api.last)], 'alone').to.deep.equal(['b', null]);
      api.last.answer(reportFor('b'));
      await told();
      clock.wind(minute);
      await gathered(clock);
      expect([api.last.url.pathname, tagOf(api.last)]).to.deep.equal(['/v1/health', null]);
    });

    it('asks without a tag where the answer had none, left one out, and where somebody else has signed in', async () => {
      const { api } = await twice(null);
      expect(tagOf(api.last)).to.equal(null);
      const { api: left } = await twice('"of-all"', ['lost']);
      expect([left.last.url.searchParams.get('ids'), tagOf(left.last)]).to.deep.equal(['a,b,lost,nobody', null]);
      const other = await twice();
      other.client.update({ subject: 'kofi' });
      await gathered(other.clock);
      expect([other.api.last.url.pathname, tagOf(other.api.last)]).to.deep.equal(['/v1/health', null]);
    });

    it('asks for at most a hundred at once, and for an id with a comma alone', async () => {
      const { api, clock, client } = played({ batch });
      for (let place = 0; place < 120; place++) listen(client, `id-${place}`);
      listen(client, 'x,y');
      await gathered(clock);
      const asked = api.asked.map(({ url }) => url.searchParams.get('ids')?.split(',').length ?? url.pathname);
      expect(asked).to.have.members([100, 20, '/v1/accounts/x%2Cy/health']);
    });

    it('asks for each alone where there are no batches, and takes that for no word on the accounts', async () => {
      const { api, clock, client } = played({ batch });
      for (const account of ['a', 'b']) listen(client, account);
      await gathered(clock);
      api.last.answer(nothing());
      await gathered(clock);
      const asked = api.asked.map(({ url }) => url.pathname);
      expect(asked).to.deep.equal(['/v1/health', '/v1/accounts/a/health', '/v1/accounts/b/health']);
    });

    it('reads ids out of addresses however the path is written', async () => {
      for (const path of ['/v1/accounts/{id}/health', 'v1/./kunden/ä/{id}']) {
        const { api, clock, client } = played({ batch, path });
        for (const account of ['a-1', 'b/2']) listen(client, account);
        await gathered(clock);
        expect(api.last.url.searchParams.get('ids'), path).to.equal('a-1,b/2');
      }
    });

    it('keeps a report that is none from harming the others', async () => {
      const { api, clock, client } = played({ batch });
      const heard = ['bad', 'a'].map((account) => listen(client, account));
      await gathered(clock);
      const deep = '['.repeat(1e5) + ']'.repeat(1e5);
      api.last.answer(new Response(`{"reports":[{"account":{"id":"bad"},"x":${deep}}],"missing":["a"]}`));
      await told();
      expect(heard.map(({ last }) => last()?.status)).to.deep.equal(['error', 'empty']);
    });

    it('parts a table whose ids are too long for one address', async () => {
      const { api, clock, client } = played({ batch });
      for (let place = 0; place < 60; place++) listen(client, `${place}-`.padEnd(200, 'ä'));
      await gathered(clock);
      expect(api.asked.length).to.be.greaterThan(5);
      for (const { url } of api.asked) expect(url.href.length).to.be.below(6200);
      const asked = api.asked.flatMap(({ url }) => url.searchParams.get('ids')?.split(',') ?? [url.pathname]);
      expect(asked).to.have.length(60);
    });

    it('reads no more at once than eight reports may weigh', async () => {
      const { api, clock, client } = played({ batch, maxBytes: 1000 });
      const heard = Array.from({ length: 20 }, (_, place) => listen(client, `id-${place}`));
      await gathered(clock);
      api.last.answer(new Response(' '.repeat(8001)));
      await told();
      expect(heard[0]?.last()).to.have.nested.property('error.code', 'too-large');
    });

    it('tells all of a failure, with one new token for a refusal', async () => {
      const asked: (string | null)[] = [];
      const fetchToken = (refused: string | null) => {
        asked.push(refused);
        return `token-${asked.length}`;
      };
      const { api, clock, client } = played({ batch, fetchToken });
      const heard = ['a', 'b'].map((account) => listen(client, account));
      await gathered(clock);
      api.last.answer(new Response(null, { status: 401 }));
      await gathered(clock);
      expect([api.asked.length, api.last.headers.get('authorization'), asked]).to.deep.equal([
        2,
        'Bearer token-2',
        [null, 'token-1'],
      ]);
      api.last.answer(down({ 'retry-after': '60' }));
      await told();
      for (const { last } of heard) expect(last()).to.have.nested.property('error.status', 503);
      expect(clock.waits[0]).to.be.within(60 * second, 61 * second);
      clock.wind(61 * second);
      await gathered(clock);
      api.last.answer(new Response('{"reports": ['));
      await told();
      for (const { last } of heard) expect(last()).to.have.nested.property('error.code', 'malformed');
    });

    it('goes on for those that stay, and gives up with the last of them', async () => {
      const { api, clock, client } = played({ batch });
      const [a, b] = ['a', 'b'].map((account) => listen(client, account));
      await gathered(clock);
      a?.stop();
      await told();
      expect(api.last.isAborted).to.equal(false);
      b?.stop();
      await told();
      expect(api.last.isAborted).to.equal(true);
      listen(client, 'c');
      await told();
      expect(clock.waits[0]).to.equal(10);
      client.destroy();
      expect(clock.waits).to.deep.equal([]);
    });

    it('must lead below the base address', () => {
      expect(() => played({ batch: 'https://elsewhere.example/' })).to.throw(
        'batch must lead below https://health.example/, not "https://elsewhere.example/": for example v1/health.',
      );
    });
  });

  it('leaves nothing when it is destroyed', async () => {
    const { api, clock, attention, client } = played({ fetchToken: () => 'token' });
    const shown = listen(client, 'a');
    const waiting = listen(client, 'b');
    listen(client, 'c');
    await told();
    const [a, b, c] = api.asked;
    a?.answer(reportFor('a'));
    b?.answer(down());
    await told();
    client.destroy();
    client.destroy();
    expect([clock.waits, attention.listeners, c?.isAborted]).to.deep.equal([[], 0, true]);
    expect(shown.last()).to.deep.equal({
      status: 'error',
      error: { code: 'ended', message: 'The client was destroyed.', retryAt: null },
    });
    expect(waiting.last()).to.deep.equal(shown.last());
    client.refresh('a');
    client.update({ subject: 'kofi' });
    attention.online = false;
    attention.online = true;
    const late = listen(client, 'd');
    await told();
    expect([api.asked.length, clock.waits, late.last()?.status]).to.deep.equal([3, [], 'error']);
  });

  it('holds to its promises whatever happens, in whatever order', async function () {
    this.timeout(60_000);
    const account = fc.constantFrom('a', 'b');
    const step = fc.oneof(
      fc.record({ do: fc.constant('join' as const), account }),
      fc.record({ do: fc.constant('leave' as const), account }),
      fc.record({ do: fc.constant('answer' as const), with: fc.constantFrom('good', 'same', 'down', 'cut', 'none') }),
      fc.record({ do: fc.constant('wind' as const), ms: fc.constantFrom(1, 500, 20_000, 61_000, 600_000) }),
      fc.record({ do: fc.constant('look' as const), visible: fc.boolean() }),
      fc.record({ do: fc.constant('net' as const), online: fc.boolean() }),
      fc.record({ do: fc.constant('refresh' as const), account }),
      fc.record({ do: fc.constant('switch' as const), subject: fc.constantFrom('mira', 'kofi') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        let subject = 'mira';
        const { api, clock, attention, client } = played({ fetchToken: () => subject });
        const heard: ReturnType<typeof listen>[] = [];
        let looks = true;
        let online = true;
        for (const one of steps) {
          const before = api.asked.length;
          switch (one.do) {
            case 'join':
              heard.push({ ...listen(client, one.account) });
              break;
            case 'leave':
              heard.shift()?.stop();
              break;
            case 'answer': {
              const [asked] = api.waiting;
              if (!asked) break;
              // What is answered is the figure of whoever asked.
              const score = asked.headers.get('authorization') === 'Bearer kofi' ? 2 : 1;
              if (one.with === 'cut') asked.fail();
              else if (one.with === 'down') asked.answer(down());
              else if (one.with === 'none') asked.answer(nothing());
              else if (one.with === 'same' && asked.headers.has('if-none-match')) asked.answer(same());
              else asked.answer(reportFor(asked.account, { score }));
              break;
            }
            case 'wind':
              clock.wind(one.ms);
              break;
            case 'look':
              attention.visible = looks = one.visible;
              break;
            case 'net':
              attention.online = online = one.online;
              break;
            case 'refresh':
              client.refresh(one.account);
              break;
            case 'switch':
              subject = one.subject;
              client.update({ subject });
              break;
          }
          await told();
          const accounts = api.waiting.map((asked) => asked.account);
          expect(new Set(accounts).size, 'one request for one account').to.equal(accounts.length);
          for (const asked of api.waiting) expect(asked.headers.get('authorization')).to.equal(`Bearer ${subject}`);
          if ((!looks || !online) && (one.do === 'wind' || one.do === 'answer')) {
            expect(api.asked.length, 'nothing is asked for while nobody looks').to.equal(before);
          }
          for (const { last } of heard) {
            const score = Reflect.get(Reflect.get(last() ?? {}, 'report') ?? {}, 'score');
            if (score !== undefined)
              expect(score, 'nobody sees what another one was told').to.equal(subject === 'kofi' ? 2 : 1);
          }
        }
        client.destroy();
        expect([clock.waits, attention.listeners, api.waiting.length]).to.deep.equal([[], 0, 0]);
      }),
      { numRuns: 60 },
    );
  });
});
