import { HaleGauge } from '@hale/react';
import type { Gauge } from '@hale/widgets';
import { expect } from 'chai';
import { cloneElement } from 'react';
import { textOf } from '../mount.ts';
import { pages } from './pages.tsx';
import { attributesOf, emptyStage, hydratedStage } from './stage.ts';

/** What comes from a server and is taken over in the page. */
export function hydrationCases(): void {
  for (const { name, element, html } of pages) {
    it(`take over ${name}`, async () => {
      // With React's own check of the text, too.
      const strictly = cloneElement(element, { suppressHydrationWarning: false });
      const stage = await hydratedStage(html, strictly);
      const taken = stage.only();
      const fresh = emptyStage();
      await fresh.show(element);
      expect(attributesOf(taken)).to.deep.equal(attributesOf(fresh.only()));
      expect(taken.isEqualNode(fresh.only())).to.equal(true);
      expect(textOf(taken)).to.equal(textOf(fresh.only()));
    });
  }

  it('keep the element that the server wrote, and go on from there', async () => {
    const html = '<hale-gauge label="Acme" score="62">Acme: 62 of 100, Watch</hale-gauge>';
    const seen = new Set<Gauge | null>();
    const add = (element: Gauge | null) => void seen.add(element);
    const page = (score: number) => <HaleGauge score={score} label="Acme" ref={add} />;
    const taken = await hydratedStage(html, page(62));
    const written = taken.only<Gauge>();
    expect(seen.has(written) && seen.size === 1).to.equal(true);
    await taken.show(page(80));
    expect(taken.only() === written).to.equal(true);
    expect(taken.only<Gauge>().score).to.equal(80);
    expect(taken.only().getAttribute('score')).to.equal('80');
    expect(taken.only().textContent).to.equal('Acme: 80 of 100, Healthy');
  });

  it('put up with a server that writes a date in other words', async () => {
    const html = '<hale-gauge label="Acme" score="62">Acme: 62 of 100, Sept</hale-gauge>';
    const stage = await hydratedStage(html, <HaleGauge score={62} label="Acme" />);
    expect(textOf(stage.only())).to.include('62');
  });
}
