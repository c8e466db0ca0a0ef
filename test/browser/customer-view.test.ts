import type { ReportDetail } from '@hale/widgets';
import '@hale/widgets/define';
import { fetchSource } from '@hale/widgets/sources/fetch.js';
import { memorySource } from '@hale/widgets/sources/memory.js';
import { expect } from 'chai';
import { api, json } from '../support/api.ts';
import { faults } from '../support/axe.ts';
import { hear } from '../support/heard.ts';
import { isIn, mountElement, part, settled, textOf, unmountAll } from '../support/mount.ts';
import { viewOf } from '../support/view.ts';

const tags = ['hale-gauge', 'hale-trend-line', 'hale-activity-dots', 'hale-risk-flags', 'hale-status'] as const;
const said = (element: Element) => part(element, 'headline').textContent?.trim();

async function shown<Tag extends (typeof tags)[number]>(tag: Tag, report = viewOf(), width = 800) {
  return mountElement(Object.assign(document.createElement(tag), { report }) as HTMLElementTagNameMap[Tag], width);
}

describe('a customer’s view in the widgets', () => {
  before(() => api.start());
  after(() => api.stop());
  afterEach(unmountAll);

  it('is a gauge named by its title, on a scale without tiers, with its contributions', async () => {
    const gauge = await shown('hale-gauge');
    expect(part(gauge, 'dial').getAttribute('aria-label')).to.equal('Adoption: 62 of 100. Down 12 in 28 days');
    expect(textOf(part(gauge, 'reasons'))).to.match(/Seats in use.*−20.*Everything else.*−18/);
    expect(textOf(gauge)).to.not.match(/Watch|Healthy|At risk|observed|Health\b/);
  });

  it('is a line named by its title, with its gap and where scores came to be made otherwise', async () => {
    const line = await shown('hale-trend-line');
    expect(part(line, 'label').textContent).to.match(/^Adoption/);
    expect(said(line)).to.match(/^Down 12 in 28 days/);
    part(line, 'table-toggle').click();
    await settled(line);
    expect([...(line.shadowRoot?.querySelectorAll('tbody tr') ?? [])]).to.have.length(3);
    expect(textOf(line)).to.not.match(/Watch|Healthy|At risk|Health\b/);
  });

  it('is dots of the grids in it, and nothing where it has none', async () => {
    const dots = await shown('hale-activity-dots');
    expect(part(dots, 'description').textContent).to.include('Dispatch');
    const none = await shown('hale-activity-dots', viewOf({ activity: null }));
    expect(said(none)).to.equal('No activity observed');
  });

  it('has no flags, and the widget says that they are not in it rather than that there are none', async () => {
    const flags = await shown('hale-risk-flags');
    expect(said(flags)).to.equal('Not part of this report');
    expect(flags.shadowRoot?.querySelectorAll('[part=flag]')).to.have.length(0);
  });

  it('without a score says why, in the words of the view', async () => {
    const reason = { code: 'low-coverage', sentence: 'Too little has been observed for a score.' } as const;
    const gauge = await shown('hale-gauge', viewOf({ score: null, reason, trend: null }));
    expect(isIn(gauge, 'not-enough')).to.equal(true);
    expect(textOf(gauge)).to.match(/No score.*Too little has been observed for a score\./);
  });

  for (const tag of tags) {
    it(`is taken by <${tag}> as a property, and told of once by an event, as it was given`, async () => {
      const element = document.createElement(tag);
      const heard: ReportDetail[] = [];
      element.addEventListener('hale-report', ({ detail }) => heard.push(detail));
      const report = viewOf();
      element.report = report;
      await mountElement(element, 480);
      element.requestUpdate();
      await settled(element);
      expect(heard.map((detail) => detail.report)).to.deep.equal([report]);
      expect(heard[0]?.report).to.equal(report);
      expect(isIn(element, 'ready')).to.equal(true);
      expect(await faults(element)).to.deep.equal([]);
    });

    it(`is taken by <${tag}> from a source`, async () => {
      const element = document.createElement(tag);
      Object.assign(element, { source: memorySource([viewOf()]), account: 'averlund' });
      await mountElement(element, 480);
      expect(isIn(element, 'ready')).to.equal(true);
    });
  }

  it('is fetched, and refused with more in it, or under another version', async () => {
    const source = fetchSource({ baseUrl: api.baseUrl });
    const answers = [viewOf(), { ...viewOf(), tier: 'watch' }, { ...viewOf(), schema: 'hale.customer/2' }];
    const said: unknown[] = [];
    for (const answer of answers) {
      // The types would let only the first through.
      api.answer(() => json(answer as ReturnType<typeof viewOf>));
      const heard = hear(source, 'averlund');
      const state = await heard.until(answer === answers[0] ? 'ready' : 'error');
      said.push(state.status === 'error' ? state.error.message : state.status === 'ready' && state.report);
      heard.stop();
      await Promise.resolve();
    }
    expect(said).to.deep.equal([
      viewOf(),
      'The answer is not a report: the customer\'s view has no key "tier": remove it or mend its spelling.',
      'The answer is not a report: schema must be "hale.customer/1", not "hale.customer/2".',
    ]);
  });
});
