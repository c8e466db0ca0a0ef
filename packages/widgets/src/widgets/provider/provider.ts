import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { HealthSource } from '../../source/health-source.ts';
import { sourceContext } from '../../source/source-context.ts';

/**
 * Hands one source down to every widget inside it.
 *
 * @element hale-provider
 * @slot - The page, with widgets anywhere in it.
 * @prop {HealthSource | null} source - Where reports come from.
 *
 * @fires {CustomEvent<ReportDetail>} hale-report - A widget inside shows another report; its event comes up through here.
 * @fires {CustomEvent<ErrorDetail>} hale-error - A widget inside has no report, or cannot read it.
 */
export class Provider extends LitElement {
  static readonly tag = 'hale-provider';
  static override styles = css`
    :host {
      display: contents;
    }
  `;
  static override properties = { source: { attribute: false } };

  declare source: HealthSource | null;

  #context = new ContextProvider(this, { context: sourceContext, initialValue: null });

  constructor() {
    super();
    this.source = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('source')) this.#context.setValue(this.source);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
