import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Formats, formatsOf } from './formats.ts';
import { catalogue, type MessageSet, say, spoken } from './messages.ts';

/** A widget that can be told the time zone its dates are written in. */
export interface LocaleHost extends ReactiveControllerHost, HTMLElement {
  timeZone: string;
}

/** The property that goes with the controller; spread it into a widget's properties. `UTC` until it is set. */
export const localeProperties = { timeZone: { attribute: 'time-zone', initial: 'UTC' } } as const;

/** The widgets on the page, which one observer and one listener serve: either may concern any of them. */
const living = new Set<ReactiveControllerHost>();
let observer: MutationObserver | undefined;
/** The documents and shadow roots that are observed. */
let roots = new WeakSet<Node>();

const redraw = (): void => {
  for (const host of living) host.requestUpdate();
};

function join(host: LocaleHost): void {
  if (living.size === 0) catalogue.addEventListener('change', redraw);
  living.add(host);
  observer ??= new MutationObserver(redraw);
  for (let node: Node | null = host; node; node = above(node)) {
    node = node.getRootNode();
    if (roots.has(node)) continue;
    roots.add(node);
    observer.observe(node, { attributeFilter: ['lang', 'dir'], subtree: true });
  }
}

function leave(host: LocaleHost): void {
  living.delete(host);
  if (living.size > 0) return;
  catalogue.removeEventListener('change', redraw);
  observer?.disconnect();
  observer = undefined;
  roots = new WeakSet();
}

/**
 * Speaks the language of the nearest ancestor with a `lang`, through every shadow root on the way,
 * and draws the widget anew when that language, its direction, or the catalogue, changes.
 */
export class LocaleController implements ReactiveController {
  #host: LocaleHost;

  constructor(host: LocaleHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Settled anew at each render. */
  lang = 'en';

  /** In the language of the words: English words beside German dates would be neither. */
  formats: Formats = formatsOf('en', 'UTC');

  /** The words of a set in the widget's language. */
  say<Words extends object>(set: MessageSet<Words>): Words {
    return say(set, this.lang);
  }

  hostConnected(): void {
    join(this.#host);
    if (this.lang !== langOf(this.#host)) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    leave(this.#host);
  }

  hostUpdate(): void {
    this.lang = langOf(this.#host);
    this.formats = formatsOf(spoken(this.lang), this.#host.timeZone);
  }
}

/** The language of the nearest ancestor with a `lang`, through every shadow root on the way; English without one. */
export function langOf(host: HTMLElement): string {
  for (let node: Node | null = host; node; node = above(node)) {
    const lang = node instanceof Element ? node.getAttribute('lang') : null;
    if (lang) return lang;
  }
  return 'en';
}

const above = (node: Node): Node | null => node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
