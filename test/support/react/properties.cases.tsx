import { HaleGauge, type HaleGaugeProps, HaleProvider } from '@hale/react';
import type { Gauge } from '@hale/widgets';
import { expect } from 'chai';
import { createRef, useLayoutEffect, useRef } from 'react';
import { textOf } from '../mount.ts';
import { hostile, ready, thriving } from '../reports.ts';
import { attributesOf, emptyStage } from './stage.ts';

function Page({ see }: { see(gauge: Gauge | null): void }) {
  const ref = useRef<Gauge>(null);
  useLayoutEffect(() => {
    see(ref.current);
  });
  return <HaleGauge ref={ref} report={ready()} />;
}

/** What becomes of the props of a component. */
export function propertyCases(): void {
  it('are attributes and properties where HTML can say them', async () => {
    const stage = emptyStage();
    await stage.show(<HaleGauge score={62} label="Acme" timeZone="Europe/Brussels" />);
    const gauge = stage.only<Gauge>();
    expect(gauge.score).to.equal(62);
    expect(gauge.timeZone).to.equal('Europe/Brussels');
    expect(gauge.getAttributeNames().sort()).to.deep.equal(['label', 'score', 'time-zone']);
    expect(textOf(gauge)).to.include('62').and.include('Watch');
    await stage.show(<HaleGauge score={71.5} label="Acme" />);
    expect(gauge.getAttribute('score')).to.equal('71.5');
    expect(gauge.score).to.equal(71.5);
  });

  it('are told of by nobody where they are as they should be', async () => {
    const { warn } = console;
    const told: unknown[] = [];
    console.warn = (message: unknown) => told.push(message);
    const stage = emptyStage();
    for (const change of [-4, 2.5]) {
      await stage.show(
        <HaleGauge score={62} label="Acme" coverage={0.92} change={change} days={28} asOf="2026-11-14" />,
      );
    }
    console.warn = warn;
    expect(told).to.deep.equal([]);
    expect(stage.only<Gauge>().coverage).to.equal(0.92);
  });

  it('are properties alone where HTML cannot say them', async () => {
    const stage = emptyStage();
    const report = ready();
    await stage.show(<HaleGauge report={report} tiers={report.tiers} />);
    const gauge = stage.only<Gauge>();
    expect(gauge.report).to.equal(report);
    expect(gauge.tiers).to.equal(report.tiers);
    expect(gauge.getAttributeNames()).to.deep.equal([]);
    expect(textOf(gauge)).to.include('62');
    await stage.show(<HaleGauge report={thriving()} tiers={report.tiers} />);
    expect(textOf(gauge)).to.include('94');
  });

  it('are in place when the page’s own layout effects run', async () => {
    const scores: unknown[] = [];
    await emptyStage().show(<Page see={(gauge) => scores.push(gauge?.report?.score)} />);
    expect(scores).to.deep.equal([62]);
  });

  it('are kept by an element that has no class yet', async () => {
    // In a document without a window nothing is ever defined.
    const stage = emptyStage(document.implementation.createHTMLDocument());
    const report = ready();
    await stage.show(<HaleGauge report={report} label="Acme" tiers={report.tiers} />);
    const gauge = stage.only<Gauge>();
    expect(gauge.matches(':defined')).to.equal(false);
    expect(attributesOf(gauge)).to.deep.equal({ label: 'Acme' });
    expect(gauge.textContent).to.equal('Acme: 62 of 100, Watch');
    document.body.append(stage.box);
    await stage.show(<HaleGauge report={report} label="Acme" tiers={report.tiers} />);
    expect(gauge.matches(':defined')).to.equal(true);
    expect(gauge.report).to.equal(report);
    expect(textOf(gauge)).to.include('62');
    expect(attributesOf(gauge)).to.deep.equal({ label: 'Acme' });
  });

  it('take their defaults again when they are taken away', async () => {
    const stage = emptyStage();
    const all: HaleGaugeProps = { score: 62, label: 'Acme', timeZone: 'Asia/Tokyo', layout: 'row', report: ready() };
    await stage.show(<HaleGauge {...all} />);
    const gauge = stage.only<Gauge>();
    await stage.show(<HaleGauge label={undefined} />);
    const { score, label, timeZone, layout, report } = gauge;
    expect({ score, label, timeZone, layout, report }).to.deep.equal({
      score: null,
      label: null,
      timeZone: 'UTC',
      layout: 'auto',
      report: null,
    });
    expect(gauge.getAttributeNames()).to.deep.equal([]);
  });

  it('leave alone what the page sets on the element by itself', async () => {
    const stage = emptyStage();
    const ref = createRef<Gauge>();
    await stage.show(<HaleGauge ref={ref} label="Acme" />);
    const gauge = stage.only<Gauge>();
    expect(ref.current === gauge).to.equal(true);
    gauge.report = ready();
    await stage.show(<HaleGauge ref={ref} label="Bolt" />);
    expect(gauge.report?.score).to.equal(62);
    await stage.leave();
    expect(ref.current === null).to.equal(true);
  });

  it('may be what no attribute holds: null, numbers that are none, reports that are none', async () => {
    const stage = emptyStage();
    await stage.show(<HaleGauge score={Number.NaN} change={null} label="Acme" />);
    const gauge = stage.only<Gauge>();
    expect(gauge.score).to.be.NaN;
    expect(gauge.getAttributeNames()).to.deep.equal(['label']);
  });

  it('may be a report that no source would let through', async () => {
    const stage = emptyStage();
    const said: unknown[] = [];
    const { error } = console;
    console.error = (...words: unknown[]) => said.push(words[0]);
    // React 19 itself reads every prop when it is developed with, so it cannot outlive a getter that throws.
    for (const [name, report] of hostile.filter(([name]) => name !== 'a getter that throws')) {
      // A page without types may hand anything over.
      await stage.show(<HaleGauge report={report as HaleGaugeProps['report']} label="Acme" />);
      expect(attributesOf(stage.only()), name).to.deep.equal({ label: 'Acme' });
    }
    console.error = error;
    // The widget says that it cannot read one; React has nothing to say.
    for (const words of said) expect(words).to.match(/^hale: /);
  });

  it('may be those of any element', async () => {
    const stage = emptyStage();
    let clicks = 0;
    const row = { id: 'g', className: 'wide', 'data-row': 4, 'aria-busy': true, lang: 'nl' };
    await stage.show(<HaleGauge score={1} label="Acme" {...row} hidden={false} onClick={() => clicks++} />);
    const gauge = stage.only<Gauge>();
    expect(gauge.className).to.equal('wide');
    expect(gauge.getAttribute('aria-busy')).to.equal('true');
    expect(gauge.dataset.row).to.equal('4');
    expect(gauge.hidden).to.equal(false);
    expect(gauge.hasAttribute('hidden')).to.equal(false);
    gauge.click();
    expect(clicks).to.equal(1);
    await stage.show(<HaleGauge score={1} label="Acme" hidden aria-busy={false} />);
    expect(gauge.hidden).to.equal(true);
    expect(gauge.getAttribute('aria-busy')).to.equal('false');
    expect(gauge.hasAttribute('class')).to.equal(false);
    await stage.show(<HaleGauge score={1} label="Acme" />);
    expect(gauge.hidden).to.equal(false);
  });

  it('have children that stand in for the drawing, and for a provider are the page', async () => {
    const stage = emptyStage();
    await stage.show(<HaleGauge score={62} label="Acme" />);
    expect(stage.only().textContent).to.equal('Acme: 62 of 100, Watch');
    await stage.show(
      <HaleGauge score={62} label="Acme">
        Gezondheid: 62
      </HaleGauge>,
    );
    expect(stage.only().textContent).to.equal('Gezondheid: 62');
    await stage.show(
      <HaleProvider>
        <p>one</p>
        <p>two</p>
      </HaleProvider>,
    );
    expect(stage.only().textContent).to.equal('onetwo');
  });
}
