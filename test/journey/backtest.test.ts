import { type BacktestReport, parseBacktest } from '@hale/core/validation';
import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { ask, leave, type Visit, visit } from './demo.ts';

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

  it('reaches by keyboard each plot, and next the button of its table', async () => {
    await page.evaluate(() => {
      const inside = document.querySelector('hale-backtest')?.shadowRoot;
      inside?.querySelector<HTMLElement>('input[type="radio"]:checked')?.focus();
    });
    const stops: string[] = [];
    for (let presses = 0; presses < 6; presses++) {
      await page.keyboard.press('Tab');
      stops.push(
        await page.$eval('hale-backtest', (element) => element.shadowRoot?.activeElement?.getAttribute('part') ?? ''),
      );
    }
    expect(stops).to.deep.equal(['plot', 'table-toggle', 'plot', 'table-toggle', 'plot', 'table-toggle']);
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

  it('is printed without what only a screen has', async () => {
    const shown = () =>
      page.$$eval('.bar, #save, .next, hale-backtest', (all) => all.filter((one) => one.checkVisibility()).length);
    expect(await shown()).to.equal(4);
    await page.emulateMediaType('print');
    expect(await shown()).to.equal(1);
    await page.emulateMediaType('screen');
  });

  it('is saved as a page that needs no scripts, and as JSON', async () => {
    await page.evaluate(() => {
      const files: Promise<string>[] = [];
      Object.assign(globalThis, { files });
      URL.createObjectURL = (file) => {
        files.push((file as Blob).text());
        return '#';
      };
    });
    for (const [button, name] of [
      ['#save-page', 'backtest.html'],
      ['#save-json', 'backtest.json'],
    ] as const) {
      await page.click(button);
      await page.waitForFunction(
        (text) => document.getElementById('saved')?.textContent === text,
        {},
        `Saved as ${name}.`,
      );
    }
    const [html = '', json = ''] = await page.evaluate(() =>
      Promise.all((globalThis as unknown as { files: Promise<string>[] }).files),
    );
    expect(html)
      .to.match(/^<!doctype html>/)
      .and.include(report.verdict.sentence)
      .and.not.include('<script');
    expect(parseBacktest(JSON.parse(json))).to.deep.equal(report);
  });
});
