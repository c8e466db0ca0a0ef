import { html, nothing, type TemplateResult } from 'lit/html.js';
import { flagMark } from './flag-marks.ts';
import type { SignalReading } from './read-signals.ts';
import type { FlagSpeech } from './say-signals.ts';

/** The severest of the signals on one line, and how many more there are: for a table's row. `none` says that there are none, `age` how old they are where that is to be said. */
export function flagRow(
  signals: readonly SignalReading[],
  none: string,
  age: string,
  { words, formats }: FlagSpeech,
): TemplateResult {
  const [worst, ...rest] = signals;
  if (!worst) return html`<p class="small" part="headline"><bdi>${none}</bdi></p>`;
  const severity = worst.effect === 'risk' ? words.severe(words.severity[worst.severity]) : '';
  return html`<p class="in-row" part="flag">
    ${flagMark(worst)}<span class="unseen">${severity}</span>
    <span><bdi part="title">${worst.label}</bdi> ${rest.length ? html`<span class="small" part="more">${words.more(formats.number(rest.length))}</span>` : nothing} <span class="unseen">${age}</span></span>
  </p>`;
}
