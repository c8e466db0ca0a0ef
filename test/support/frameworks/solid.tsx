/** @jsxImportSource solid-js */
import type { GivenReport, ReportDetail } from '@hale/widgets';
import type {} from '@hale/widgets/types/solid';

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

export const wrong = {
  // @ts-expect-error: a score is a number.
  score: <hale-gauge score="many" />,
  // @ts-expect-error: a report is an object.
  report: <hale-gauge report="{}" />,
  // @ts-expect-error: no layout of the gauge.
  layout: <hale-gauge layout="column" />,
  // @ts-expect-error: an error's detail has no such part.
  detail: <hale-gauge on:hale-error={({ detail }) => detail.cause} />,
  // @ts-expect-error: there is no such element.
  element: <hale-gauges />,
};
