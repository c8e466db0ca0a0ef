import { type BacktestReport, parseBacktest } from '@hale/core/validation';
import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import type { AccountPage } from '../../demo/server/accounts/list-accounts.ts';
import { ask, axeFindings, leave, type Visit, visibleText, visit } from './demo.ts';

const feedbackSoFar = async (): Promise<NonNullable<BacktestReport['feedback']>> =>
  parseBacktest(await ask('/v1/backtest')).feedback ?? { agree: 0, disagree: 0, latest: [] };

/** What has the focus: its name, or what it says. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement instanceof HTMLInputElement ? activeElement.name : activeElement?.textContent?.trim();
  });

/** Goes on with Tab until something has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === name) return;
  }
  throw new Error(`Nothing that Tab reaches is ${name}.`);
}

const saidBegins = (page: Page, words: string) =>
  page.waitForFunction((begin) => document.getElementById('feedback-said')?.textContent?.startsWith(begin), {}, words);

/** What stands in the form: what is chosen, and what is typed. */
const given = (page: Page) =>
  page.$eval('#feedback', (form) => {
    const data = new FormData(form as HTMLFormElement);
    return [data.get('says'), data.get('why')];
  });

describe('what people say of a score', function () {
  this.timeout(90_000);
  let id = '';
  let visited: Visit;
  let page: Page;

  before(async () => {
    const { accounts } = await ask<AccountPage>('/v1/accounts?sort=score');
    id = accounts[0]?.id ?? '';
  });
  beforeEach(async () => {
    visited = await visit(`/accounts/${id}`);
    page = visited.page;
    await page.waitForSelector('#feedback:not([hidden])');
  });
  afterEach(() => leave(visited));

  it('is said by keyboard alone on the page of an account, and counted on the page of the backtest', async () => {
    const before = await feedbackSoFar();
    await tabTo(page, 'says');
    await page.keyboard.press('ArrowRight');
    expect(await given(page)).to.deep.equal(['disagree', '']);
    await tabTo(page, 'why');
    await page.keyboard.type('The champion left.');
    expect(await axeFindings(page)).to.deep.equal([]);
    await page.keyboard.press('Enter');
    await saidBegins(page, 'Kept.');
    expect(await given(page)).to.deep.equal([null, '']);
    expect(await focused(page)).to.equal('says');

    const { agree, disagree, latest } = await feedbackSoFar();
    expect({ agree, disagree }).to.deep.equal({ agree: before.agree, disagree: before.disagree + 1 });
    expect(latest[0]).to.deep.include({ account: id, says: 'disagree', why: 'The champion left.' });

    await tabTo(page, 'Is this score right?');
    await Promise.all([page.waitForNavigation({ waitUntil: 'networkidle0' }), page.keyboard.press('Enter')]);
    await page.waitForSelector('hale-backtest:state(ready)');
    const times = (count: number) => (count === 1 ? 'once' : `${count} times`);
    expect(await visibleText(page)).to.include(
      `People agreed with a score ${times(agree)} and disagreed ${times(disagree)}.`,
    );
    expect(visited.problems).to.deep.equal([]);
  });

  it('is kept in the form while the server cannot be reached, and sent when it can', async () => {
    const before = await feedbackSoFar();
    await page.click('#feedback input[value="agree"]');
    await page.type('#feedback input[name="why"]', 'They said so.');
    await page.setOfflineMode(true);
    await page.click('#feedback button');
    await saidBegins(page, 'The server could not be reached.');
    expect(await given(page)).to.deep.equal(['agree', 'They said so.']);
    expect(await page.$eval('#feedback-why', (why) => why.checkVisibility())).to.equal(true);
    expect((await feedbackSoFar()).agree).to.equal(before.agree);

    await page.setOfflineMode(false);
    await page.click('#feedback button');
    await saidBegins(page, 'Kept.');
    expect((await feedbackSoFar()).agree).to.equal(before.agree + 1);
  });

  it('is kept in the form after an error, which is told in the words of the server', async () => {
    await page.click('#feedback input[value="disagree"]');
    await page.type('#feedback input[name="why"]', 'Wrong by far.');
    await page.setRequestInterception(true);
    page.once('request', (request) => {
      const body = JSON.stringify({ title: 'Too many requests', detail: 'Ask again in a minute.' });
      void request.respond({ status: 429, contentType: 'application/problem+json', body });
    });
    await page.click('#feedback button');
    await saidBegins(page, 'Ask again in a minute.');
    expect(await given(page)).to.deep.equal(['disagree', 'Wrong by far.']);
    expect(await axeFindings(page)).to.deep.equal([]);
  });

  it('is never asked on the page of a customer', async () => {
    const { accounts } = await ask<AccountPage>('/v1/accounts?limit=3');
    for (const { id } of accounts) {
      const customer = await visit(`/customers/${id}`);
      await customer.page.waitForSelector('hale-gauge:state(ready)');
      expect(await customer.page.$$('form, input[name="says"], #feedback')).to.deep.equal([]);
      expect(await visibleText(customer.page)).not.to.match(/score right|feedback|\bagree/i);
      expect(customer.requests.filter((path) => /feedback|backtest/.test(path))).to.deep.equal([]);
      await leave(customer);
    }
  });
});
