import type { GivenReport, ReportDetail } from '@hale/widgets';
import type {} from '@hale/widgets/types/vue';
import type { GlobalComponents } from 'vue';
import type { Wrong } from './wrong.ts';

declare const report: GivenReport;

type Gauge = InstanceType<GlobalComponents['hale-gauge']>;
type Props = Gauge['$props'];

// What Vue's checker makes of a tag: an object of its attributes and listeners.
export const right: Props[] = [
  { score: 62, label: 'Acme', timeZone: 'UTC', layout: 'row', class: 'wide' },
  { report: report, onHaleReport: ({ detail }) => detail satisfies ReportDetail },
];
export const told = (emit: Gauge['$emit'], event: CustomEvent<ReportDetail>) => emit('hale-report', event);

export const wrong: Wrong<Props, 'onHaleError'> = [false, false, false, false];
