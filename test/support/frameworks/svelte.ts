import type { GivenReport, ReportDetail } from '@hale/widgets';
import type {} from '@hale/widgets/types/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';
import type { Wrong } from './wrong.ts';

declare const report: GivenReport;

type Gauge = SvelteHTMLElements['hale-gauge'];

// What Svelte's checker makes of a tag: an object of its attributes.
export const right: Gauge[] = [
  { score: 62, label: 'Acme', 'time-zone': 'UTC', layout: 'row', class: 'wide' },
  { report: report, 'onhale-report': ({ detail }) => detail satisfies ReportDetail },
  { 'on:hale-error': ({ detail, currentTarget }) => [detail.error.code, currentTarget.score] },
];

export const wrong: Wrong<Gauge, 'onhale-error'> = [false, false, false, false];
