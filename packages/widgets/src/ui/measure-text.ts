import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { cached } from './cached.ts';

/** One for all: nothing is ever drawn in it. */
let context: CanvasRenderingContext2D | null | undefined;

/** Widths measured, by font and text: hundreds of plots have the same numbers and months on them. */
const widths = new Map<string, number>();

/** Those on the page. */
const living = new Set<TextMeasure>();
/** How many of them have asked for their font in this frame. */
let asked = 0;

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
    living.add(this);
    this.#host.ownerDocument.fonts?.addEventListener('loadingdone', this.#loaded);
  }

  hostDisconnected(): void {
    living.delete(this);
    this.#family = null;
    this.#host.ownerDocument.fonts?.removeEventListener('loadingdone', this.#loaded);
  }

  /** Width of a line of text in px, at a size in px. */
  width(text: string, size: number, weight: number = 400): number {
    context ??= this.#host.ownerDocument.createElement('canvas').getContext('2d');
    // Where nothing can be measured, a character is taken to be wide.
    if (!context) return text.length * size * 0.65;
    const font = `${weight} ${size}px ${this.#family ?? this.#read()}`;
    const canvas = context;
    return cached(widths, `${font} ${text}`, () => {
      canvas.font = font;
      return canvas.measureText(text).width;
    });
  }

  /**
   * The font of this widget. Asked for one by one, each would have the browser work out the styles of what the one
   * before has just drawn: the second of a frame asks for those of all on the page, of which many are likely to follow.
   */
  #read(): string {
    if (asked++ === 0) {
      requestAnimationFrame(() => {
        asked = 0;
        for (const one of living) one.#family = null;
      });
    }
    for (const one of asked > 1 ? living : [this]) {
      one.#family ??= getComputedStyle(one.#host).fontFamily || 'sans-serif';
    }
    return this.#family ?? 'sans-serif';
  }

  #loaded = (): void => {
    widths.clear();
    this.#host.requestUpdate();
  };
}
