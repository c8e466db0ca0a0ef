import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { LocaleController } from './locale-controller.ts';
import type { ReportController } from './report-controller.ts';
import { retryWord } from './state-words.ts';

export * from './state-words.ts';

/** The button that asks again where an answer failed, 24 px high at least; nothing elsewhere, or without a source to ask. */
export function retryButton(report: ReportController, locale: LocaleController): TemplateResult | typeof nothing {
  const word = retryWord(report, locale);
  return word === null
    ? nothing
    : html`<button class="button" part="retry" type="button" @click=${report.retry}>${word}</button>`;
}
