import type { GivenReport, ReportDetail } from '@hale/widgets';
import type {} from '@hale/widgets/types/vue';
import type { GlobalComponents } from 'vue';

declare const report: GivenReport;

type Gauge = InstanceType<GlobalComponents['hale-gauge']>;
type Props = Gauge['$props'];

// What Vue's checker makes of a tag: an object of its attributes and listeners.
export const right: Props[] = [
  { score: 62, label: 'Acme', timeZone: 'UTC', layout: 'row', class: 'wide' },
  { report: report, onHaleReport: ({ detail }) => detail satisfies ReportDetail },
];
export const told = (emit: Gauge['$emit'], event: CustomEvent<ReportDetail>) => emit('hale-report', event);

export const wrong: Props[] = [
  // @ts-expect-error: a score is a number.
  { score: 'many' },
  // @ts-expect-error: a report is an object.
  { report: '{}' },
  // @ts-expect-error: no layout of the gauge.
  { layout: 'column' },
  // @ts-expect-error: an error's detail has no such part.
  { onHaleError: ({ detail }) => detail.cause },
];
// @ts-expect-error: there is no such event.
export const untold = (emit: Gauge['$emit']) => emit('hale-reports');
