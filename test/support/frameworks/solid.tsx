/** @jsxImportSource solid-js */
import type { GivenReport, ReportDetail } from '@hale/widgets';
import type {} from '@hale/widgets/types/solid';
import type { JSX } from 'solid-js';
import type { Wrong } from './wrong.ts';

declare const report: GivenReport;

export const right = (
  <hale-provider class="wide">
    <hale-gauge score={62} label="Acme" time-zone="UTC" layout="row" id="one" />
    <hale-trend-line points={[{ at: '2026-01-05', score: 62 }]} days={28} />
    <hale-gauge report={report} on:hale-report={({ detail }) => detail satisfies ReportDetail} />
    <hale-playbook
      done={[{ step: 0, at: '2026-11-10' }]}
      on:hale-playbook-step={({ detail }) => detail.step.toFixed()}
    />
    <hale-portfolio on:hale-account={({ currentTarget }) => currentTarget.search.trim()} />
  </hale-provider>
);

export const wrong: Wrong<JSX.IntrinsicElements['hale-gauge'], 'on:hale-error'> = [false, false, false, false];
