import { html, type TemplateResult } from 'lit/html.js';
import { flagMark } from './flag-marks.ts';
import type { Effect, Severity, SignalReading } from './read-signals.ts';
import type { FlagSpeech } from './say-signals.ts';

const severities: readonly Severity[] = ['high', 'medium', 'low'];

/** For a narrow column: how many signals there are, and how severe. `none` says that there are none. */
export function flagCounts(
  effect: Effect,
  signals: readonly SignalReading[],
  none: string,
  { words, formats }: FlagSpeech,
): TemplateResult {
  if (signals.length === 0) return html`<section><p class="figures" part="headline"><bdi>${none}</bdi></p></section>`;
  const name = (effect === 'risk' ? words.flags : words.signals)(signals.length);
  // Growth is not told apart by severity.
  const counts = (effect === 'risk' ? severities : [])
    .map((severity) => ({ severity, count: signals.filter((signal) => signal.severity === severity).length }))
    .filter(({ count }) => count > 0);
  return html`<section>
    <p class="figures" part="headline">
      <b class="figure-now">${formats.number(signals.length)}</b> <bdi>${name}</bdi>
    </p>
    <ul class="counts" part="list">
      ${counts.map(
        ({ severity, count }) => html`<li>
          ${flagMark({ effect, severity })}<bdi>${words.count(formats.number(count), severity)}</bdi>
        </li>`,
      )}
    </ul>
  </section>`;
}
