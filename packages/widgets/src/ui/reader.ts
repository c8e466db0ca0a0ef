import { html, nothing, type TemplateResult } from 'lit';

/** A plot that is read point by point, by pointer and by keyboard. */
export interface Reader {
  /** What is read, for assistive technology. */
  readonly label: string;
  /** All that the plot shows, in words. */
  readonly description: string;
  /** The point read, of those from 0 to `last`, and how it reads. */
  readonly at: number;
  readonly last: number;
  readonly text: string | null;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onMove: (event: PointerEvent) => void;
  readonly onLeave: () => void;
}

/**
 * A hidden plot behind its description, in one stop of the tab order. To assistive technology it is a slider:
 * the one role whose arrow keys every screen reader hands over, and whose text it speaks as it changes.
 */
export function readable(plot: TemplateResult, reader: Reader): TemplateResult {
  return html`<p class="unseen" id="description" part="description">${reader.description}</p>
    <div
      class="plot"
      part="plot"
      role="slider"
      tabindex="0"
      aria-label=${reader.label}
      aria-describedby="description"
      aria-valuemin="0"
      aria-valuemax=${reader.last}
      aria-valuenow=${reader.at}
      aria-valuetext=${reader.text ?? nothing}
      @keydown=${reader.onKey}
      @blur=${reader.onLeave}
      @pointermove=${reader.onMove}
      @pointerleave=${reader.onLeave}
    >
      ${plot}
    </div>`;
}

/** Which keys read a plot, in words; shown while the plot has the keyboard. Each entry: the keys, and what they do. */
export function keyHelp(keys: readonly (readonly [names: readonly string[], does: string])[]): TemplateResult {
  return html`<p class="small keys" part="keys">
    ${keys.map(([names, does]) => html`<span>${names.map((name) => html`<kbd>${name}</kbd>`)}${does}</span>`)}
  </p>`;
}
