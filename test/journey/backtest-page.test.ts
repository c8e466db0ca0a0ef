import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pageOfBacktest } from '@hale/cli/backtest-page';
import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { nothingKnown, skilled, unskilled } from '../support/backtests.ts';
import { axeFindings, leave, overflow, type Reader, type Visit, visibleText, visit } from './demo.ts';

const openAll = (page: Page) =>
  page.$$eval('details', (all) => {
    for (const one of all) one.open = true;
  });

describe('a backtest as an HTML file', function () {
  this.timeout(90_000);
  const folder = mkdtempSync(join(tmpdir(), 'hale-page-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const opened = (html: string, reader: Reader = {}): Promise<Visit> => {
    const file = join(folder, 'backtest.html');
    writeFileSync(file, html);
    return visit(pathToFileURL(file).href, reader);
  };

  // Each kind of report, both directions, both schemes and three widths: together what looks different, not every pair.
  const readers = [
    ['a skilled score', skilled, 'ltr', 'light', 1280],
    ['a skilled score', skilled, 'rtl', 'dark', 320],
    ['no skill', unskilled, 'rtl', 'light', 700],
    ['no skill', unskilled, 'ltr', 'dark', 320],
    ['nothing known', nothingKnown, 'ltr', 'dark', 1280],
  ] as const;
  for (const [name, reportOf, dir, scheme, width] of readers) {
    it(`of ${name} passes its own policy and axe, and fits, all of it open: ${dir}, ${scheme}, ${width} px`, async () => {
      const report = reportOf();
      // Every distance is drawn alike: axe needs one of them.
      const shortened = { ...report, horizons: report.horizons.slice(-1) };
      const visited = await opened(pageOfBacktest(shortened, { dir }).html, { width, scheme });
      const { page, problems, requests } = visited;
      await openAll(page);
      expect(requests).to.have.length(1);
      expect(await axeFindings(page)).to.deep.equal([]);
      expect(await overflow(page)).to.be.at.most(0);
      expect(problems).to.deep.equal([]);
      await leave(visited);
    });
  }

  it('is read without scripts: every distance, every way to tell, its plots, segments and stages', async () => {
    const report = skilled();
    const visited = await opened(pageOfBacktest(report).html);
    const { page } = visited;
    expect(await page.$$eval('h1', (all) => all.map((one) => one.textContent))).to.deep.equal([
      report.verdict.sentence,
    ]);
    for (const { days, predictors } of report.horizons) {
      const section = `#days-${days}`;
      expect(await page.$$eval(`${section} .plots svg`, (all) => all.length)).to.equal(3 * predictors.length);
      const captions = await page.$$eval(`${section} caption`, (all) => all.map((one) => one.textContent));
      for (const name of ['Segment', 'Stage', 'Warnings, and what came'])
        expect(captions.filter((one) => one === name)).to.have.length(predictors.length);
    }
    await openAll(page);
    const text = await visibleText(page);
    expect(text).to.include('Warned of 12 28 40 Not warned of 9 251 260');
    expect(text).to.include('nobody can say that it was so at the cut-off');
    const targets = await page.$$eval('nav a', (all) => all.map((one) => document.querySelector(one.hash) !== null));
    expect(targets).to.have.length(5).and.not.include(false);
    await leave(visited);
  });

  it('opens on paper what is closed on a screen', async () => {
    const visited = await opened(pageOfBacktest(skilled()).html);
    const { page } = visited;
    const shown = () => page.$eval('details table', (table) => table.checkVisibility());
    expect(await shown()).to.equal(false);
    await page.emulateMediaType('print');
    expect(await shown()).to.equal(true);
    await leave(visited);
  });
});
