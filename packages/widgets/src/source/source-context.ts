import type { HealthSource } from './health-source.ts';

/** The name under which a source is asked for and provided. One for every copy of the package in a page. */
export const sourceContext: unique symbol = Symbol.for('hale.source');

/** Takes the source of a provider, at once and whenever it changes, until `leave` is called. */
export type TakeSource = (source: HealthSource | null, leave?: () => void) => void;

/**
 * What a widget sends up to ask for a source, or a provider to say that it is there: events of the Context Community
 * Protocol, so that providers of other making can answer. https://github.com/webcomponents-cg/community-protocols
 */
export interface ContextEvent extends Event {
  readonly context: unknown;
  readonly contextTarget: Element;
  readonly callback: TakeSource;
  /** Whether the source is to be told again when it changes. */
  readonly subscribe?: boolean;
}

/** Sends such an event up from `target`, through every shadow root on the way. */
export function sendUp(name: 'context-request' | 'context-provider', target: Element, callback?: TakeSource): void {
  const event = new Event(name, { bubbles: true, composed: true });
  target.dispatchEvent(
    Object.assign(event, { context: sourceContext, contextTarget: target, callback, subscribe: true }),
  );
}
