import { type BacktestReport, parseBacktest } from '@hale/core/validation';
import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import type { AccountPage } from '../../demo/server/accounts/list-accounts.ts';
import { ask, axeFindings, leave, type Visit, visit } from './demo.ts';

/** The words in a part of the widget; of all of it without a name. */
const said = (page: Page, name = 'base') =>
  page.$eval(
    'hale-backtest',
    (element, part) => {
      const found = element.shadowRoot?.querySelector(`[part~="${part}"]`);
      return found?.textContent.replace(/\s+/g, ' ').trim() ?? '';
    },
    name,
  );

describe('whether the score is right', () => {
  let visited: Visit;
  let page: Page;
  let report: BacktestReport;

  before(async function () {
    this.timeout(90_000);
    visited = await visit('/');
    page = visited.page;
    report = parseBacktest(await ask('/v1/backtest'));
    await Promise.all([page.waitForNavigation({ waitUntil: 'networkidle0' }), page.click('nav a[href="/backtest"]')]);
    await page.waitForSelector('hale-backtest:state(ready)');
  });
  after(() => leave(visited));

  it('is worked out by the server from its own records', async () => {
    const { total } = await ask<{ total: number }>('/v1/accounts?status=all');
    expect(report.accounts).to.equal(total);
    expect(report.model).to.deep.include({ id: 'b2b-saas' });
    expect(report.horizons.map(({ days }) => days)).to.deep.equal([30, 60, 90]);
    expect(report.cutOffs.length).to.be.within(6, 18);
  });

  it('is answered on the page in the words of what the server found', async () => {
    expect(await page.$eval('nav [aria-current="page"]', (link) => link.textContent)).to.equal('Is it right?');
    expect(await said(page, 'headline')).to.equal(report.verdict.sentence.replace(/\s+/g, ' '));
    expect(await said(page, 'weights')).to.include(report.weights?.advice.replace(/\s+/g, ' '));
  });

  it('says how often the score was wrong, which way, and for whom, in figures that add up', async () => {
    const score = report.horizons.at(-1)?.predictors.find(({ id }) => id === 'score');
    if (!score) throw new Error('The backtest tells nothing of the score.');
    const { truePositives, falsePositives, falseNegatives, trueNegatives } = score.warned;
    const calls = await said(page, 'calls');
    const rows = truePositives + falsePositives + falseNegatives + trueNegatives;
    expect(calls).to.include(`Wrong ${falsePositives + falseNegatives} of ${rows} times`);
    expect(calls).to.include(`${falsePositives} false alarms, ${falseNegatives} missed`);
    const table = await page.$eval('hale-backtest', (element) => {
      const rows = element.shadowRoot?.querySelectorAll('[part="whom"] table:first-of-type tbody tr') ?? [];
      return [...rows].map((row) => Number(/^\d+/.exec(row.querySelector('td')?.textContent?.trim() ?? '')?.[0]));
    });
    expect(table).to.have.length(score.segments.length);
    expect(table.reduce((sum, wrong) => sum + (wrong || 0), 0)).to.equal(falsePositives + falseNegatives);
  });

  it('is shown for thirty days ahead when that is chosen', async () => {
    await page.evaluate(() => {
      const inside = document.querySelector('hale-backtest')?.shadowRoot;
      inside?.querySelector<HTMLElement>('input[type="radio"]')?.click();
    });
    await page.waitForFunction(() => {
      const label = document.querySelector('hale-backtest')?.shadowRoot?.querySelector('[part="label"]');
      return label?.textContent?.includes('within 30 days');
    });
    expect(await said(page, 'headline')).to.equal(report.horizons[0]?.verdict.sentence.replace(/\s+/g, ' '));
    expect(visited.problems).to.deep.equal([]);
  });

  it('counts what people say of a score on the page of an account', async function () {
    this.timeout(90_000);
    const { accounts } = await ask<AccountPage>('/v1/accounts?sort=score');
    const id = accounts[0]?.id ?? '';
    const told = await visit(`/accounts/${id}`);
    await told.page.waitForSelector('#feedback:not([hidden])');
    await told.page.click('#feedback input[value="disagree"]');
    await told.page.type('#feedback input[name="why"]', 'The champion left.');
    expect(await axeFindings(told.page)).to.deep.equal([]);
    await told.page.click('#feedback button');
    await told.page.waitForFunction(() => document.getElementById('feedback-said')?.textContent?.startsWith('Kept.'));
    expect(told.problems).to.deep.equal([]);
    await leave(told);
    const { feedback } = parseBacktest(await ask('/v1/backtest'));
    expect(feedback).to.deep.include({ agree: 0, disagree: 1 });
    expect(feedback?.latest[0]).to.deep.include({ account: id, says: 'disagree', why: 'The champion left.' });
    await page.reload({ waitUntil: 'networkidle0' });
    await page.waitForSelector('hale-backtest:state(ready)');
    expect(await said(page)).to.include('People agreed with a score 0 times and disagreed once.');
  });
});
