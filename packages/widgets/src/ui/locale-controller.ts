import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Formats, formatsOf } from './formats.ts';
import { catalogue, type MessageSet, say, spoken } from './messages.ts';

/** A widget that can be told the time zone its dates are written in. */
export interface LocaleHost extends ReactiveControllerHost, HTMLElement {
  timeZone: string;
}

/** The property that goes with the controller; spread it into a widget's properties. Its default is `UTC`. */
export const localeProperties = { timeZone: { attribute: 'time-zone' } } as const;

/**
 * Speaks the language of the nearest ancestor with a `lang`, through every shadow root on the way,
 * and draws the widget anew when that language, its direction, or the catalogue, changes.
 */
export class LocaleController implements ReactiveController {
  #host: LocaleHost;
  #observer: MutationObserver | null = null;

  constructor(host: LocaleHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Settled anew at each render. */
  lang = 'en';

  /** In the language of the words: English words beside German dates would be neither. */
  get formats(): Formats {
    return formatsOf(spoken(this.lang), this.#host.timeZone);
  }

  /** Whether the widget is read from right to left. */
  get isMirrored(): boolean {
    return getComputedStyle(this.#host).direction === 'rtl';
  }

  /** The words of a set in the widget's language. */
  say<Words extends object>(set: MessageSet<Words>): Words {
    return say(set, this.lang);
  }

  hostConnected(): void {
    catalogue.addEventListener('change', this.#changed);
    this.#observer = new MutationObserver(this.#changed);
    for (let node: Node | null = this.#host; node; node = above(node)) {
      const root = node.getRootNode();
      this.#observer.observe(root, { attributes: true, attributeFilter: ['lang', 'dir'], subtree: true });
      node = root;
    }
    if (this.lang !== langOf(this.#host)) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    catalogue.removeEventListener('change', this.#changed);
    this.#observer?.disconnect();
    this.#observer = null;
  }

  hostUpdate(): void {
    this.lang = langOf(this.#host);
  }

  #changed = (): void => {
    this.#host.requestUpdate();
  };
}

function langOf(host: HTMLElement): string {
  for (let node: Node | null = host; node; node = above(node)) {
    const lang = node instanceof Element ? node.getAttribute('lang') : null;
    if (lang) return lang;
  }
  return 'en';
}

const above = (node: Node): Node | null => node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
