import { html, nothing, type TemplateResult } from 'lit';
import type { LocaleController } from './locale-controller.ts';
import type { ReportController } from './report-controller.ts';
import { stateMessages } from './state.messages.ts';
import type { Snapshot } from './widget-state.ts';

/** Whether there is no report to draw, so that `stateView` has the say. */
export function isBare(snapshot: Snapshot): boolean {
  return snapshot.report === null;
}

/** The word for a state without a report, why it is so, and the button that asks again. */
export function stateView(report: ReportController, locale: LocaleController): TemplateResult {
  const { state, error } = report.snapshot;
  const words = locale.say(stateMessages);
  if (state === 'error') {
    return html`<div class="state" part="state">
      <p class="state-word">${words.error}</p>
      <p class="small" part="reason">${error?.message ?? nothing}</p>
      ${report.canRetry ? retryButton(report, locale) : nothing}
    </div>`;
  }
  const word = state === 'loading' ? words.loading : state === 'empty' ? words.empty : words.idle;
  return html`<div class="state" part="state">
    <p class="state-word">${word}</p>
    ${state === 'empty' ? html`<p class="small" part="reason">${words.emptyWhy}</p>` : nothing}
  </div>`;
}

/** The button of the error and stale states, 24 px high at least. */
export function retryButton(report: ReportController, locale: LocaleController): TemplateResult {
  return html`<button class="button" part="retry" type="button" @click=${report.retry}>${locale.say(stateMessages).retry}</button>`;
}

/** When the report is of, how much was observed, and what is to be known of its state, in one line of small print. */
export function asOfLine({ reading, state, retryAt }: Snapshot, locale: LocaleController): string {
  const words = locale.say(stateMessages);
  const { formats } = locale;
  if (!reading) return '';
  const parts: string[] = [];
  if (state === 'stale') {
    if (reading.asOf !== null) {
      const hours = Math.floor((Date.now() - reading.asOf) / 3_600_000);
      parts.push(hours >= 1 ? words.age(Math.floor(hours / 24), hours) : words.fresh);
    }
    if (retryAt !== null) parts.push(words.again(Math.round((retryAt - Date.now()) / 60_000)));
    return parts.join('; ');
  }
  if (reading.asOf !== null) parts.push(words.asOf(formats.moment(reading.asOf)));
  if (reading.coverage !== null) {
    const share = formats.share(reading.coverage);
    const needed = state === 'not-enough' && reading.minimumCoverage !== null;
    parts.push(needed ? words.needed(share, formats.share(reading.minimumCoverage ?? 0)) : words.observed(share));
  }
  return parts.join('; ');
}
