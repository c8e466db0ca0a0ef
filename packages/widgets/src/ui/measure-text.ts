import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { cached } from './cached.ts';

/** One for all: nothing is ever drawn in it. */
let context: CanvasRenderingContext2D | null | undefined;

/** Widths measured, by font and text: hundreds of plots have the same numbers and months on them. */
const widths = new Map<string, number>();

/** Those on the page whose font has not been asked for yet. */
const unread = new Set<TextMeasure>();

/** Measures words in the font a widget is shown in, and draws it anew when a font arrives late. */
export class TextMeasure implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  /** As it is in this frame. */
  #family: string | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    unread.add(this);
    this.#host.ownerDocument.fonts?.addEventListener('loadingdone', this.#loaded);
  }

  hostDisconnected(): void {
    unread.delete(this);
    this.#host.ownerDocument.fonts?.removeEventListener('loadingdone', this.#loaded);
  }

  /** Width of a line of text in px, at a size in px. */
  width(text: string, size: number, weight: number = 400): number {
    context ??= this.#host.ownerDocument.createElement('canvas').getContext('2d');
    // Where nothing can be measured, a character is taken to be wide.
    if (!context) return text.length * size * 0.65;
    const font = `${weight} ${size}px ${this.#family ?? this.#read()}`;
    const canvas = context;
    if (widths.size > 500) widths.clear();
    return cached(widths, `${font} ${text}`, () => {
      canvas.font = font;
      return canvas.measureText(text).width;
    });
  }

  /**
   * The font of this widget, and of all that have come with it. Asked for one by one, each would have the browser work
   * out the styles of what the one before has just drawn.
   */
  #read(): string {
    const all = [...unread.add(this)];
    unread.clear();
    for (const one of all) one.#family = getComputedStyle(one.#host).fontFamily || 'sans-serif';
    requestAnimationFrame(() => {
      for (const one of all) one.#family = null;
    });
    return this.#family ?? 'sans-serif';
  }

  #loaded = (): void => {
    widths.clear();
    this.#host.requestUpdate();
  };
}
