import { stopToday } from '../../packages/widgets/src/fixtures/stop-today.ts';

// The reports of the tests are of this year, whenever the tests run.
stopToday('2026-11-22');

/** What of a lit element the tests wait for. */
interface Updating extends HTMLElement {
  readonly updateComplete?: Promise<boolean>;
}

const mounted = new Set<Element>();

/** Resolves when everything under an element has been measured and drawn. */
export async function settled(root: Element = document.body): Promise<void> {
  // One frame for the size to be measured, one for what follows from it.
  for (let frame = 0; frame < 2; frame++) {
    await new Promise(requestAnimationFrame);
    for (const element of root.querySelectorAll<Updating>('*')) await element.updateComplete;
    if ('updateComplete' in root) await (root as Updating).updateComplete;
  }
}

/**
 * Puts HTML into a box `width` px wide at the end of the body and resolves with its first element once it is drawn.
 * `unmountAll` takes it away.
 */
export async function mount<T extends HTMLElement = HTMLElement>(html: string, width: number = 480): Promise<T> {
  const box = document.createElement('div');
  box.style.setProperty('width', `${width}px`);
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  box.append(...parsed.body.childNodes);
  return place<T>(box);
}

/** Puts an element made by a test into such a box, and resolves with it once it is drawn. */
export async function mountElement<T extends HTMLElement>(element: T, width: number = 480): Promise<T> {
  const box = document.createElement('div');
  box.style.setProperty('width', `${width}px`);
  box.append(element);
  return place<T>(box);
}

async function place<T extends HTMLElement>(box: HTMLElement): Promise<T> {
  document.body.append(box);
  mounted.add(box);
  await settled(box);
  // The caller says what it put there.
  return box.firstElementChild as T;
}

/** Removes all that was mounted; call it after each test. */
export function unmountAll(): void {
  for (const element of mounted) element.remove();
  mounted.clear();
}

/** The text a reader sees in a widget, with spaces folded; what is not displayed is left out. */
export function textOf(element: Element): string {
  const walker = document.createTreeWalker(element.shadowRoot ?? element, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (parentElement && parentElement.getClientRects().length > 0) texts.push(textContent ?? '');
  }
  return texts.join(' ').replace(/\s+/g, ' ').trim();
}

/** The element of a widget that has a part's name, or a failure that says which is missing. */
export function part<T extends Element = HTMLElement>(element: Element, name: string): T {
  const found = element.shadowRoot?.querySelector<T>(`[part~="${name}"]`);
  if (!found) throw new Error(`<${element.localName}> shows no part "${name}".`);
  return found;
}

/** Whether a widget is in a state, as CSS sees it. */
export function isIn(element: Element, state: string): boolean {
  return element.matches(`:state(${state})`);
}
