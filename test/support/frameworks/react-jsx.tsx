/** @jsxImportSource react */
import type { GivenReport, ReportDetail } from '@hale/widgets';
import type {} from '@hale/widgets/types/react-jsx';
import { createRef } from 'react';

declare const report: GivenReport;

const ref = createRef<HTMLElementTagNameMap['hale-gauge']>();

export const right = (
  <hale-provider className="wide">
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

export const wrong = [
  // @ts-expect-error: a score is a number.
  <hale-gauge key="1" score="many" />,
  // @ts-expect-error: a report is an object.
  <hale-gauge key="2" report="{}" />,
  // @ts-expect-error: no layout of the gauge.
  <hale-gauge key="3" layout="column" />,
  // @ts-expect-error: an error's detail has no such part.
  <hale-gauge key="4" onhale-error={({ detail }) => detail.cause} />,
  // @ts-expect-error: there is no such element.
  <hale-gauges key="5" />,
];
