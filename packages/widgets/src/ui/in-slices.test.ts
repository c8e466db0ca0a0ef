import { expect } from 'chai';
import type { ReactiveController } from 'lit';
import { InSlices } from './in-slices.ts';

/** A host that is told to draw anew. */
function host() {
  const controllers: ReactiveController[] = [];
  let drawn = 0;
  let tell: (() => void) | null = null;
  return {
    controllers,
    addController: (controller: ReactiveController) => controllers.push(controller),
    removeController: () => {},
    updateComplete: Promise.resolve(true),
    requestUpdate: () => {
      drawn++;
      tell?.();
    },
    get drawn() {
      return drawn;
    },
    next: () =>
      new Promise<void>((resolve) => {
        tell = resolve;
      }),
  };
}

/** Reading that holds the page up for so many ms, a ms at a time. */
function* long(ms: number, result: string): Generator<undefined, string> {
  for (let i = 0; i < ms; i++) {
    for (const until = performance.now() + 1; performance.now() < until; );
    yield;
  }
  return result;
}
// biome-ignore lint/correctness/useYield: what is short does not yield.
function* short(result: string): Generator<undefined, string> {
  return result;
}

describe('what is read in slices', () => {
  it('is there at once where it is short', () => {
    const page = host();
    expect(new InSlices<string>(page).read({}, () => short('read'))).to.equal('read');
    expect(page.drawn).to.equal(0);
  });

  it('is read in tasks of their own where it is long, and drawn once it is read', async () => {
    const page = host();
    const slices = new InSlices<string>(page);
    const document = {};
    const read = () => slices.read(document, () => long(60, 'read'));
    expect(read()).to.equal(null);
    let others = 0;
    const other = setInterval(() => others++);
    await page.next();
    clearInterval(other);
    expect(read()).to.equal('read');
    expect([page.drawn, others > 1]).to.deep.equal([1, true]);
  });

  it('is forgotten halfway for a newer document', async () => {
    const page = host();
    const slices = new InSlices<string>(page);
    const newer = {};
    expect(slices.read({}, () => long(60, 'older'))).to.equal(null);
    expect(slices.read(newer, () => long(60, 'newer'))).to.equal(null);
    await page.next();
    expect(slices.read(newer, () => short('other'))).to.equal('newer');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(page.drawn).to.equal(1);
  });

  it('waits while the widget is in no page, and goes on where it was', async () => {
    const page = host();
    const slices = new InSlices<string>(page);
    const document = {};
    slices.read(document, () => long(60, 'read'));
    for (const controller of page.controllers) controller.hostDisconnected?.();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect([page.drawn, slices.read(document, () => short('other'))]).to.deep.equal([0, null]);
    for (const controller of page.controllers) controller.hostConnected?.();
    await page.next();
    expect(slices.read(document, () => short('other'))).to.equal('read');
  });

  it('throws what reading throws, at once or later, each time it is asked for', async () => {
    const page = host();
    const slices = new InSlices<string>(page);
    const document = {};
    function* broken(): Generator<undefined, string> {
      yield* long(30, '');
      throw new RangeError('at row 7');
    }
    expect(slices.read(document, broken)).to.equal(null);
    await page.next();
    for (let i = 0; i < 2; i++) expect(() => slices.read(document, broken)).to.throw(RangeError, 'at row 7');
    // biome-ignore lint/correctness/useYield: it ends before it could.
    const atOnce = function* (): Generator<undefined, string> {
      throw new RangeError('at row 0');
    };
    expect(() => slices.read({}, atOnce)).to.throw('at row 0');
  });
});
