import { html, type TemplateResult } from 'lit/html.js';

/** What stands in the place of rows that are to come. */
export const toCome: TemplateResult = html`<div class="to-come"></div>`;
