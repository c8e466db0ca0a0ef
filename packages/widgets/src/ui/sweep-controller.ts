import type { ReactiveController } from 'lit';
import type { Widget } from './widget.ts';

const duration = 160;

/** Carries a drawn value to a new one in 160 ms, once, when it changes; never at first, nor under reduced motion. */
export class SweepController implements ReactiveController {
  #host: Widget;
  #frame = 0;
  #shown: number | null = null;
  #from = 0;
  #to: number | null = null;
  #start: number | null = null;

  constructor(host: Widget) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#shown = this.#to = null;
  }

  /** The value to draw now, on the way to `value`. `null` has no place on a scale, so it starts afresh. */
  toward(value: number | null): number | null {
    if (value === this.#to) return this.#shown;
    if (this.#frame) cancelAnimationFrame(this.#frame);
    const still = value === null || this.#shown === null || matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#to = value;
    if (still) this.#shown = value;
    else {
      this.#from = this.#shown ?? 0;
      this.#start = null;
      this.#frame = requestAnimationFrame(this.#step);
    }
    return this.#shown;
  }

  #step = (now: number): void => {
    this.#start ??= now;
    const part = Math.min(1, (now - this.#start) / duration);
    const eased = 1 - (1 - part) ** 3;
    if (this.#to === null) return;
    this.#shown = part === 1 ? this.#to : this.#from + (this.#to - this.#from) * eased;
    this.#host.redraw();
    if (part < 1) this.#frame = requestAnimationFrame(this.#step);
  };
}
