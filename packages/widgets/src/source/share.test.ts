import { expect } from 'chai';
import type { SourceState } from './health-source.ts';
import { share } from './share.ts';

const empty: SourceState = { status: 'empty' };

function watched() {
  const log: string[] = [];
  const tells = new Map<string, (state: SourceState) => void>();
  const source = share((id, tell) => {
    log.push(`open ${id}`);
    tells.set(id, tell);
    return { refresh: () => log.push(`refresh ${id}`), stop: () => log.push(`stop ${id}`) };
  });
  return { log, source, tell: (id: string, state: SourceState) => tells.get(id)?.(state) };
}

describe('share', () => {
  it('opens one feed for many listeners and stops it after the last', async () => {
    const { log, source } = watched();
    const stops = [1, 2, 3].map(() => source.subscribe('a', () => {}));
    for (const stop of stops) stop();
    await Promise.resolve();
    expect(log).to.deep.equal(['open a', 'stop a']);
  });

  it('tells each listener where things stand when it comes, then every change', () => {
    const { source, tell } = watched();
    const heard: string[] = [];
    source.subscribe('a', ({ status }) => heard.push(`1 ${status}`));
    tell('a', empty);
    source.subscribe('a', ({ status }) => heard.push(`2 ${status}`));
    expect(heard).to.deep.equal(['1 loading', '1 empty', '2 empty']);
  });

  it('keeps a listener that fails from silencing the others', async () => {
    const { source, tell } = watched();
    const heard: string[] = [];
    const failures: unknown[] = [];
    const plain = globalThis.queueMicrotask;
    globalThis.queueMicrotask = (run) =>
      plain(() => {
        try {
          run();
        } catch (thrown) {
          failures.push(thrown);
        }
      });
    source.subscribe('a', ({ status }) => {
      if (status === 'empty') throw new Error('mine alone');
    });
    source.subscribe('a', ({ status }) => heard.push(status));
    tell('a', empty);
    await Promise.resolve();
    globalThis.queueMicrotask = plain;
    expect(heard).to.deep.equal(['loading', 'empty']);
    expect(failures).to.have.length(1);
  });

  it('does not tell one who has left, even while telling', () => {
    const { source, tell } = watched();
    const heard: string[] = [];
    let stop = () => {};
    source.subscribe('a', () => stop());
    stop = source.subscribe('a', ({ status }) => heard.push(status));
    tell('a', empty);
    expect(heard).to.deep.equal(['loading']);
  });

  it('counts a stop once, however often it is called', async () => {
    const { log, source } = watched();
    const stop = source.subscribe('a', () => {});
    source.subscribe('a', () => {});
    stop();
    stop();
    await Promise.resolve();
    expect(log).to.deep.equal(['open a']);
  });

  it('opens again for the next listener where opening threw', () => {
    let isBroken = true;
    const source = share(() => {
      if (isBroken) throw new Error('no feed');
      return { refresh() {}, stop() {} };
    });
    expect(() => source.subscribe('a', () => {})).to.throw('no feed');
    expect(() => source.subscribe('a', () => {})).to.throw('no feed');
    isBroken = false;
    const heard: string[] = [];
    source.subscribe('a', ({ status }) => heard.push(status));
    expect(heard).to.deep.equal(['loading']);
  });

  it('refreshes what somebody listens to, and nothing else', () => {
    const { log, source } = watched();
    source.subscribe('a', () => {});
    source.refresh('a');
    source.refresh('b');
    expect(log).to.deep.equal(['open a', 'refresh a']);
  });
});
