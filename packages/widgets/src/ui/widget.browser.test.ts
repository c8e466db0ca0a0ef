import { expect } from 'chai';
import { numberAttribute } from './properties.ts';
import { Widget } from './widget.ts';

class Told extends Widget {
  static override properties = { score: numberAttribute, asOf: { attribute: 'as-of' }, report: { attribute: false } };
  declare score: number | null;
  declare asOf: string | null;
  declare report: object | null;
  drawn: unknown[] = [];
  heard: string[] = [];
  /** What one drawing asks for once more. */
  asks: (() => void) | null = null;

  constructor() {
    super();
    this.score = this.asOf = this.report = null;
    this.addController({
      hostConnected: () => this.heard.push('connected'),
      hostDisconnected: () => this.heard.push('disconnected'),
      hostUpdate: () => this.heard.push('update'),
      hostUpdated: () => this.heard.push('updated'),
    });
  }

  protected override paint(): void {
    this.drawn.push(this.score);
  }

  protected override updated(): void {
    const { asks } = this;
    this.asks = null;
    asks?.();
  }
}

const early = document.createElement('told-widget');
Object.assign(early, { score: 7 });
early.setAttribute('score', '5');
customElements.define('told-widget', Told);

describe('what every element is', () => {
  const make = () => document.createElement('told-widget') as Told;
  afterEach(() => {
    for (const each of document.querySelectorAll('told-widget')) each.remove();
  });

  it('takes its attributes as properties, by their own names or others, and their removal as null', () => {
    expect(Told.observedAttributes).to.deep.equal(['score', 'as-of']);
    const element = make();
    element.setAttribute('score', '62');
    element.setAttribute('as-of', 'today');
    element.setAttribute('report', 'none');
    expect([element.score, element.asOf, element.report]).to.deep.equal([62, 'today', null]);
    element.removeAttribute('as-of');
    expect(element.asOf).to.equal(null);
  });

  it('keeps what was set on it before it was known, over its attributes', async () => {
    document.body.append(early);
    customElements.upgrade(early);
    await (early as Told).updateComplete;
    expect((early as Told).drawn).to.deep.equal([7]);
    expect(Object.hasOwn(early, 'score')).to.equal(false);
  });

  it('draws once for all that changed together, and not for what did not change', async () => {
    const element = make();
    element.score = 1;
    expect(await element.updateComplete).to.equal(true);
    expect(element.drawn).to.deep.equal([]);
    document.body.append(element);
    element.score = 2;
    element.asOf = 'today';
    await element.updateComplete;
    element.score = 2;
    await element.updateComplete;
    expect(element.drawn).to.deep.equal([2]);
    expect(element.heard).to.deep.equal(['connected', 'update', 'updated']);
  });

  it('says that it is not done where a drawing has asked for another', async () => {
    const element = make();
    element.asks = () => {
      element.score = 3;
    };
    document.body.append(element);
    expect(await element.updateComplete).to.equal(false);
    expect(await element.updateComplete).to.equal(true);
    expect(element.drawn).to.deep.equal([null, 3]);
  });

  it('is alive again where it is put back, with what was drawn', async () => {
    const element = make();
    document.body.append(element);
    await element.updateComplete;
    element.remove();
    document.body.append(element);
    await element.updateComplete;
    expect(element.heard).to.deep.equal(['connected', 'update', 'updated', 'disconnected', 'connected']);
    expect(element.drawn.length).to.equal(1);
  });
});
