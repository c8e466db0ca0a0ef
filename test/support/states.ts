import type { GivenReport, GivenView, HealthSource, WidgetState } from '@hale/widgets';
import { notEnough, nothingYet, partial, ready, reportOf } from './reports.ts';
import { failed, told } from './sources.ts';

/** What every widget that shows a report can be given. */
export interface ReportElement extends HTMLElement {
  report: GivenReport | GivenView | null;
  source: HealthSource | null;
  account: string | null;
  readonly updateComplete: Promise<boolean>;
}

const fourDaysOld = () => reportOf({ asOf: new Date(Date.now() - 4.2 * 86_400_000).toISOString() });

function sourced(element: ReportElement, source: HealthSource): void {
  element.source = source;
  element.account = 'averlund';
}

/** How to bring any widget into each of its states. */
export const states: readonly (readonly [WidgetState, (element: ReportElement) => void])[] = [
  ['idle', () => {}],
  ['loading', (element) => sourced(element, told())],
  [
    'ready',
    (element) => {
      element.report = ready();
    },
  ],
  [
    'partial',
    (element) => {
      element.report = partial();
    },
  ],
  [
    'not-enough',
    (element) => {
      element.report = notEnough();
    },
  ],
  [
    'empty',
    (element) => {
      element.report = nothingYet();
    },
  ],
  ['stale', (element) => sourced(element, told(failed(fourDaysOld(), Date.now() + 120_000)))],
  ['error', (element) => sourced(element, told(failed()))],
];
