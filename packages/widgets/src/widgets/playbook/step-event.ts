/** Of `hale-playbook-step`: the reader has ticked a step, or taken the tick back. */
export interface PlaybookStepDetail {
  /** Id of the playbook; null for steps given without one. */
  readonly playbook: string | null;
  /** Place of the step, from 0, and its words. */
  readonly step: number;
  readonly text: string;
  /** What the reader asks for. */
  readonly done: boolean;
  /** Id of the account; null where it is not known. */
  readonly account: string | null;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'hale-playbook-step': CustomEvent<PlaybookStepDetail>;
  }
}

/** Sends the event up through every shadow root; false when the page takes care of it itself (`preventDefault`). */
export function tellStep(host: HTMLElement, detail: PlaybookStepDetail): boolean {
  return host.dispatchEvent(
    new CustomEvent('hale-playbook-step', { detail, bubbles: true, composed: true, cancelable: true }),
  );
}
