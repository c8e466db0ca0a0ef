import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ReportController } from './report-controller.ts';

export * from './state-words.ts';

/** The button that asks again where an answer failed, 24 px high at least; nothing elsewhere, or without a source to ask. */
export function retryButton({ retryWord, retry }: ReportController): TemplateResult | typeof nothing {
  return retryWord === null
    ? nothing
    : html`<button class="button" part="retry" type="button" @click=${retry}>${retryWord}</button>`;
}
