import * as React from 'react';
import { assign, attributeText, isFlag } from './assign.ts';

/** What a component takes beside its widget's own: what any element does. `children` stand in for the drawing. */
export type HostProps<Host extends HTMLElement> = Omit<React.HTMLAttributes<Host>, 'dangerouslySetInnerHTML'>;

/** Hears one of the widgets' events, with its typed `detail`. */
export type Handler<Name extends keyof HTMLElementEventMap> = (event: HTMLElementEventMap[Name]) => void;

/** A widget's component; its ref is the element. */
export type Component<Host extends HTMLElement, Props> = React.ForwardRefExoticComponent<
  Props & React.RefAttributes<Host>
>;

/** What there is to know of a widget. */
export interface Widget<Props> {
  /** The component's name in React's messages. */
  readonly name: string;
  readonly tag: string;
  /** Each property, with the attribute that says it in HTML; null where HTML cannot. */
  readonly properties: Readonly<Record<string, string | null>>;
  /** The event of each event prop. */
  readonly events: Readonly<Record<string, string>>;
  /** What to read where nothing is drawn, on servers too. Without it, children are just children. */
  fallback?(given: Props): string;
}

type Given = Readonly<Record<string, unknown>>;

// On a server nothing is laid out, and React 18 complains of effects that wait for it.
const useLayout = typeof document === 'undefined' ? React.useEffect : React.useLayoutEffect;

/**
 * Makes a component of a widget. What HTML can say, its attributes say, on a server too; in a page every property is
 * then set to exactly what was given, before the first paint. A prop that is taken away takes its default again.
 */
export function wrap<Host extends HTMLElement, Props extends object>(widget: Widget<Props>): Component<Host, Props> {
  // React 18 would write `hidden="false"`, which hides.
  const properties = Object.entries({ ...widget.properties, hidden: 'hidden', inert: 'inert' });
  const events = Object.entries(widget.events);
  const own = new Set(['className', 'children', ...[...properties, ...events].map(([prop]) => prop)]);

  const component = React.forwardRef<Host, object>((props, ref) => {
    const given: Given = { ...props };
    const host = React.useRef<Host>(null);
    const before = React.useRef<Given>({});

    useLayout(() => {
      const changed = properties.filter(([name]) => !Object.is(given[name], before.current[name]));
      for (const [name, attribute] of changed) if (host.current) assign(host.current, name, attribute, given[name]);
      before.current = given;
    });
    useLayout(() => {
      const heard = new AbortController();
      for (const [prop, event] of events) {
        const handler = given[prop];
        // The types of the props let nothing else through.
        if (handler) host.current?.addEventListener(event, handler as EventListener, { signal: heard.signal });
      }
      return () => heard.abort();
    });
    // React asks for it only while it is there.
    React.useImperativeHandle(ref, () => host.current as Host, []);

    const text = given.children === undefined ? words(widget, given) : undefined;
    const rest = Object.entries(given).filter(([prop]) => !own.has(prop));
    const shown = Object.fromEntries(rest.map(([prop, value]) => [prop, isFlag(prop, value) ? `${value}` : value]));
    for (const [name, attribute] of properties) if (attribute) shown[attribute] = attributeText(given[name]);
    // A server may write a date in other words than this browser does, and for another year when the year turns.
    const attributes = { suppressHydrationWarning: text !== undefined, ...shown, class: given.className, ref: host };
    return React.createElement(widget.tag, attributes, text ?? (given.children as React.ReactNode));
  });
  component.displayName = widget.name;
  // The caller says which props these are; nothing here depends on it.
  return component as Component<Host, Props>;
}

function words<Props>(widget: Widget<Props>, given: Given): string | undefined {
  try {
    // As above: the caller says which props these are.
    return widget.fallback?.(given as Props) || undefined;
  } catch {
    // The widget itself shows what is wrong with its report; the page around it stays.
    return undefined;
  }
}
