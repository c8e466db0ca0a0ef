/** @jsxImportSource preact */
import type { GivenReport, ReportDetail } from '@hale/widgets';
import type {} from '@hale/widgets/types/preact';
import { createRef, type JSX } from 'preact';
import type { Wrong } from './wrong.ts';

declare const report: GivenReport;

const ref = createRef<HTMLElementTagNameMap['hale-gauge']>();

export const right = (
  <hale-provider class="wide">
    <hale-gauge ref={ref} score={62} label="Acme" time-zone="UTC" layout="row" id="one" />
    <hale-trend-line points={[{ at: '2026-01-05', score: 62 }]} days={28} />
    <hale-gauge report={report} onhale-report={({ detail }) => detail satisfies ReportDetail} />
    <hale-playbook
      done={[{ step: 0, at: '2026-11-10' }]}
      onhale-playbook-step={({ detail }) => detail.step.toFixed()}
    />
    <hale-portfolio onhale-account={({ currentTarget }) => currentTarget.search.trim()} />
  </hale-provider>
);

export const wrong: Wrong<JSX.IntrinsicElements['hale-gauge'], 'onhale-error'> = [false, false, false, false];
