import { expect } from 'chai';
import { changeLog } from './change-log.ts';
import { eventStream, type Reader } from './event-stream.ts';

describe('a stream of changes', () => {
  const readerOf = (changes: Partial<Reader> = {}): Reader => ({
    reaches: () => true,
    from: null,
    ends: Date.now() + 60_000,
    now: Date.now,
    ...changes,
  });
  function reading(stream: ReadableStream<Uint8Array>) {
    const reader = stream.getReader();
    return {
      next: async () => {
        const { value } = await reader.read();
        return value ? new TextDecoder().decode(value) : null;
      },
      leave: () => reader.cancel(),
    };
  }
  const idOf = (text: string | null) => Number(/^id: (\d+)$/m.exec(text ?? '')?.[1]);

  it('tells a slow reader of each account once, however often it has changed', async () => {
    const log = changeLog(Date.now);
    const { next, leave } = reading(eventStream(log, readerOf()));
    await next();
    for (let time = 0; time < 1000; time++) log.tell(['a', 'b']);
    log.tell(['a']);
    expect(await next()).to.match(/^event: changed\nid: \d+\ndata: {"accounts":\["b","a"\]}\n\n$/);
    await leave();
  });

  it('goes on after the id that was heard last, and says where it cannot', async () => {
    const log = changeLog(Date.now, 2);
    const first = reading(eventStream(log, readerOf()));
    const id = idOf(await first.next());
    await first.leave();
    log.tell(['a']);
    log.tell(['b']);
    const again = reading(eventStream(log, readerOf({ from: id, reaches: (account) => account === 'b' })));
    expect(await again.next()).to.include('data: {"accounts":["b"]}');
    await again.leave();
    // The third pushes out the first.
    log.tell(['c']);
    for (const from of [id, id - 1, Date.now() + 1e9, Number.NaN]) {
      const lost = reading(eventStream(log, readerOf({ from })));
      const told = await lost.next();
      expect(told, String(from)).to.match(/^event: reset\nid: \d+\ndata: {}\n\n$/);
      log.tell(['d']);
      expect(await lost.next()).to.include('data: {"accounts":["d"]}');
      expect(idOf(told)).to.be.at.least(id);
      await lost.leave();
    }
  });

  it('is over when the token is, or the server, also while it waits', async () => {
    const log = changeLog(Date.now);
    const short = reading(eventStream(log, readerOf({ ends: Date.now() + 30 })));
    await short.next();
    expect(await short.next()).to.equal(null);
    const long = reading(eventStream(log, readerOf()));
    await long.next();
    const last = long.next();
    log.end();
    expect(await last).to.equal(null);
  });

  it('says that it is there however often others change', async () => {
    let clock = Date.now();
    const log = changeLog(() => clock);
    const busy = {
      ...log,
      async next(ms: number) {
        clock += Math.min(ms, 10_000);
        log.tell(['other']);
      },
    };
    const reader = readerOf({ ends: clock + 1e6, now: () => clock, reaches: (account) => account === 'own' });
    const { next, leave } = reading(eventStream(busy, reader));
    await next();
    const began = clock;
    expect(await next()).to.equal(':\n\n');
    expect(clock - began).to.equal(15_000);
    await leave();
  });

  it('says now and then that it is there', async () => {
    let clock = Date.now();
    const log = {
      ...changeLog(Date.now),
      async next(ms: number) {
        clock += ms;
      },
    };
    const { next, leave } = reading(eventStream(log, readerOf({ ends: clock + 1e6, now: () => clock })));
    await next();
    expect(await next()).to.equal(':\n\n');
    await leave();
  });
});
