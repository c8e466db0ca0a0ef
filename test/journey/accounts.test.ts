import type { Report } from '@hale/core';
import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import type { AccountPage } from '../../demo/server/accounts/list-accounts.ts';
import type { PortfolioSummary } from '../../demo/server/accounts/summarise-portfolio.ts';
import { ask, leave, overflow, settled, type Visit, visit } from './demo.ts';

const names = (page: Page) => page.$$eval('tbody th a', (links) => links.map((link) => link.textContent ?? ''));

/** Waits until the rows are those of the address, and gives their names. */
async function namesOnce(page: Page, query: string): Promise<string[]> {
  await page.waitForFunction((end) => location.search === end, {}, query);
  await page.waitForSelector('table[aria-busy="false"]');
  return names(page);
}

const listed = async (query: string) => (await ask<AccountPage>(`/v1/accounts${query}`)).accounts;

describe('from the list to an account and back', () => {
  let visited: Visit;
  let page: Page;

  before(async () => {
    visited = await visit('/');
    page = visited.page;
  });
  after(() => leave(visited));

  it('says first how the accounts are, and shows the worst of them first', async () => {
    const { total, tiers } = await ask<PortfolioSummary>('/v1/portfolio');
    const headline = await page.$eval('#headline', (element) => element.textContent);
    expect(headline).to.match(tiers[0]?.count ? new RegExp(`^${tiers[0].count} of ${total} at risk`) : /^None of /);
    expect(await names(page)).to.deep.equal((await listed('?sort=score&limit=25')).map(({ name }) => name));
    expect(visited.requests.filter((path) => path.startsWith('/v1/'))).to.deep.equal([
      '/v1/accounts?limit=25&sort=score',
      '/v1/portfolio',
    ]);
  });

  it('shows every row with its gauge, its line and its severest flag', async () => {
    const rows = await listed('?sort=score&limit=25');
    const drawn = await page.$$eval('tbody tr', (all) =>
      all.map((row) => ({
        score: row.querySelector('hale-gauge')?.shadowRoot?.querySelector('[part="figure"]')?.textContent?.trim(),
        hasLine: row.querySelector('hale-trend-line')?.shadowRoot?.querySelector('[part="line"]') != null,
        flag: row.querySelector('hale-risk-flags')?.shadowRoot?.querySelector('[part="title"]')?.textContent ?? null,
      })),
    );
    for (const [index, { score, topFlag, spark }] of rows.entries()) {
      const row = drawn[index];
      if (score === null) expect(row?.score).to.equal('–');
      else expect(Math.abs(Number(row?.score) - score)).to.be.at.most(0.5);
      expect(row?.hasLine).to.equal(spark.some((value) => value !== null));
      expect(row?.flag).to.equal(topFlag?.label ?? null);
    }
  });

  it('shows below how the accounts of each segment are spread, all of them', async () => {
    const { total, segments } = await ask<PortfolioSummary>('/v1/portfolio');
    const sums = segments.map(({ counts, unscored }) => Object.values(counts).reduce((sum, n) => sum + n, unscored));
    expect(sums.reduce((sum, n) => sum + n, 0)).to.equal(total);
    const shown = await page.$eval('hale-segment-bars', ({ shadowRoot }) =>
      [...(shadowRoot?.querySelectorAll('[part="total"]') ?? [])].map(({ textContent }) => Number(textContent)),
    );
    expect(shown).to.deep.equal(sums);
  });

  it('shows more on demand, and goes on with the keyboard where the new rows begin', async () => {
    await page.click('#load-more');
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length > 25);
    const all = (await listed('?sort=score&limit=200')).map(({ name }) => name);
    expect(await names(page)).to.deep.equal(all.slice(0, 50));
    expect(await page.evaluate(() => document.activeElement?.textContent)).to.equal(all[25]);
  });

  it('sorts by a press on a head, says so, and keeps the focus there', async () => {
    const press = 'thead .renewal button';
    await page.click(press);
    expect(await namesOnce(page, '?sort=renewal')).to.deep.equal(
      (await listed('?sort=renewal&limit=25')).map(({ name }) => name),
    );
    expect(await page.$eval('thead .renewal', (head) => head.getAttribute('aria-sort'))).to.equal('ascending');
    expect(await page.evaluate((css) => document.activeElement?.matches(css), press)).to.equal(true);
    await page.keyboard.press('Enter');
    expect(await namesOnce(page, '?sort=-renewal')).to.deep.equal(
      (await listed('?sort=-renewal&limit=25')).map(({ name }) => name),
    );
    expect(await page.$eval('thead .renewal', (head) => head.getAttribute('aria-sort'))).to.equal('descending');
    expect(await page.$$eval('[aria-sort]', (heads) => heads.length)).to.equal(1);
  });

  it('filters by tier and by name, and says when nothing matches', async () => {
    await page.click('input[name="tier"][value="watch"]');
    const watched = (await listed('?tier=watch&sort=-renewal&limit=25')).map(({ name }) => name);
    expect(await namesOnce(page, '?tier=watch&sort=-renewal')).to.deep.equal(watched);
    const part = watched[0]?.slice(1, 7) ?? '';
    await page.type('input[name="q"]', part);
    const found = await namesOnce(page, `?${new URLSearchParams({ tier: 'watch', q: part, sort: '-renewal' })}`);
    expect(found).to.include(watched[0]);
    expect(found.every((name) => name.toLowerCase().includes(part.toLowerCase()))).to.equal(true);
    await page.type('input[name="q"]', 'qqq');
    await page.waitForSelector('.notice');
    expect(await page.$eval('.notice', (notice) => notice.textContent)).to.match(/^Nothing matches/);
    await page.click('.notice button');
    expect(await namesOnce(page, '?sort=-renewal')).to.have.length(25);
  });

  it('opens an account with one request for its report, whose ledger adds up to the score', async () => {
    const [first] = await listed('?sort=-renewal&limit=1');
    const before = visited.requests.length;
    await settled(page, () => Promise.all([page.waitForNavigation(), page.click('tbody th a')]));
    expect(new URL(page.url()).pathname).to.equal(`/accounts/${first?.id}`);
    expect(await page.$eval('h1', (heading) => heading.textContent)).to.equal(first?.name);
    const asked = visited.requests.slice(before).filter((path) => path.startsWith('/v1/'));
    expect(asked.sort()).to.deep.equal([`/v1/accounts/${first?.id}`, `/v1/accounts/${first?.id}/health`, '/v1/stream']);

    const figures = await page.$eval('hale-breakdown', (breakdown) =>
      [...(breakdown.shadowRoot?.querySelectorAll('[part="points"]') ?? [])].map((figure) => ({
        kind: figure.closest('tr')?.getAttribute('part'),
        tenths: Math.round(Number(figure.textContent?.replace('−', '-')) * 10),
      })),
    );
    const sum = (kind: string) =>
      figures.filter((figure) => figure.kind === kind).reduce((all, { tenths }) => all + tenths, 0);
    expect(sum('total')).to.equal(Math.round((first?.score ?? 0) * 10));
    expect(sum('dimension')).to.equal(sum('total'));
    expect(sum('metric')).to.equal(sum('total'));
  });

  it('reads the trend point by point with the keyboard', async () => {
    const id = new URL(page.url()).pathname.split('/').at(-1);
    const { trend } = await ask<Report>(`/v1/accounts/${id}/health`);
    const said = () =>
      page.$eval('hale-trend-line', (line) => line.shadowRoot?.querySelector('[part="headline"]')?.textContent?.trim());
    const summary = await said();
    const plot = () =>
      page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('role') ?? null);
    for (let tab = 0; tab < 20 && (await plot()) !== 'slider'; tab++) await page.keyboard.press('Tab');
    expect(await plot()).to.equal('slider');
    await page.keyboard.press('Home');
    const oldest = trend.points.find(({ score }) => score !== null);
    expect(await said()).to.include((oldest?.score ?? 0).toLocaleString('en', { maximumFractionDigits: 1 }));
    await page.keyboard.press('ArrowRight');
    expect(await said()).not.to.equal(summary);
    await page.keyboard.press('Escape');
    expect(await said()).to.equal(summary);
  });

  it('shows the activity of people, features or teams', async () => {
    const first = () =>
      page.$eval('hale-activity-dots', (dots) => dots.shadowRoot?.querySelector('[part="plot"]')?.textContent?.trim());
    const people = await first();
    await page.click('input[name="by"][value="feature"]');
    await page.waitForFunction(
      (before) =>
        document
          .querySelector('hale-activity-dots')
          ?.shadowRoot?.querySelector('[part="plot"]')
          ?.textContent?.trim() !== before,
      {},
      people,
    );
    expect(await first()).not.to.equal(people);
  });

  it('comes back to the list as it was left', async () => {
    await settled(page, () => page.goBack());
    expect(await namesOnce(page, '?sort=-renewal')).to.deep.equal(
      (await listed('?sort=-renewal&limit=25')).map(({ name }) => name),
    );
    expect(visited.problems).to.deep.equal([]);
  });
});

describe('the list of accounts', () => {
  it('keeps its heads over its columns, and all of it in the page, in every order and at every width', async function () {
    this.timeout(60_000);
    for (const order of ['score', '-value', '-renewal', '-coverage']) {
      const visited = await visit(`/?sort=${order}`);
      for (const width of [280, 320, 480, 720, 1199, 1216, 1231, 1280, 1440]) {
        await visited.page.setViewport({ width, height: 900 });
        const beyond = await visited.page.evaluate(() => {
          const end = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().right ?? 0;
          return Math.max(0, ...['.list table', 'tbody tr', 'tbody tr > :last-child'].map(end)) - end('.list');
        });
        expect(beyond, `${order} at ${width} px`).to.be.at.most(0.5);
        expect(await overflow(visited.page), `${order} at ${width} px`).to.be.at.most(0);
      }
      await leave(visited);
    }
  });

  it('marks what a person has set, for eyes and for ears', async () => {
    const set = (await listed('?limit=200')).find(({ override, score }) => override && score !== null);
    if (!set) throw new Error('Nothing is set by hand in the generated company.');
    const visited = await visit(`/?q=${encodeURIComponent(set.name)}`);
    const said = await visited.page.$$eval(
      'tbody tr',
      (rows, name) => {
        const row = rows.find((one) => one.querySelector('th a')?.textContent === name);
        const shadow = row?.querySelector('hale-gauge')?.shadowRoot;
        return [shadow?.querySelector('[part="hand"]')?.textContent, shadow?.querySelector('[role="img"]')?.ariaLabel];
      },
      set.name,
    );
    expect(said[0]).to.equal('by hand');
    expect(said[1]).to.match(
      /\. Until (taken back|\d+ \w+( \d{4})?): .+\. (Computed (\d+|–)|The score alone says .+)\./,
    );
    await leave(visited);
  });
});
