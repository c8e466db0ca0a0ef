import { connect } from '../../source/follow.ts';
import type { HealthSource } from '../../source/health-source.ts';
import { isShowing, type Shown } from '../../source/shown.ts';
import { type ContextEvent, sendUp, sourceContext, type TakeSource } from '../../source/source-context.ts';
import { css } from '../../ui/css.ts';
import { oneOf } from '../../ui/properties.ts';
import { Widget } from '../../ui/widget.ts';

/**
 * Hands one source, and how close rows are set, down to every widget inside it; from a client also the account, the
 * language and the theme, where it says them.
 *
 * @element hale-provider
 * @slot - The page, with widgets anywhere in it.
 * @prop {HealthSource | null} source - Where reports come from.
 * @attr density - How close the widgets inside set their rows: `compact` or `comfortable`; as around it when absent.
 *
 * @cssprop --hale-density - The share of the room between rows: 1 unless set, 0.5 for compact.
 *
 * @fires {CustomEvent<ReportDetail>} hale-report - A widget inside shows another report; its event comes up through here.
 * @fires {CustomEvent<ErrorDetail>} hale-error - A widget inside has no report, or cannot read it.
 */
export class Provider extends Widget {
  static readonly tag = 'hale-provider';
  static override styles = css`
    :host {
      display: contents;
    }
    .compact {
      --hale-density: 0.5;
    }
    .comfortable {
      --hale-density: 1;
    }
  `;
  static override properties = {
    source: { attribute: false },
    density: { ...oneOf('compact', 'comfortable'), initial: null },
  };

  declare source: HealthSource | null;
  /** How close the widgets inside set their rows: `compact` or `comfortable`; as around it when absent. */
  declare density: 'compact' | 'comfortable' | null;

  /** Who has taken the source: who asked, and how each takes leave. */
  #takers = new Map<TakeSource, { readonly target: Element; readonly leave: () => void }>();

  /** The source that those below have been told of. */
  #told: HealthSource | null = null;

  /** What the source says is shown, until it is left. */
  #shown: Shown = { account: null, language: null, theme: null };
  #unfollow: (() => void) | null = null;
  /** The accounts that widgets have from here, and none of their own. */
  #given = new Map<Element, string>();

  constructor() {
    super();
    connect();
    this.addEventListener('context-request', (event) => this.#answer(event));
    this.addEventListener('context-provider', (event) => this.#giveWay(event));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#follow();
    sendUp('context-provider', this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow?.();
    this.#unfollow = null;
  }

  protected override paint(root: ShadowRoot): void {
    const slot = root.querySelector('slot') ?? root.appendChild(document.createElement('slot'));
    // What is slotted inherits from the slot.
    slot.className = this.density ?? '';
    if (this.source !== this.#told) {
      this.#told = this.source;
      this.#follow();
      for (const [take, { leave }] of this.#takers) take(this.source, leave);
    }
    slot.style.colorScheme = this.#shown.theme ?? '';
  }

  #follow(): void {
    this.#unfollow?.();
    this.#unfollow = null;
    if (isShowing(this.#told)) this.#unfollow = this.#told.follow((shown) => this.#show(shown));
    else this.#show({ account: null, language: null, theme: null });
  }

  #show(shown: Shown): void {
    const { language } = this.#shown;
    this.#shown = shown;
    if (shown.language !== null) this.lang = shown.language;
    else if (language !== null && this.lang === language) this.removeAttribute('lang');
    for (const { target } of this.#takers.values()) this.#give(target);
    this.requestUpdate();
  }

  /** Has a widget without an account of its own show the one that is shown. */
  #give(target: Element & { account?: unknown }, account = this.#shown.account): void {
    const own = target.account ?? null;
    if (!('account' in target) || (own !== null && own !== this.#given.get(target))) return;
    if (account === null) this.#given.delete(target);
    else this.#given.set(target, account);
    if (own !== account) target.account = account;
  }

  #answer(event: Event): void {
    const { callback: take, subscribe, contextTarget: target } = event as ContextEvent;
    if (!this.#isForUs(event)) return;
    if (!subscribe) {
      take(this.source);
      return;
    }
    const leave = () => {
      this.#takers.delete(take);
      this.#give(target, null);
    };
    const taker = this.#takers.get(take) ?? { target, leave };
    this.#takers.set(take, taker);
    take(this.source, taker.leave);
    // Where another provider has just taken leave, the account is the one from here.
    this.#give(target);
  }

  // Another provider has come to life inside: those it surrounds are its own from now on.
  #giveWay(event: Event): void {
    if (!this.#isForUs(event)) return;
    for (const [take, { target }] of [...this.#takers]) sendUp('context-request', target, take);
  }

  /** Whether an event that came up is about a source, and not sent by this provider; then it goes no further. */
  #isForUs(event: Event): boolean {
    const { context, contextTarget } = event as ContextEvent;
    if (context !== sourceContext || (contextTarget ?? event.composedPath()[0]) === this) return false;
    event.stopPropagation();
    return true;
  }
}
