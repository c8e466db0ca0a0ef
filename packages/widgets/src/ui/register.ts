import { version } from './version.ts';

/** A widget's class, as `register` needs it. */
export interface WidgetClass extends CustomElementConstructor {
  readonly tag: string;
  readonly version?: string;
}

/**
 * Defines a widget under its tag. The first one in a page stays: a second of the same version is silent, one of
 * another version warns, and nothing is ever thrown. Does nothing where there are no custom elements.
 */
export function register(widget: WidgetClass): void {
  if (typeof customElements === 'undefined') return;
  const there = customElements.get(widget.tag) as Partial<WidgetClass> | undefined;
  if (!there) {
    Object.assign(widget, { version });
    customElements.define(widget.tag, widget);
  } else if (there !== widget && there.version !== version) {
    console.warn(
      `hale: <${widget.tag}> is already defined, in version ${there.version ?? 'unknown'}; ` +
        `version ${version} is not used. Load one version of @hale/widgets.`,
    );
  }
}
