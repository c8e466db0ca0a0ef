import { type Account, buildReport, parseAccount, parseModel, type Report } from '@hale/core';
import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { cohortsOf, customersOf, scoreAll } from '../../demo/pages/model/portfolio.ts';
import { withWeights } from '../../demo/pages/model/weights.ts';
import type { PortfolioReading } from '../../demo/server/reading/read-portfolio.ts';
import { ask, axeFindings, leave, type Visit, visit } from './demo.ts';

const text = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent?.replace(/\s+/g, ' ').trim() ?? '');

/** Customers by tier as the page shows them: as it was, and now. */
const shownTiers = (page: Page) =>
  page.$$eval('.tiers-table tbody tr', (rows) =>
    rows.map((row) => [...row.querySelectorAll('td')].slice(0, 2).map((cell) => Number(cell.textContent))),
  );

/** The same, counted here from what the server says: scored by reports of the model with its weights moved. */
async function countedTiers(model: string, factors: ReadonlyMap<string, number>): Promise<number[]> {
  const reading = await ask<PortfolioReading>(`/v1/observations?model=${model}`);
  const tuned = withWeights(parseModel(reading.model), factors);
  const customers = customersOf(reading);
  const standings = scoreAll(cohortsOf(tuned, customers), customers, new Map(), Date.parse(reading.asOf));
  const counts = Array<number>(tuned.tiers.length + 1).fill(0);
  for (const { tier } of standings) {
    const place = tier ?? tuned.tiers.length;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** Chooses a model, and waits until its customers are scored. */
async function choose(page: Page, model: string): Promise<void> {
  await page.click(`input[name="model"][value="${model}"]`);
  await page.waitForFunction(
    (id) =>
      document.getElementById('scene')?.getAttribute('aria-busy') === 'false' &&
      (document.getElementById('document') as HTMLTextAreaElement | null)?.value.includes(`"id": "${id}"`),
    {},
    model,
  );
}

/** Figures in tenths, as `+1.2`, `−0.4` or `nothing` say them. */
const tenths = (figure: string) => (figure === 'nothing' ? 0 : Math.round(Number(figure.replace('−', '-')) * 10));

describe('the model, live', () => {
  let visited: Visit;
  let page: Page;

  before(async function () {
    this.timeout(60_000);
    visited = await visit('/model');
    page = visited.page;
  });
  after(() => leave(visited));

  it('offers the presets, and scores every customer with each as Node does', async function () {
    this.timeout(60_000);
    const { models } = await ask<{ models: { id: string }[] }>('/v1/models');
    const offered = await page.$$eval('input[name="model"]', (inputs) => inputs.map((input) => input.value));
    expect(offered).to.deep.equal(models.map(({ id }) => id));
    expect(offered).to.include.members(['b2b-saas', 'lifecycle', 'by-size', 'assigned-values']);
    for (const id of offered.toReversed()) {
      await choose(page, id);
      const counts = await countedTiers(id, new Map());
      expect(await shownTiers(page), id).to.deep.equal(counts.map((count) => [count, count]));
    }
  });

  it('scores them again at every press of a key on a slider, and says who moves', async () => {
    await page.focus('input[type="range"][name="adoption"]');
    await page.keyboard.press('Home');
    await page.waitForFunction(() => document.querySelector('.tiers-table tbody td:last-child:not(:empty)'));
    const [was, now] = [0, 1].map((place) => async () => (await shownTiers(page)).map((row) => row[place]));
    expect(await was?.()).to.deep.equal(await countedTiers('b2b-saas', new Map()));
    expect(await now?.()).to.deep.equal(await countedTiers('b2b-saas', new Map([['adoption', 0]])));
    expect(await now?.()).not.to.deep.equal(await was?.());
    await page.waitForFunction(() => document.getElementById('said')?.textContent?.includes('on average'));
    expect(await text(page, '#said')).to.match(
      /^Scores move by [\d.]+ on average and [\d.]+ at most; .* tier, \d+ up and \d+ down\.$/,
    );
    expect(await text(page, '#took')).to.match(/^\d+ customers scored here in [\d.]+ ms$/);
    const slider = await page.$eval('input[name="adoption"]', (input) => input.getAttribute('aria-valuetext'));
    expect(slider).to.equal('0, was 35');
    const draft = await page.$eval('#document', (field) => (field as HTMLTextAreaElement).value);
    expect(JSON.parse(draft).dimensions[0]).to.include({ id: 'adoption', weight: 0 });
  });

  it('shows the moved weights of the account as the model’s doing, in figures that add up', async () => {
    const figures = () =>
      page.$$eval('.waterfall tr', (rows) =>
        rows.map((row) => ({
          cause: row.getAttribute('data-cause'),
          isTotal: row.classList.contains('total'),
          figure: row.querySelector('.number')?.textContent ?? '',
        })),
      );
    await page.waitForFunction(() => {
      const figure = document.querySelector('.waterfall [data-cause="model"] .number')?.textContent;
      return figure !== undefined && figure !== 'nothing';
    });
    const shown = await figures();
    const [from, to] = shown.filter(({ isTotal }) => isTotal).map(({ figure }) => tenths(figure));
    const causes = shown.filter(({ cause }) => cause !== null).reduce((sum, { figure }) => sum + tenths(figure), 0);
    const lines = shown
      .filter(({ cause, isTotal }) => cause === null && !isTotal)
      .reduce((sum, { figure }) => sum + tenths(figure), 0);
    expect(causes).to.equal((to ?? 0) - (from ?? 0));
    expect(lines).to.equal(causes);
    await page.click('#reset');
    expect((await shownTiers(page)).every(([was, now]) => was === now)).to.equal(true);
  });

  it('shows the report that Node builds of the account, and another stage for another age', async () => {
    const id = await page.$eval('#account-choice', (select) => (select as HTMLSelectElement).value);
    const account = parseAccount(await ask<Account>(`/v1/accounts/${encodeURIComponent(id)}/data`));
    const { model, asOf } = await ask<PortfolioReading>('/v1/observations');
    const report: Report = buildReport(parseModel(model), account, { now: asOf });
    expect(await text(page, '#account-name')).to.equal(report.account.name);
    expect(await text(page, '[data-grouping="stage"] b')).to.equal(report.stage?.label);
    expect(await text(page, '.ledger tfoot b')).to.equal((Math.round((report.score ?? 0) * 10) / 10).toFixed(1));

    const age = 'input[name=":since"]';
    await page.$eval(age, (input) => (input as HTMLInputElement).select());
    await page.type(age, '30');
    expect(await text(page, '[data-grouping="stage"] b')).to.equal('Onboarding');
    expect(await text(page, '[data-grouping="stage"] .small')).to.match(/30 days?/);
    await page.click('#facts-reset');
    expect(await text(page, '[data-grouping="stage"] b')).to.equal(report.stage?.label);
  });

  it('sets a score by hand beside the one computed, and lifts it', async () => {
    const computed = await text(page, '.ledger tfoot b');
    await page.type('#override input[name="score"]', '12');
    await page.click('#override button[type="submit"]');
    const note = await text(page, '#override-now');
    expect(note).to.match(/^Set by hand by You on .+, until .+: “Sponsor left, replacement not named”/);
    expect(note).to.match(/Shown ?At risk ?12/);
    expect(note).to.match(new RegExp(`Computed ?.*${Math.round(Number(computed))}$`));
    expect(await text(page, '.ledger tfoot b')).to.equal('12.0');
    expect(await text(page, '.waterfall [data-cause="hand"] .number')).not.to.equal('nothing');
    expect(await axeFindings(page)).to.deep.equal([]);
    await page.click('#lift');
    expect(await text(page, '#override-now')).to.equal('Nothing is set by hand');
    expect(await text(page, '.ledger tfoot b')).to.equal(computed);
  });

  it('says what is missing of an override', async () => {
    await page.$eval('#override input[name="score"]', (input) => (input as HTMLInputElement).select());
    await page.keyboard.press('Backspace');
    await page.click('#override button[type="submit"]');
    expect(await text(page, '#override-problem')).to.equal('Set a score, a tier or both.');
  });

  it('says that nobody has a score where no weight is left, and nothing of what was before', async () => {
    const scored = (await shownTiers(page)).slice(0, -1).reduce((sum, [was = 0]) => sum + was, 0);
    await page.$$eval('#weights input[type="range"]', (sliders) => {
      for (const slider of sliders as HTMLInputElement[]) slider.value = '0';
      sliders[0]?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.waitForFunction(() => document.getElementById('weights-problem')?.textContent);
    expect(await text(page, '#weights-problem')).to.equal('No weight is left: a score needs one at least.');
    expect(await text(page, '#headline')).to.match(
      new RegExp(`^${scored} customers of \\d+ have no score any more\\.$`),
    );
    expect(await text(page, '#sensitivity')).to.equal('');
    expect(await page.$eval('#account-sheet', (sheet) => (sheet as HTMLElement).hidden)).to.equal(true);
    expect(await text(page, '#account-notice')).to.equal('Without a weight there is no score, and nothing to report.');
    await page.click('#reset');
    await page.waitForFunction(() => !document.getElementById('account-sheet')?.hidden);
    expect(await text(page, '#weights-problem')).to.equal('');
    expect(await text(page, '#headline')).to.match(/^The model as it is/);
  });

  it('gives no dimension more points than it can give, also where points are added to a start', async () => {
    await choose(page, 'assigned-values');
    const rows = await page.$$eval('.ledger .group .figures', (cells) => cells.map((cell) => cell.textContent ?? ''));
    expect(rows).to.have.length.above(1);
    for (const row of rows) {
      const [points, of] = row.split(' of ').map(Number);
      expect(points, row).to.be.at.most(of ?? 0);
    }
    await choose(page, 'b2b-saas');
  });

  it('cuts nothing off at 320 px', async () => {
    await page.setViewport({ width: 320, height: 900 });
    const cut = await page.$$eval('#account-sheet .field', (fields) =>
      fields.filter((field) => field.scrollWidth > field.clientWidth).map((field) => field.getAttribute('name')),
    );
    expect(cut).to.deep.equal([]);
    await page.setViewport({ width: 1280, height: 900 });
  });

  it('does all this without a violation of the policy, an error, or a request but for what it shows', () => {
    expect(visited.problems).to.deep.equal([]);
    const asked = visited.requests.filter((path) => path.startsWith('/v1/'));
    expect(asked.filter((path) => path.startsWith('/v1/observations'))).to.have.length.at.most(8);
  });
});
