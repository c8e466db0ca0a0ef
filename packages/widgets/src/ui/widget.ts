import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isDeveloping, warnUnfit } from '#developing';
import { type Styles, textOf } from './css.ts';

/** What a property is: its own attribute in small letters, one of another name, or none; text as it is, or converted. */
export interface PropertyForm {
  /** What it is where it is not set, or set to null; null where absent. */
  readonly initial?: unknown;
  readonly attribute?: string | boolean;
  /** What a text is read as; null, for no attribute, stays null. */
  readonly converter?: (text: string) => unknown;
  /** Whether a value, set and not empty, is of use; the console is told of one that is not, and what was `expected`. */
  readonly takes?: (value: unknown) => boolean;
  readonly expected?: string;
}

// On a server a widget has but its fallback.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** The attribute of a property; null for none. */
export const attributeOf = (name: string, { attribute = true }: PropertyForm): string | null =>
  attribute === true ? name.toLowerCase() : attribute || null;

/** One sheet a class, which all of its elements share. */
const sheets = new Map<Styles, CSSStyleSheet>();

/**
 * What every element here is: properties with attributes, controllers as Lit calls them, and one drawing for all that
 * changed together. How it draws, a widget says in `paint`.
 */
export abstract class Widget extends Base implements ReactiveControllerHost {
  static readonly styles: Styles = [];
  static readonly properties: Readonly<Record<string, PropertyForm>> = {};

  /** Read once, when the element is defined: it is then that its properties come to be. */
  static get observedAttributes(): string[] {
    // biome-ignore lint/complexity/noThisInStatic: it is the class that is being defined, which extends this one.
    const { properties, prototype } = this;
    const forms = Object.entries(properties);
    for (const [name, form] of forms) {
      const { initial = null } = form;
      Object.defineProperty(prototype, name, {
        configurable: true,
        enumerable: true,
        get(this: Widget) {
          return this.#values[name] ?? initial;
        },
        set(this: Widget, given: unknown) {
          // Some frameworks set as properties what a page writes as attributes.
          const value = typeof given === 'string' && form.converter ? form.converter(given) : given;
          if (Object.is(value, Reflect.get(this, name))) return;
          this.#values[name] = value;
          if (isDeveloping) warnUnfit(`${name} of <${this.localName}>`, value, form);
          this.requestUpdate();
        },
      });
    }
    return forms.flatMap(([name, form]) => attributeOf(name, form) ?? []);
  }

  #values: Record<string, unknown> = {};
  /** Properties set on the element before it was one of these, until they are taken over. */
  #early: Record<string, unknown> = {};
  #controllers: ReactiveController[] = [];
  #root: ShadowRoot | null = null;
  #isPending = false;

  /** Whether it has been drawn once. */
  hasUpdated = false;
  /** Whether what is being drawn may be other than before; else it is drawn at another size, or with another point read. */
  hasNews = true;

  constructor() {
    super();
    for (const name in formsOf(this)) {
      if (!Object.hasOwn(this, name)) continue;
      this.#early[name] = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
    }
  }

  /** Draws into the shadow root what is to be seen now. */
  protected abstract paint(root: ShadowRoot): void;

  /** Resolves once what has been asked for is drawn: true, unless drawing it asked for more. */
  get updateComplete(): Promise<boolean> {
    return Promise.resolve().then(() => !this.#isPending);
  }

  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
    if (this.#root && this.isConnected) controller.hostConnected?.();
  }

  removeController(controller: ReactiveController): void {
    this.#controllers = this.#controllers.filter((each) => each !== controller);
  }

  /** Reads and draws anew, once, before the next frame; not before the element is in a document for the first time. */
  requestUpdate(): void {
    this.hasNews = true;
    this.redraw();
  }

  /** Draws anew what has been read already. */
  redraw(): void {
    if (this.#isPending || !this.#root) return;
    this.#isPending = true;
    queueMicrotask(() => this.#update());
  }

  connectedCallback(): void {
    if (!this.#root) {
      this.#root = this.attachShadow({ mode: 'open' });
      this.#root.adoptedStyleSheets = [sheetOf(this)];
    }
    Object.assign(this, this.#early);
    this.#early = {};
    this.#tell('hostConnected');
    if (!this.hasUpdated) this.requestUpdate();
  }

  disconnectedCallback(): void {
    this.#tell('hostDisconnected');
  }

  attributeChangedCallback(attribute: string, _: string | null, text: string | null): void {
    for (const [name, form] of Object.entries(formsOf(this))) {
      if (attributeOf(name, form) === attribute) Reflect.set(this, name, text);
    }
  }

  /** What follows from what has been drawn. */
  protected updated(): void {}

  #update(): void {
    try {
      this.#tell('hostUpdate');
      if (this.#root) this.paint(this.#root);
    } finally {
      this.#isPending = this.hasNews = false;
      this.hasUpdated = true;
    }
    this.#tell('hostUpdated');
    this.updated();
  }

  #tell(what: keyof ReactiveController): void {
    for (const controller of this.#controllers) controller[what]?.();
  }
}

const formsOf = (widget: Widget) => (widget.constructor as typeof Widget).properties;

function sheetOf(widget: Widget): CSSStyleSheet {
  const { styles } = widget.constructor as typeof Widget;
  let sheet = sheets.get(styles);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(textOf(styles));
    sheets.set(styles, sheet);
  }
  return sheet;
}
