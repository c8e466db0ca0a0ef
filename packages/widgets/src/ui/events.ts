import type { SourceError } from '../source/health-source.ts';
import type { GivenView } from './as-report.ts';
import type { GivenReport } from './score-reading.ts';
import type { WidgetState } from './widget-state.ts';

/** Of `hale-report`: a widget shows another report. */
export interface ReportDetail {
  /** The account asked for; null when the report was handed over. */
  readonly account: string | null;
  readonly report: GivenReport | GivenView;
  readonly state: WidgetState;
}

/** Of `hale-error`: a report did not come, or cannot be read. */
export interface ErrorDetail {
  readonly account: string | null;
  readonly error: Pick<SourceError, 'code' | 'message' | 'status'>;
  /** The last good report, still shown; null for none. */
  readonly report: GivenReport | GivenView | null;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'hale-report': CustomEvent<ReportDetail>;
    'hale-error': CustomEvent<ErrorDetail>;
  }
}

/** Sends a widget's event up through every shadow root on the way. */
export function announce(host: HTMLElement, name: 'hale-report', detail: ReportDetail): void;
export function announce(host: HTMLElement, name: 'hale-error', detail: ErrorDetail): void;
export function announce(host: HTMLElement, name: string, detail: ReportDetail | ErrorDetail): void {
  host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
