import type { SourceState } from '@hale/widgets';
import { createHealthClient, type HealthClientOptions } from '@hale/widgets/client.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { FakeAttention } from '../support/fake-attention.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { type Asked, PlayedApi, reportFor, told } from '../support/played-api.ts';

const minute = 60_000;
const stream = 'v1/stream';

/** A client with a stream, over an API, a clock and a page that the test has in its hands. */
function played(options: Partial<HealthClientOptions> = {}) {
  const [api, clock, attention] = [new PlayedApi(), new FakeClock(), new FakeAttention()];
  const edges = { fetch: api.fetch, clock, attention, random: () => 0.5 };
  const client = createHealthClient({
    baseUrl: 'https://health.example',
    subject: 'mira',
    stream,
    ...edges,
    ...options,
  });
  const isStream = ({ url }: Asked) => url.pathname === '/v1/stream';
  return {
    api,
    clock,
    attention,
    client,
    streams: () => api.asked.filter(isStream),
    reports: () => api.asked.filter((asked) => !isStream(asked)),
    waiting: () => api.waiting.filter((asked) => !isStream(asked)).map(({ account }) => account),
    /** Answers every report that is waited for. */
    async answered() {
      for (const asked of api.waiting.filter((one) => !isStream(one))) asked.answer(reportFor(asked.account));
      await told();
    },
    listen(account: string) {
      const states: SourceState[] = [];
      return { states, stop: client.subscribe(account, (state) => states.push(state)) };
    },
  };
}

/** An answer that goes on for as long as the test likes. */
async function connected(asked: Asked | undefined, first = 'retry: 1000\nid: 7\n\n') {
  const encoder = new TextEncoder();
  let source: ReadableStreamDefaultController<Uint8Array> | undefined;
  let isLeft = false;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      source = controller;
    },
    cancel() {
      isLeft = true;
    },
  });
  asked?.answer(new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } }));
  const send = async (text: string | Uint8Array) => {
    source?.enqueue(typeof text === 'string' ? encoder.encode(text) : text);
    await told();
  };
  await send(first);
  return {
    send,
    changed: (id: number, ...accounts: string[]) =>
      send(`event: changed\nid: ${id}\ndata: ${JSON.stringify({ accounts })}\n\n`),
    async end() {
      source?.close();
      await told();
    },
    isLeft: () => isLeft,
  };
}

describe('a health client with a stream', () => {
  it('asks at once for the reports that are told to have changed, and for no others', async () => {
    const { clock, listen, streams, waiting, answered } = played();
    for (const account of ['a', 'b']) listen(account);
    await answered();
    const { send, changed } = await connected(streams()[0]);
    clock.wind(1);
    await changed(8, 'b', 'elsewhere');
    expect(waiting()).to.deep.equal(['b']);
    await answered();
    /** A minute in which the server says that it is there. */
    const pass = async () => {
      for (const _ of [1, 2, 3]) {
        clock.wind(minute / 3);
        await send(':\n\n');
      }
    };
    await pass();
    // Asked for before the stream began, the other one may be late: once more, and then never.
    expect(waiting()).to.deep.equal(['a']);
    await answered();
    await pass();
    await pass();
    expect(waiting()).to.deep.equal([]);
    expect(streams()).to.have.length(1);
  });

  it('asks again after a request that was under way when its report changed', async () => {
    const { listen, streams, reports, waiting, answered } = played();
    listen('a');
    await told();
    const { changed } = await connected(streams()[0]);
    await changed(8, 'a');
    await changed(9, 'a');
    expect(reports()).to.have.length(1);
    await answered();
    expect(waiting()).to.deep.equal(['a']);
    await answered();
    expect(reports()).to.have.length(2);
  });

  it('goes on after the last id with a new token when its own has ended, and puts neither into an address', async () => {
    const refused: (string | null)[] = [];
    const fetchToken = (last: string | null) => {
      refused.push(last);
      return `token-${refused.length}`;
    };
    const { clock, listen, streams, waiting, answered } = played({ fetchToken });
    listen('a');
    await told();
    await answered();
    const { changed, end } = await connected(streams()[0]);
    await changed(8, 'a');
    await answered();
    clock.wind(20_000);
    await end();
    // Anywhere within a second.
    expect(clock.waits[0]).to.equal(500);
    clock.wind(500);
    await told();
    expect(streams()[1]?.headers.get('authorization')).to.equal('Bearer token-1');
    streams()[1]?.answer(new Response(null, { status: 401 }));
    await told();
    const again = streams()[2];
    expect([again?.headers.get('authorization'), again?.headers.get('last-event-id'), again?.url.href]).to.deep.equal([
      'Bearer token-2',
      '8',
      'https://health.example/v1/stream',
    ]);
    expect(refused).to.deep.equal([null, 'token-1']);
    await (await connected(again, '')).changed(9, 'a');
    expect(waiting()).to.deep.equal(['a']);
  });

  it('asks now and then, as without one, where the server has none, and does not ask for one again', async () => {
    for (const none of [
      new Response(null, { status: 404 }),
      new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    ]) {
      const { clock, attention, listen, streams, waiting, answered } = played();
      listen('a');
      await answered();
      streams()[0]?.answer(none);
      await told();
      for (const _ of [1, 2]) {
        clock.wind(minute);
        await told();
        expect(waiting()).to.deep.equal(['a']);
        await answered();
      }
      attention.visible = false;
      attention.visible = true;
      await told();
      expect(streams()).to.have.length(1);
    }
  });

  it('tells a page whose reports change, for as long as it listens, without a widget and without a report', async () => {
    const { client, attention, streams, api } = played();
    const heard: (readonly string[] | null)[] = [];
    const stop = client.onChanged((accounts) => heard.push(accounts));
    await told();
    const { send, changed } = await connected(streams()[0]);
    await changed(8, 'a', 'b');
    await send('event: reset\nid: 9\ndata: {}\n\n');
    expect(heard).to.deep.equal([['a', 'b'], null]);
    attention.visible = false;
    attention.visible = true;
    await told();
    expect(streams()[1]?.headers.get('last-event-id')).to.equal('9');
    const again = await connected(streams()[1], 'event: changed\nid: 10\ndata: {"accounts":["c"]}\n\n');
    expect(heard.at(-1)).to.deep.equal(['c']);
    stop();
    stop();
    await told();
    expect(again.isLeft()).to.equal(true);
    expect(api.asked.length).to.equal(streams().length);
    client.destroy();
    client.onChanged(() => {});
    expect(streams()).to.have.length(2);
  });

  it('asks again for a stream that was refused when somebody looks again', async () => {
    const { attention, listen, clock, streams } = played();
    listen('a');
    await told();
    streams()[0]?.answer(new Response(null, { status: 403 }));
    await told();
    clock.wind(10 * minute);
    await told();
    expect(streams()).to.have.length(1);
    attention.visible = false;
    attention.visible = true;
    await told();
    expect(streams()).to.have.length(2);
  });

  it('comes back after pauses that grow, as the server asks, and asks for reports meanwhile', async () => {
    const { clock, listen, streams, waiting, answered } = played();
    listen('a');
    await answered();
    const upTo = [500, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000];
    for (const [place, pause] of upTo.entries()) {
      await told();
      streams()[place]?.fail();
      await told();
      await answered();
      expect(clock.waits).to.include(pause);
      clock.wind(pause);
    }
    await told();
    expect(waiting()).to.deep.equal(['a']);
    streams()
      .at(-1)
      ?.answer(new Response(null, { status: 503, headers: { 'retry-after': '90' } }));
    await told();
    await answered();
    expect(clock.waits.at(-1)).to.be.within(90_000, 91_000);
  });

  it('takes silence for the end', async () => {
    const { clock, listen, streams, answered } = played({ refreshEvery: null });
    listen('a');
    await answered();
    const { send, isLeft } = await connected(streams()[0]);
    clock.wind(44_000);
    await send(':\n\n');
    clock.wind(44_000);
    await told();
    expect(isLeft()).to.equal(false);
    clock.wind(1000);
    await told();
    expect(isLeft()).to.equal(true);
    clock.wind(1000);
    await told();
    expect(streams()[1]?.headers.get('last-event-id')).to.equal('7');
  });

  it('leaves it while nobody looks or listens, and goes on where it was', async () => {
    const { attention, listen, streams, answered } = played();
    const { stop } = listen('a');
    await answered();
    const { isLeft } = await connected(streams()[0]);
    attention.visible = false;
    await told();
    expect([isLeft(), streams()[0]?.isAborted]).to.deep.equal([true, true]);
    attention.visible = true;
    await told();
    expect(streams()[1]?.headers.get('last-event-id')).to.equal('7');
    const second = await connected(streams()[1], '');
    stop();
    await told();
    expect([second.isLeft(), streams().length]).to.deep.equal([true, 2]);
  });

  it('asks for everything where the server does not know what was missed', async () => {
    const { client, listen, streams, waiting, answered } = played();
    listen('a');
    const { stop } = listen('b');
    await answered();
    const { send } = await connected(streams()[0]);
    stop();
    await told();
    await send('event: reset\nid: 9\ndata: {}\n\n');
    expect(waiting()).to.deep.equal(['a']);
    // Whoever comes back to one that was known asks for it.
    listen('b');
    await told();
    expect(waiting()).to.deep.equal(['a', 'b']);
    client.destroy();
  });

  it('begins anew for somebody else, and leaves nothing when it is destroyed', async () => {
    const { clock, attention, api, client, listen, streams, answered } = played({ fetchToken: () => 'token' });
    listen('a');
    await told();
    await answered();
    const first = await connected(streams()[0]);
    client.update({ subject: 'kofi' });
    await told();
    expect([first.isLeft(), streams()[1]?.headers.has('last-event-id')]).to.deep.equal([true, false]);
    const second = await connected(streams()[1]);
    client.destroy();
    await told();
    expect([second.isLeft(), clock.waits, attention.listeners, api.waiting]).to.deep.equal([true, [], 0, []]);
  });

  it('must lead below the base address', () => {
    expect(() => played({ stream: '//elsewhere.example/v1/stream' })).to.throw(
      'stream must lead below https://health.example/, not "//elsewhere.example/v1/stream": for example v1/stream.',
    );
  });

  it('hears the same however the network cuts it, and whatever ends its lines', async function () {
    this.timeout(60_000);
    const text =
      '\ufeffretry: 1\nid: 7\n\n: silence\nevent: changed\nid: é\ndata:{"accounts":\ndata: ["a","日本"]}\n\n';
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 8 }),
        fc.constantFrom('\n', '\r', '\r\n'),
        async (lengths, end) => {
          const { client, listen, streams, waiting, answered } = played();
          for (const account of ['a', 'b', '日本']) listen(account);
          await answered();
          const { send } = await connected(streams()[0], '');
          let rest = new TextEncoder().encode(text.replaceAll('\n', end));
          for (const length of lengths) {
            await send(rest.slice(0, length));
            rest = rest.slice(length);
          }
          // The last line end may be half of one.
          await send(rest);
          await send(':\n');
          expect(waiting()).to.deep.equal(['a', '日本']);
          client.destroy();
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is not brought down by what it hears', async () => {
    const { listen, streams, waiting, answered } = played();
    const { states } = listen('a');
    await answered();
    const { send, isLeft } = await connected(streams()[0]);
    for (const data of ['', '{', 'null', '[]', '{"accounts":7}', '{"accounts":[null,{"__proto__":1},7]}', '1e999']) {
      await send(`event: changed\nid: 8\ndata: ${data}\n\n`);
      await answered();
    }
    await send('event: constructor\ndata: {"accounts":["a"]}\n\n__proto__: 1\n\n\0\n\n');
    expect(waiting()).to.deep.equal([]);
    expect(isLeft()).to.equal(false);
    await send('data: 0123456789\n'.repeat(6000));
    expect(isLeft()).to.equal(true);
    expect(waiting(), 'whatever it would have said').to.deep.equal(['a']);
    expect(states.at(-1)?.status).to.equal('ready');
  });
});
