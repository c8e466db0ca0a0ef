import type { Report } from '@hale/core';
import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import type { AccountPage } from '../../demo/server/accounts/list-accounts.ts';
import type { PortfolioSummary } from '../../demo/server/accounts/summarise-portfolio.ts';
import { ask, leave, overflow, settled, type Visit, visit } from './demo.ts';

const rows = 'hale-portfolio >>> [part~="row"]';
const first = 10;

/** The names of the first rows, once the address is as it should be and the rows are drawn. */
async function namesOnce(page: Page, query: string, isNext: (names: readonly string[]) => boolean = () => true) {
  await page.waitForFunction((end) => location.search === end, {}, query);
  for (;;) {
    await page.waitForSelector('hale-portfolio >>> [role="grid"]');
    const names = await page.$$eval('hale-portfolio >>> [part="name"]', (all) =>
      all.map((name) => name.textContent ?? ''),
    );
    if (isNext(names)) return names.slice(0, first);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
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
    const headline = await page.$eval('hale-portfolio >>> [part="headline"]', (element) => element.textContent);
    expect(headline).to.match(tiers[0]?.count ? new RegExp(`^${tiers[0].count} of ${total} at risk`) : /^None of /);
    const worst = (await listed(`?sort=score&limit=${first}`)).map(({ name }) => name);
    expect(await namesOnce(page, '', (names) => names.length >= first)).to.deep.equal(worst);
    expect(visited.requests.filter((path) => path.startsWith('/v1/'))).to.have.members([
      '/v1/portfolio/accounts',
      '/v1/portfolio',
      '/v1/stream',
    ]);
  });

  it('shows every row with its scale, its line and how many flags', async () => {
    const accounts = await listed(`?sort=score&limit=${first}`);
    const drawn = await page.$$eval(rows, (all) =>
      all.map((row) => ({
        score: row.querySelector('.health b')?.textContent,
        hasLine: row.querySelector('.spark') !== null,
        flags: [...row.querySelectorAll('.flag')].reduce(
          (sum, flag) => sum + Number.parseInt(flag.textContent ?? '0', 10),
          0,
        ),
      })),
    );
    for (const [index, { score, signals, spark }] of accounts.entries()) {
      const row = drawn[index];
      if (score === null) expect(row?.score).to.equal('–');
      else expect(Math.abs(Number(row?.score) - score)).to.be.at.most(0.5);
      expect(row?.hasLine).to.equal(spark.slice(-12).some((value) => value !== null));
      expect(row?.flags).to.be.at.most(signals.filter(({ effect }) => effect === 'risk').length);
      if (signals.some(({ effect }) => effect === 'risk')) expect(row?.flags).to.be.above(0);
    }
  });

  it('asks for all accounts again only to show how health and seats go together', async () => {
    await page.click('#seats summary');
    await page.waitForFunction(() =>
      document
        .querySelector('hale-scatter')
        ?.shadowRoot?.querySelector('[part="headline"]')
        ?.textContent?.includes('rank correlation'),
    );
    await page.click('#seats summary');
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

  it('goes to any row by the keyboard, and draws it there', async () => {
    const { total } = await ask<PortfolioSummary>('/v1/portfolio');
    await page.focus('hale-portfolio >>> [role="grid"]');
    await page.keyboard.down('Control');
    await page.keyboard.press('End');
    await page.keyboard.up('Control');
    await page.waitForSelector(`hale-portfolio >>> [aria-rowindex="${total + 1}"] .active`);
  });

  it('sorts by a press on a head, and says so', async () => {
    const press = 'hale-portfolio >>> .heads .renewal button';
    const head = () => page.$eval('hale-portfolio >>> .heads .renewal', (each) => each.getAttribute('aria-sort'));
    await page.click(press);
    const next = (await listed('?sort=renewal&limit=1'))[0]?.renewal;
    await namesOnce(page, '?sort=renewal');
    expect(await head()).to.equal('ascending');
    await page.click(press);
    await namesOnce(page, '?sort=-renewal');
    expect(await head()).to.equal('descending');
    expect(next).to.be.a('string');
    expect(await page.$$eval('hale-portfolio >>> [aria-sort]', (heads) => heads.length)).to.equal(1);
  });

  it('filters by tier and by name, and says when nothing matches', async () => {
    await page.$$eval('hale-portfolio >>> button[part="tier"]', (all) =>
      all.find((each) => each.textContent?.includes('Watch'))?.click(),
    );
    await namesOnce(page, '?tier=watch&sort=-renewal');
    const watched = new Set((await listed('?tier=watch&limit=200')).map(({ name }) => name));
    const [one = ''] = await namesOnce(page, '?tier=watch&sort=-renewal', (names) =>
      names.every((name) => watched.has(name)),
    );
    const part = one.slice(1, 7);
    await page.type('hale-portfolio >>> input[type="search"]', part);
    const query = `?${new URLSearchParams({ search: part, tier: 'watch', sort: '-renewal' })}`;
    const found = await namesOnce(page, query, (names) => names.every((name) => name.includes(part)));
    expect(found).to.include(one);
    await page.type('hale-portfolio >>> input[type="search"]', 'qqq');
    const none = await page.waitForSelector('hale-portfolio >>> .none');
    expect(await none?.evaluate((notice) => notice.textContent)).to.match(/^\s*Nothing matches/);
    await page.click('hale-portfolio >>> .none button');
    expect(await namesOnce(page, '?sort=-renewal', (names) => names.length >= first)).to.have.length(first);
  });

  it('opens an account with one request for its report, whose ledger adds up to the score', async () => {
    const [name] = await namesOnce(page, '?sort=-renewal');
    const [account] = (await listed('?limit=200')).filter((each) => each.name === name);
    const before = visited.requests.length;
    await settled(page, () => Promise.all([page.waitForNavigation(), page.click('hale-portfolio >>> [part="name"]')]));
    expect(new URL(page.url()).pathname).to.equal(`/accounts/${account?.id}`);
    expect(await page.$eval('h1', (heading) => heading.textContent)).to.equal(account?.name);
    const asked = visited.requests.slice(before).filter((path) => path.startsWith('/v1/'));
    expect(asked.sort()).to.deep.equal([
      `/v1/accounts/${account?.id}`,
      `/v1/accounts/${account?.id}/health`,
      '/v1/stream',
    ]);
    // Widgets that were told of no account would say that they are not connected.
    expect(
      await page.$$eval('hale-provider :not(:defined), hale-provider :state(idle)', (all) =>
        all.map(({ localName }) => localName),
      ),
    ).to.deep.equal([]);

    const figures = await page.$eval('hale-breakdown', (breakdown) =>
      [...(breakdown.shadowRoot?.querySelectorAll('[part="points"]') ?? [])].map((figure) => ({
        kind: figure.closest('tr')?.getAttribute('part'),
        tenths: Math.round(Number(figure.textContent?.replace('−', '-')) * 10),
      })),
    );
    const sum = (kind: string) =>
      figures.filter((figure) => figure.kind === kind).reduce((all, { tenths }) => all + tenths, 0);
    expect(sum('total')).to.equal(Math.round((account?.score ?? 0) * 10));
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

  it('shows the account as one reader needs it, and says in the address as whom', async () => {
    await page.click('#views [value="sales"]');
    const said = await page.waitForFunction(
      () => document.querySelector('hale-role-view')?.shadowRoot?.querySelector('[part="headline"]')?.textContent,
    );
    // Every account of the demo has a renewal and seats in its records.
    expect(await said.jsonValue()).to.match(/^Renewal (today|in \d+ days?|\d+ days? ago); .*\d+ .*seats/);
    expect(new URL(page.url()).search).to.equal('?view=sales');
    expect(await page.$eval('hale-trend-line', (line) => line.checkVisibility())).to.equal(false);
    await page.click('#views [value=""]');
    expect(new URL(page.url()).search).to.equal('');
    expect(await page.$eval('hale-trend-line', (line) => line.checkVisibility())).to.equal(true);
    expect(await page.$eval('hale-role-view', (view) => view.checkVisibility())).to.equal(false);
  });

  it('comes back to the list as it was left', async () => {
    await settled(page, () => page.goBack());
    expect(await namesOnce(page, '?sort=-renewal', (names) => names.length >= first)).to.have.length(first);
    const head = await page.$eval('hale-portfolio >>> .heads .renewal', (each) => each.getAttribute('aria-sort'));
    expect(head).to.equal('descending');
    expect(visited.problems).to.deep.equal([]);
  });
});

describe('the list of accounts', () => {
  it('keeps within the page at every width', async function () {
    this.timeout(60_000);
    const visited = await visit('/?sort=-renewal');
    for (const width of [280, 320, 479, 480, 720, 1199, 1280, 1440]) {
      await visited.page.setViewport({ width, height: 900 });
      expect(await overflow(visited.page), `at ${width} px`).to.be.at.most(0);
    }
    await leave(visited);
  });

  it('marks what a person has set', async () => {
    const set = (await listed('?limit=200')).find(({ override, score }) => override && score !== null);
    if (!set) throw new Error('Nothing is set by hand in the generated company.');
    const visited = await visit(`/?search=${encodeURIComponent(set.name)}`);
    await namesOnce(visited.page, `?search=${encodeURIComponent(set.name)}`, (names) => names[0] === set.name);
    const said = await visited.page.$eval(`${rows} .health`, (cell) => cell.textContent);
    expect(said).to.match(/by hand$/);
    await leave(visited);
  });
});
