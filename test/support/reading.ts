import { part, settled } from './mount.ts';

/** Presses a key on the plot of a widget, as if it had the keyboard, and waits until the answer is drawn. */
export async function press(element: Element, key: string, modifiers: EventModifierInit = {}): Promise<void> {
  const init = { ...modifiers, key, bubbles: true, composed: true, cancelable: true };
  part(element, 'plot').dispatchEvent(new KeyboardEvent('keydown', init));
  await settled(element);
}

/** Where the words of an element begin and end, in px from the page's left edge, whichever box they are in. */
export function wordsOf(element: Element): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

/** What a button saves: the name of the file and the text in it. Nothing is written to disk. */
export async function savedBy(button: HTMLElement): Promise<{ name: string; text: string }> {
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  const blobs: Blob[] = [];
  const names: string[] = [];
  URL.createObjectURL = (blob: Blob) => {
    blobs.push(blob);
    return createObjectURL.call(URL, blob);
  };
  HTMLAnchorElement.prototype.click = function () {
    names.push(this.download);
  };
  button.click();
  URL.createObjectURL = createObjectURL;
  HTMLAnchorElement.prototype.click = click;
  const [blob] = blobs;
  if (!blob || names[0] === undefined) throw new Error('Nothing was saved.');
  return { name: names[0], text: (await blob.text()).replace(/^\uFEFF/, '') };
}
