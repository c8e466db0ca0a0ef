/** What the benchmark of scrolling asks a page of. */
export interface Scrolled {
  /** ms of each frame since asked for. */
  frames: number[];
  watch(): void;
  /** How far down the rows are, in px. */
  top(): number;
  isDrawn(): boolean;
}

declare global {
  interface Window {
    scroll10k: Scrolled;
  }
}

/** Offers a page to the benchmark: the box that scrolls, once there is one. */
export function offer(box: () => Element | null | undefined, isDrawn: () => boolean): void {
  const scrolled: Scrolled = {
    frames: [],
    watch() {
      let before = performance.now();
      scrolled.frames = [];
      const frame = (now: number) => {
        scrolled.frames.push(now - before);
        before = now;
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    },
    top: () => box()?.scrollTop ?? 0,
    isDrawn,
  };
  window.scroll10k = scrolled;
}
