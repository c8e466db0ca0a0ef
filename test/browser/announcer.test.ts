import '@hale/widgets/define/gauge.js';
import '@hale/widgets/define/status.js';
import { memorySource } from '@hale/widgets/sources/memory.js';
import { expect } from 'chai';
import { mountElement, settled, unmountAll } from '../support/mount.ts';
import { ready, reportOf } from '../support/reports.ts';
import { arrived, failed, told } from '../support/sources.ts';
import { until } from '../support/until.ts';

const regions = () => [...document.querySelectorAll('[data-hale-announcer]')];
const lines = () => regions().flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('p') ?? [])]);
const said = () => lines().map(({ textContent }) => textContent);

const loading = { status: 'loading' } as const;

/** A report of an account with a score, which has the tier that the score falls in. */
const at = (score: number, id = 'a', name = 'Acme') => {
  const { tiers } = ready();
  const tier = tiers.filter(({ from }) => from <= score).at(-1);
  return reportOf({ account: { id, name }, score, tier: tier?.id ?? null });
};

async function shown(source: ReturnType<typeof told>, tag: 'hale-gauge' | 'hale-status' = 'hale-gauge', lang = '') {
  const element = document.createElement(tag);
  element.source = source;
  element.account = 'a';
  element.lang = lang;
  return mountElement(element);
}

describe('what screen readers say', () => {
  afterEach(unmountAll);

  it('is nothing when a report comes, changes within its tier, fails, or is of another account', async () => {
    const source = told();
    const gauge = await shown(source);
    for (const state of [arrived(at(80)), arrived(at(90)), failed(at(90)), arrived(at(85)), loading]) {
      source.tell(state);
      await settled();
    }
    gauge.account = 'b';
    await settled();
    source.tell(arrived(at(10, 'b')));
    await settled();
    expect(source.announced).to.deep.equal([]);
  });

  it('is the score and its tier when that is another one, in the language of the widget', async () => {
    const source = told(arrived(at(80)));
    await shown(source, 'hale-gauge');
    await shown(source, 'hale-status', 'en-GB');
    source.tell(arrived(at(30)));
    await settled();
    const sentence = 'Acme: 30 of 100, At risk';
    expect(source.announced).to.deep.equal([
      { id: 'a', sentence, lang: 'en' },
      { id: 'a', sentence, lang: 'en-GB' },
    ]);
  });

  it('is not told of a tier that comes back after a score that was missing', async () => {
    const source = told(arrived(at(80)));
    await shown(source);
    source.tell(arrived(reportOf({ account: { id: 'a', name: 'Acme' }, score: null, tier: null })));
    await settled();
    source.tell(arrived(at(80)));
    await settled();
    expect(source.announced).to.deep.equal([]);
    source.tell(arrived(at(50)));
    await settled();
    expect(source.announced).to.have.length(1);
  });

  it('comes from one polite region, once for all widgets on an account, which goes when all is said', async () => {
    const source = memorySource([at(80)]);
    for (const tag of ['hale-gauge', 'hale-gauge', 'hale-status'] as const) {
      const element = document.createElement(tag);
      element.source = source;
      element.account = 'a';
      await mountElement(element);
    }
    expect(regions()).to.deep.equal([]);
    source.update(at(30));
    await until(() => lines().length > 0);
    expect(said()).to.deep.equal(['Acme: 30 of 100, At risk']);
    expect(regions()).to.have.length(1);
    expect(
      regions()[0]
        ?.shadowRoot?.querySelector('[role="status"]')
        ?.contains(lines()[0] ?? null),
    ).to.equal(true);
    await until(() => regions().length === 0);
  }).timeout(20_000);
});
