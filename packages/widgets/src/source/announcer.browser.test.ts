import { expect } from 'chai';
import { announcer } from './announcer.ts';
import type { Clock } from './clock.ts';

const regions = () => [...document.querySelectorAll('[data-hale-announcer]')];
const lines = () => regions().flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('p') ?? [])]);
const said = () => lines().map(({ textContent }) => textContent);

/** Time that passes when it is told to. */
class Wound implements Clock {
  #now = 0;
  #waiting = new Map<() => void, number>();
  now = () => this.#now;
  after = (ms: number, run: () => void) => {
    this.#waiting.set(run, this.#now + ms);
    return () => this.#waiting.delete(run);
  };
  wind(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const [next] = [...this.#waiting].filter(([, at]) => at <= end).sort(([, a], [, b]) => a - b);
      if (!next) break;
      this.#waiting.delete(next[0]);
      this.#now = next[1];
      next[0]();
    }
    this.#now = end;
  }
}

describe('the voice of a page', () => {
  const clock = new Wound();
  const announce = announcer(clock);
  const say = (id: string, sentence: string, lang = 'en') => announce(id, { sentence, lang, page: document });
  afterEach(() => clock.wind(60_000));

  it('is there before its words, gathers for a second, and then rests for five', () => {
    say('a', 'A is at risk');
    expect(regions()).to.have.length(1);
    clock.wind(999);
    expect(said()).to.deep.equal([]);
    clock.wind(1);
    expect(said()).to.deep.equal(['A is at risk']);
    say('b', 'B is healthy');
    clock.wind(4999);
    expect(said()).to.deep.equal(['A is at risk']);
    clock.wind(1);
    expect(said()).to.deep.equal(['B is healthy']);
    clock.wind(5000);
    expect(regions()).to.deep.equal([]);
  });

  it('says three sentences at once, the last word on each account only', () => {
    for (const id of ['a', 'b', 'c', 'd']) say(id, `${id} is at risk`);
    say('a', 'a is healthy', 'de');
    clock.wind(1000);
    expect(said()).to.deep.equal(['b is at risk', 'c is at risk', 'd is at risk']);
    clock.wind(5000);
    expect(said()).to.deep.equal(['a is healthy']);
    expect(lines()[0]?.lang).to.equal('de');
  });

  it('takes no room and no looks of the page, whatever the page does to its elements', () => {
    const style = document.createElement('style');
    style.textContent = '* { all: unset !important; display: block !important; font-size: 40px !important }';
    document.head.append(style);
    const { scrollHeight } = document.documentElement;
    say('a', '<b>A</b> is at risk');
    clock.wind(1000);
    const region = regions()[0] as HTMLElement;
    const { left, top, width, height } = region.getBoundingClientRect();
    expect([width, height].every((length) => length > 0)).to.equal(true);
    expect(document.elementsFromPoint(left + width / 2, top + height / 2)).not.to.include(region);
    expect(getComputedStyle(region).clipPath).to.equal('inset(50%)');
    expect(document.documentElement.scrollHeight).to.equal(scrollHeight);
    expect(said()).to.deep.equal(['<b>A</b> is at risk']);
    style.remove();
  });
});
