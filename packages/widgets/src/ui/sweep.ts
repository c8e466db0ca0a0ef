import type { Widget } from './widget.ts';

const duration = 160;

/**
 * Carries a drawn value to a new one in 160 ms, once, when it changes; never at first, nor under reduced motion. Gives
 * what says, of the value to be shown, which one to draw now. `null` has no place on a scale, so it starts afresh.
 */
export function sweep(host: Widget): (value: number | null) => number | null {
  let frame = 0;
  let shown: number | null = null;
  let from = 0;
  let to: number | null = null;
  let start = 0;

  const step = (now: number): void => {
    start ||= now;
    const part = Math.min(1, (now - start) / duration);
    if (to === null) return;
    shown = part === 1 ? to : from + (to - from) * (1 - (1 - part) ** 3);
    host.redraw();
    if (part < 1) frame = requestAnimationFrame(step);
  };

  host.addController({
    hostDisconnected() {
      cancelAnimationFrame(frame);
      shown = to = null;
    },
  });

  return (value) => {
    if (value === to) return shown;
    cancelAnimationFrame(frame);
    to = value;
    if (value === null || shown === null || matchMedia('(prefers-reduced-motion: reduce)').matches) shown = value;
    else {
      from = shown;
      start = 0;
      frame = requestAnimationFrame(step);
    }
    return shown;
  };
}
