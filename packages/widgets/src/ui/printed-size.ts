import { SizeController } from './size-controller.ts';

/** Px across a sheet of A4 with the margins that browsers leave; Letter is a little wider. */
const paper = 700;

/**
 * The size of a widget that lays itself out by its width, on paper too: no script is told how wide a page will be
 * printed, so it is drawn for its share of a sheet while that is done, and as it was afterwards.
 */
export class PrintedSize extends SizeController {
  #onScreen: number | null = null;

  override hostConnected(): void {
    super.hostConnected();
    window.addEventListener('beforeprint', this);
    window.addEventListener('afterprint', this);
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    window.removeEventListener('beforeprint', this);
    window.removeEventListener('afterprint', this);
  }

  /** Browsers may say twice that they print, for a preview and for the printer. */
  handleEvent({ type }: Event): void {
    const share = paper / document.documentElement.clientWidth;
    const isNarrow = type === 'beforeprint' && share < 1;
    const onScreen = this.#onScreen ?? this.width ?? 0;
    this.measure(Math.floor(isNarrow ? onScreen * share : onScreen));
    this.#onScreen = isNarrow ? onScreen : null;
  }
}
