import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { LocaleController } from './locale-controller.ts';
import type { ReportController } from './report-controller.ts';
import { retryWord } from './state-words.ts';

export * from './state-words.ts';

/** The button of the error and stale states, 24 px high at least; nothing in others, or without a source to ask. */
export function retryButton(report: ReportController, locale: LocaleController): TemplateResult | typeof nothing {
  const word = retryWord(report, locale);
  return word === null
    ? nothing
    : html`<button class="button" part="retry" type="button" @click=${report.retry}>${word}</button>`;
}
