/** Attributes of an element to be drawn; null for none, and a function for what `onclick` and its like call. */
type Attributes = Readonly<Record<string, string | number | null | ((event: never) => void)>>;

/** An element to be drawn: by name, with its attributes and what it holds. */
export type Shape = readonly [name: string, attributes: Attributes, ...held: Mark[]];

/** What is to be drawn: an element or text; null and no text are nothing. An element made elsewhere is put there as it is. */
export type Mark = Shape | Element | string | null;

const picture = 'http://www.w3.org/2000/svg';

/**
 * Makes what `parent` holds be the marks from the `first` on. What is there stays, changed where it differs: an element
 * is known again by its order, its name and its `part`, and those that share these have the same attributes each time.
 * For drawings of which a page has hundreds: nothing is kept of them but the elements.
 */
export function draw(parent: Element, marks: readonly unknown[], first: number = 0): void {
  let there = parent.firstChild;
  for (let i = first; i < marks.length; i++) {
    // Sound: the callers are typed, and what comes before the first is a name and attributes.
    const mark = marks[i] as Mark;
    if (!mark) continue;
    const next = there?.nextSibling ?? null;
    if (typeof mark === 'string') {
      if (there instanceof Text) {
        if (there.data !== mark) there.data = mark;
        there = next;
      } else parent.insertBefore(new Text(mark), there);
    } else {
      const element = mark instanceof Element ? mark : isOf(there, mark) ? there : make(mark[0], parent);
      if (!(mark instanceof Element)) fill(element, mark);
      if (element === there) there = next;
      else parent.insertBefore(element, there);
    }
  }
  while (there) {
    const next: ChildNode | null = there.nextSibling;
    there.remove();
    there = next;
  }
}

/** An element of the kind that its parent is of, be it prose or a picture, or that begins a picture. */
const make = (name: string, parent: Element | null): Element =>
  name === 'svg' || parent?.namespaceURI === picture
    ? document.createElementNS(picture, name)
    : document.createElement(name);

const isOf = (node: Node | null, [name, { part = null }]: Shape): node is Element =>
  node !== null && (node as Element).localName === name && (node as Element).getAttribute('part') === part;

function fill(element: Element, mark: Shape): void {
  const attributes = mark[1];
  for (const name in attributes) {
    const value = attributes[name];
    if (typeof value === 'function') Reflect.set(element, name, value);
    else if (value === null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== `${value}`) element.setAttribute(name, `${value}`);
  }
  draw(element, mark, 2);
}

/** One drawing of each kind, as its first one left it. */
const samples = new Map<string, Element>();

/**
 * The element that a mark says: the one that is there, changed; else a changed copy of another drawing of its kind, which
 * takes half the time of one made anew.
 */
export function elementOf(mark: Shape, there: Element | null, kind: string): Element {
  if (there && isOf(there, mark)) {
    fill(there, mark);
    return there;
  }
  const sample = samples.get(kind);
  const element = sample ? (sample.cloneNode(true) as Element) : make(mark[0], null);
  fill(element, mark);
  if (!sample) samples.set(kind, element.cloneNode(true) as Element);
  return element;
}
