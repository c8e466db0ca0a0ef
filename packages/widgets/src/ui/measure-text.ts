import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Measures words in the font a widget is shown in, and draws it anew when a font arrives late. */
export class TextMeasure implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #context: CanvasRenderingContext2D | null = null;
  #family: string | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.ownerDocument.fonts?.addEventListener('loadingdone', this.#loaded);
  }

  hostDisconnected(): void {
    this.#host.ownerDocument.fonts?.removeEventListener('loadingdone', this.#loaded);
  }

  hostUpdate(): void {
    this.#family = null;
  }

  /** Width of a line of text in px, at a size in px. */
  width(text: string, size: number, weight: number = 400): number {
    this.#context ??= this.#host.ownerDocument.createElement('canvas').getContext('2d');
    // Where nothing can be measured, a character is taken to be wide.
    if (!this.#context) return text.length * size * 0.65;
    this.#family ??= getComputedStyle(this.#host).fontFamily || 'sans-serif';
    this.#context.font = `${weight} ${size}px ${this.#family}`;
    return this.#context.measureText(text).width;
  }

  #loaded = (): void => {
    this.#host.requestUpdate();
  };
}
