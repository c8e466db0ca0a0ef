import { HaleGauge, type HaleGaugeProps, HaleProvider, HaleRiskFlags, HaleTrendLine } from '@hale/react';
import type { ErrorDetail, Gauge, ReportDetail } from '@hale/widgets';
import { memorySource } from '@hale/widgets/sources/memory.js';
import { expect } from 'chai';
import { createRef, isValidElement, type ReactElement } from 'react';
import { ready } from '../support/reports.ts';

/** Whether the first may be given where the second is wanted. */
type Fits<Given, Wanted> = Given extends Wanted ? true : false;

// What is written here is what counts: it is type-checked with the types of React 19, and with those of React 18.
describe('the types of the components', () => {
  it('take what a page has at hand', () => {
    const ref = createRef<Gauge>();
    const unsure: { score?: number | undefined } = {};
    const elements: ReactElement[] = [
      <HaleGauge key="1" ref={ref} score={62} label="Acme" layout="row" {...unsure} className="wide" data-row={4} />,
      <HaleGauge
        key="2"
        report={ready()}
        timeZone="Europe/Brussels"
        style={{ width: 240 }}
        onClick={() => undefined}
      />,
      <HaleGauge key="3" score={null} ref={(gauge) => void gauge?.score?.toFixed()} aria-describedby="x" />,
      <HaleTrendLine key="4" points={[{ at: '2026-01-05', score: 62 }]} days={28} />,
      <HaleRiskFlags key="5" effect="growth" onHalePlaybook={({ detail }) => void detail.playbook.trim()} />,
      <HaleProvider key="6" source={memorySource([ready()])}>
        words <b>and</b> {[1].map((one) => one)} {null}
      </HaleProvider>,
    ];
    expect(elements.every(isValidElement)).to.equal(true);
  });

  it('say what an event brings', () => {
    const seen: (number | null | undefined)[] = [];
    const element = (
      <HaleGauge
        onHaleReport={(event) => seen.push(event.detail.report.score)}
        onHaleError={({ detail: { error, account } }) => seen.push(error.status, account?.length)}
      />
    );
    const listener: (event: CustomEvent<ReportDetail>) => void = () => undefined;
    expect(isValidElement(<HaleGauge onHaleReport={listener} />) && isValidElement(element)).to.equal(true);
  });

  it('refuse what a widget cannot take', () => {
    const refused: {
      words: Fits<{ score: string }, HaleGaugeProps>;
      another: Fits<{ layout: 'stack' }, HaleGaugeProps>;
      event: Fits<{ onHaleReport: (event: CustomEvent<ErrorDetail>) => void }, HaleGaugeProps>;
      source: Fits<{ source: { fetch(): void } }, HaleGaugeProps>;
      unknown: Fits<'scores' | 'dangerouslySetInnerHTML', keyof HaleGaugeProps>;
    } = { words: false, another: false, event: false, source: false, unknown: false };
    expect(Object.values(refused)).not.to.include(true);
  });
});
