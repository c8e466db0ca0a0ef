import { fetchSource } from '@hale/widgets/sources/fetch.js';
import { expect } from 'chai';
import { api, json, later, problem } from '../support/api.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { hear } from '../support/heard.ts';
import { ready, reportOf } from '../support/reports.ts';

const { baseUrl } = api;

/** A source whose pauses are half of what they may be, on a clock of the test's own. */
function withClock() {
  const clock = new FakeClock();
  return { clock, source: fetchSource({ baseUrl, clock, random: () => 0.5 }) };
}

describe('fetchSource', () => {
  before(() => api.start());
  after(() => api.stop());

  it('says loading at once and then gives the report', async () => {
    api.answer(() => json(ready()));
    const heard = hear(fetchSource({ baseUrl }), 'averlund');
    expect(heard.states).to.deep.equal([{ status: 'loading' }]);
    const state = await heard.until('ready');
    expect(state).to.have.nested.property('report.score', 62);
    heard.stop();
  });

  it('encodes the account in the address, sends no cookies, and asks for JSON', async () => {
    api.answer((_, id) => json(reportOf({ account: { id, name: 'Odd' } })));
    const heard = hear(fetchSource({ baseUrl: `${location.origin}/api/`, headers: { 'x-client': 'test' } }), 'a/b ?#é');
    expect(await heard.until('ready')).to.have.nested.property('report.account.id', 'a/b ?#é');
    const [request] = api.requests;
    expect(new URL(request?.url ?? '').pathname).to.equal('/api/v1/accounts/a%2Fb%20%3F%23%C3%A9/health');
    expect(request?.credentials).to.equal('omit');
    expect(request?.headers.get('accept')).to.equal('application/json');
    expect(request?.headers.get('x-client')).to.equal('test');
    heard.stop();
  });

  it('refuses an id that would climb out of the path, without a request', async () => {
    api.answer(() => json(ready()));
    const source = fetchSource({ baseUrl });
    for (const id of ['..', '.', '\ud800']) {
      const heard = hear(source, id);
      expect(await heard.until('error')).to.have.nested.property('error.code', 'refused');
      heard.stop();
    }
    expect(api.requests).to.have.length(0);
  });

  it('refuses a base address that is not http', () => {
    expect(() => fetchSource({ baseUrl: 'javascript:alert(1)' })).to.throw(
      'baseUrl must be an http or https address, not "javascript:alert(1)".',
    );
  });

  it('makes one request for all who listen to one account, and one for each account', async () => {
    api.answer((_, id) => json(reportOf({ account: { id, name: id } })));
    const source = fetchSource({ baseUrl });
    const all = ['a', 'a', 'a', 'b', 'b'].map((id) => hear(source, id));
    await Promise.all(all.map((heard) => heard.until('ready')));
    expect(api.requests).to.have.length(2);
    for (const heard of all) heard.stop();
  });

  it('gives one who comes later the report at once, without another request', async () => {
    api.answer(() => json(ready()));
    const source = fetchSource({ baseUrl });
    const first = hear(source, 'averlund');
    await first.until('ready');
    const second = hear(source, 'averlund');
    expect(second.last?.status).to.equal('ready');
    expect(api.requests).to.have.length(1);
    first.stop();
    second.stop();
  });

  it('aborts the request when the last listener leaves, and only then', async () => {
    let signal: AbortSignal | null | undefined;
    const source = fetchSource({
      baseUrl,
      fetch: (_, init) => {
        signal = init?.signal;
        return new Promise(() => {});
      },
    });
    const [one, two] = [hear(source, 'a'), hear(source, 'a')];
    one.stop();
    await Promise.resolve();
    expect(signal?.aborted).to.equal(false);
    two.stop();
    await Promise.resolve();
    expect(signal?.aborted).to.equal(true);
    expect(two.states.map(({ status }) => status)).to.deep.equal(['loading']);
  });

  it('does nothing more for an answer that comes after all have left', async () => {
    let answer: (response: Response) => void = () => {};
    const clock = new FakeClock();
    const deaf = () => new Promise<Response>((resolve) => (answer = resolve));
    const heard = hear(fetchSource({ baseUrl, clock, fetch: deaf }), 'a');
    heard.stop();
    await Promise.resolve();
    answer(problem(500, 'Broken'));
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve));
    expect(clock.waits).to.deep.equal([]);
  });

  it('keeps the request when a listener leaves and another comes in the same breath', async () => {
    api.answer(() => json(ready()));
    const source = fetchSource({ baseUrl });
    hear(source, 'averlund').stop();
    const heard = hear(source, 'averlund');
    await heard.until('ready');
    expect(api.requests).to.have.length(1);
    heard.stop();
  });

  it('sends the ETag when it asks again, and keeps the report on 304', async () => {
    api.answer((request) =>
      request.headers.get('if-none-match') === '"v1"'
        ? new Response(null, { status: 304 })
        : json(ready(), { etag: '"v1"' }),
    );
    const source = fetchSource({ baseUrl });
    const heard = hear(source, 'averlund');
    const first = await heard.until('ready');
    source.refresh('averlund');
    const second = await heard.until('ready', heard.states.length);
    expect(api.requests).to.have.length(2);
    expect('report' in second && second.report).to.equal('report' in first && first.report);
    heard.stop();
  });

  it('is empty where there is no such account, and does not ask again', async () => {
    api.answer(() => problem(404, 'No such account'));
    const { clock, source } = withClock();
    const heard = hear(source, 'nobody');
    await heard.until('empty');
    expect(clock.waits).to.deep.equal([]);
    heard.stop();
  });

  it('says what the server says of a refusal, and does not ask again', async () => {
    api.answer(() => problem(403, 'Not yours', 'This account belongs to another team.'));
    const { clock, source } = withClock();
    const heard = hear(source, 'a');
    const state = await heard.until('error');
    expect(state).to.deep.include({
      error: {
        code: 'refused',
        message: 'Not yours: This account belongs to another team.',
        status: 403,
        retryAt: null,
      },
    });
    expect(clock.waits).to.deep.equal([]);
    heard.stop();
  });

  it('tries again after a failure of the server, with growing pauses, and recovers', async () => {
    let failures = 3;
    api.answer(() => (failures-- > 0 ? problem(500, 'Broken') : json(ready())));
    const { clock, source } = withClock();
    const heard = hear(source, 'averlund');
    const waits: number[] = [];
    for (let i = 0; i < 3; i++) {
      const told = heard.states.length;
      await heard.until('error', i === 0 ? 0 : told);
      expect(heard.last).to.have.nested.property('error.retryAt', clock.now() + (clock.waits[0] ?? 0));
      waits.push(clock.waits[0] ?? -1);
      clock.wind(clock.waits[0] ?? 0);
    }
    await heard.until('ready');
    expect(waits).to.deep.equal([500, 1000, 2000]);
    expect(clock.waits).to.deep.equal([]);
    heard.stop();
  });

  it('begins with a short pause again when it is asked to', async () => {
    api.answer(() => problem(500, 'Broken'));
    const { clock, source } = withClock();
    const heard = hear(source, 'a');
    await heard.until('error');
    clock.wind(500);
    await heard.until('error', heard.states.length);
    expect(clock.waits).to.deep.equal([1000]);
    source.refresh('a');
    await heard.until('error', heard.states.length);
    expect(clock.waits).to.deep.equal([500]);
    heard.stop();
  });

  it('waits as long as Retry-After asks', async () => {
    api.answer(() => problem(429, 'Slow down', undefined, { 'retry-after': '120' }));
    const { clock, source } = withClock();
    const heard = hear(source, 'a');
    await heard.until('error');
    expect(clock.waits).to.deep.equal([120_500]);
    heard.stop();
    await Promise.resolve();
    expect(clock.waits).to.deep.equal([]);
  });

  it('keeps the last report beside the error when a later request fails', async () => {
    let works = true;
    api.answer(() => (works ? json(ready()) : problem(503, 'Down')));
    const { source } = withClock();
    const heard = hear(source, 'averlund');
    await heard.until('ready');
    works = false;
    source.refresh('averlund');
    expect(await heard.until('error')).to.have.nested.property('report.score', 62);
    heard.stop();
  });

  it('asks at once when refreshed, whatever it was waiting for', async () => {
    api.answer(() => problem(500, 'Broken'));
    const { clock, source } = withClock();
    const heard = hear(source, 'averlund');
    await heard.until('error');
    api.answer(() => json(ready()));
    source.refresh('averlund');
    expect(heard.last).to.deep.equal({ status: 'loading' });
    await heard.until('ready');
    expect(clock.waits).to.deep.equal([]);
    heard.stop();
  });

  it('gives up a request that takes half a minute', async () => {
    const { answer, give } = later();
    api.answer(answer);
    const { clock, source } = withClock();
    const heard = hear(source, 'averlund');
    clock.wind(30_000);
    expect(await heard.until('error')).to.have.nested.property('error.message', 'The server took too long to answer.');
    heard.stop();
    give(json(ready()));
  });

  it('stops reading an answer at its limit, before any of it is parsed', async () => {
    let taken = 0;
    const body = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          taken += 1000;
          controller.enqueue(new Uint8Array(1000).fill(91));
        },
      });
    const source = fetchSource({ baseUrl, maxBytes: 10_000, fetch: async () => new Response(body()) });
    const heard = hear(source, 'a');
    expect(await heard.until('error')).to.deep.include({
      error: { code: 'too-large', message: 'The answer is larger than 10000 bytes.', retryAt: null },
    });
    expect(taken).to.be.below(20_000);
    heard.stop();
  });

  it('says so when an answer is not JSON, or JSON but not a report', async () => {
    const source = fetchSource({ baseUrl });
    api.answer(() => new Response('<html>'));
    const one = hear(source, 'a');
    expect(await one.until('error')).to.have.nested.property('error.message', 'The answer is not JSON.');
    api.answer(() => Response.json({ ...ready(), coverage: 'most' }));
    const two = hear(source, 'b');
    expect(await two.until('error')).to.have.nested.property(
      'error.message',
      'The answer is not a report: coverage must be a finite number, not "most".',
    );
    one.stop();
    two.stop();
  });

  it('does not take the report of another account, and does not ask again', async () => {
    api.answer(() => json(ready()));
    const { clock, source } = withClock();
    const heard = hear(source, 'a');
    expect(await heard.until('error')).to.deep.equal({
      status: 'error',
      error: {
        code: 'malformed',
        message: 'The answer is about another account: account.id must be "a", as asked for, not "averlund".',
        retryAt: null,
      },
    });
    expect(clock.waits).to.deep.equal([]);
    heard.stop();
  });

  it('does not ask again for an answer that it fails to read', async () => {
    const { clock } = withClock();
    const body = () => new ReadableStream({ start: (controller) => controller.error(new RangeError('odd')) });
    const heard = hear(fetchSource({ baseUrl, clock, fetch: async () => new Response(body()) }), 'averlund');
    expect(await heard.until('error')).to.deep.include({
      error: { code: 'malformed', message: 'The answer could not be read.', retryAt: null },
    });
    expect(clock.waits).to.deep.equal([]);
    heard.stop();
  });

  it('takes an answer that breaks off for a passing failure', async () => {
    const { clock } = withClock();
    const body = () => new ReadableStream({ start: (controller) => controller.error(new TypeError('lost')) });
    const heard = hear(fetchSource({ baseUrl, clock, fetch: async () => new Response(body()) }), 'a');
    expect(await heard.until('error')).to.have.nested.property('error.code', 'network');
    expect(clock.waits).to.have.length(1);
    heard.stop();
  });

  it('takes an unreachable server for a passing failure', async () => {
    const { clock } = withClock();
    const source = fetchSource({
      baseUrl,
      clock,
      fetch: () => Promise.reject(new TypeError('failed')),
      random: () => 1,
    });
    const heard = hear(source, 'a');
    expect(await heard.until('error')).to.have.nested.property('error.code', 'network');
    expect(clock.waits).to.deep.equal([1000]);
    heard.stop();
  });
});
