import { expect } from 'chai';
import { draw, elementOf, type Mark } from './marks.ts';

const card = (name: string, part: string | null, text: string, width: number | null = 4): Mark => [
  'div',
  { class: name },
  ['p', { part }, text],
  ['svg', { width, viewBox: '0 0 4 4' }, ['path', { d: 'M0 0' }]],
];

/** What a node holds, as text. */
const written = (node: Node): string => {
  const text = [...node.childNodes].map((each) => new XMLSerializer().serializeToString(each)).join('');
  return text.replace(/ xmlns="[^"]*"/g, '');
};

describe('drawing by marks', () => {
  const make = () => document.createElement('div');

  it('makes elements, pictures in their own namespace, and text; nothing of null and no text', () => {
    const box = make();
    draw(box, [null, '', card('a', 'said', 'Hello'), 'there']);
    expect(written(box)).to.equal(
      '<div class="a"><p part="said">Hello</p><svg width="4" viewBox="0 0 4 4"><path d="M0 0"/></svg></div>there',
    );
    expect(box.querySelector('path') instanceof SVGPathElement).to.equal(true);
  });

  it('keeps what is there, and changes what differs', () => {
    const box = make();
    draw(box, [card('a', 'said', 'Hello'), 'there']);
    const nodes = [...box.querySelectorAll('*')];
    const words = box.querySelector('p')?.firstChild;
    draw(box, [card('b', 'said', 'Goodbye', null)]);
    expect([...box.querySelectorAll('*')].every((node, i) => node === nodes[i])).to.equal(true);
    expect(box.querySelector('p')?.firstChild === words).to.equal(true);
    expect(written(box)).to.contain('class="b"').and.to.contain('Goodbye');
    expect(written(box)).to.not.contain('width').and.to.not.contain('there');
  });

  it('takes an element of another part for another one', () => {
    const box = make();
    draw(box, [card('a', 'said', 'Hello')]);
    const before = box.querySelector('p');
    draw(box, [card('a', 'read', 'Hello')]);
    expect(box.querySelector('p') === before).to.equal(false);
    expect(box.querySelectorAll('p').length).to.equal(1);
  });

  it('touches nothing where nothing differs', () => {
    const box = make();
    draw(box, [card('a', 'said', 'Hello')]);
    const observer = new MutationObserver(() => {});
    observer.observe(box, { subtree: true, childList: true, attributes: true, characterData: true });
    draw(box, [card('a', 'said', 'Hello')]);
    expect(observer.takeRecords().length).to.equal(0);
    observer.disconnect();
  });

  it('begins from another drawing of its kind, and comes to be its own', () => {
    const one = elementOf(['p', { class: 'a' }, ['bdi', {}, 'Hello']], null, 'test');
    const two = elementOf(['p', { class: 'b' }, 'Goodbye'], null, 'test');
    expect([one.textContent, one.className, two.textContent, two.className]).to.deep.equal([
      'Hello',
      'a',
      'Goodbye',
      'b',
    ]);
    expect(elementOf(['p', { class: 'c' }], one, 'test') === one).to.equal(true);
    expect(elementOf(['p', { class: 'c', part: 'other' }], one, 'test') === one).to.equal(false);
  });

  it('calls what a button is to call', () => {
    const box = make();
    let pressed = 0;
    draw(box, [['button', { onclick: () => pressed++ }, 'Again']]);
    box.querySelector('button')?.click();
    expect(pressed).to.equal(1);
    expect(written(box)).to.equal('<button>Again</button>');
  });
});
