import '@hale/widgets/define/portfolio.js';
import { listed } from '../../test/support/accounts.ts';

const portfolio = document.createElement('hale-portfolio');
portfolio.portfolio = listed(10_000);
document.body.append(portfolio);

const scroll = {
  /** ms of each frame since asked for. */
  frames: [] as number[],

  watch(): void {
    let before = performance.now();
    scroll.frames = [];
    const frame = (now: number) => {
      scroll.frames.push(now - before);
      before = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  },

  /** How far down the rows are, in px. */
  top: () => portfolio.shadowRoot?.querySelector('[part~="grid"]')?.scrollTop ?? 0,
};

declare global {
  interface Window {
    scroll10k: typeof scroll;
  }
}
window.scroll10k = scroll;
