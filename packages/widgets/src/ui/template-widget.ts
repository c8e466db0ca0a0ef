import { type nothing, render, type TemplateResult } from 'lit/html.js';
import { Widget } from './widget.ts';

/** A widget that draws by templates of Lit. */
export abstract class TemplateWidget extends Widget {
  protected abstract render(): TemplateResult | typeof nothing;

  protected override paint(root: ShadowRoot): void {
    render(this.render(), root, { host: this });
  }
}
