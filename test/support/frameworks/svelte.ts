import type { GivenReport, ReportDetail } from '@hale/widgets';
import type {} from '@hale/widgets/types/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

declare const report: GivenReport;

type Gauge = SvelteHTMLElements['hale-gauge'];

// What Svelte's checker makes of a tag: an object of its attributes.
export const right: Gauge[] = [
  { score: 62, label: 'Acme', 'time-zone': 'UTC', layout: 'row', class: 'wide' },
  { report: report, 'onhale-report': ({ detail }) => detail satisfies ReportDetail },
  { 'on:hale-error': ({ detail, currentTarget }) => [detail.error.code, currentTarget.score] },
];

export const wrong: Gauge[] = [
  // @ts-expect-error: a score is a number.
  { score: 'many' },
  // @ts-expect-error: a report is an object.
  { report: '{}' },
  // @ts-expect-error: no layout of the gauge.
  { layout: 'column' },
  // @ts-expect-error: an error's detail has no such part.
  { 'onhale-error': ({ detail }) => detail.cause },
];
