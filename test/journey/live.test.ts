import { setTimeout } from 'node:timers/promises';
import type { Report } from '@hale/core';
import { expect } from 'chai';
import type { AccountPage } from '../../demo/server/accounts/list-accounts.ts';
import type { PortfolioSummary } from '../../demo/server/accounts/summarise-portfolio.ts';
import { urgent } from '../../demo/server/fixtures/send-in.ts';
import { figure } from '../support/figure.ts';
import { ask, happens, leave, visit } from './demo.ts';

/** Urgent requests that nobody has answered for four days. */
const goWrong = (account: string, { asOf }: Report) => happens(urgent(account, asOf));

/** The best of the accounts that nothing speaks against: its score falls when something does. */
async function healthy(place: number): Promise<{ id: string; report: Report }> {
  const { accounts } = await ask<AccountPage>('/v1/accounts?sort=-score&limit=25');
  const id = accounts.filter(({ topFlag }) => !topFlag)[place]?.id ?? '';
  return { id, report: await ask<Report>(`/v1/accounts/${id}/health`) };
}

describe('a page that stays open', function () {
  this.timeout(60_000);

  it('shows by itself what becomes of the account when events come in, with one request for its report', async () => {
    const { id, report } = await healthy(0);
    const visited = await visit(`/accounts/${id}`);
    const { page, problems, requests } = visited;
    const before = await figure(page);
    await page.$eval('hale-gauge', (gauge) =>
      Object.assign(gauge.shadowRoot?.firstElementChild ?? {}, { isOld: true }),
    );
    const flags = () => page.$eval('hale-risk-flags', (one) => one.shadowRoot?.textContent ?? '');
    const calm = await flags();
    await goWrong(id, report);
    await page.waitForFunction(
      (was) =>
        document.querySelector('hale-gauge')?.shadowRoot?.querySelector('[part="figure"]')?.textContent?.trim() !== was,
      {},
      before,
    );
    const { score } = await ask<Report>(`/v1/accounts/${id}/health`);
    expect(Number(await figure(page))).to.equal(Math.round(score ?? Number.NaN));
    expect(await flags()).not.to.equal(calm);
    // Nothing was made anew.
    expect(
      await page.$eval('hale-gauge', ({ shadowRoot }) => 'isOld' in (shadowRoot?.firstElementChild ?? {})),
    ).to.equal(true);
    const asked = requests.filter((path) => path.startsWith('/v1/') && /health|stream/.test(path));
    const health = `/v1/accounts/${id}/health`;
    expect(asked.sort()).to.deep.equal([health, health, '/v1/stream']);
    expect(problems).to.deep.equal([]);
    await leave(visited);
  });

  it('shows among all accounts what becomes of one, where the reader is', async () => {
    const { id, report } = await healthy(0);
    const visited = await visit('/?sort=account');
    const { page, problems, requests } = visited;
    await page.waitForSelector('hale-portfolio >>> [part~="row"]');
    const shown = (name: string) =>
      page.$eval(
        'hale-portfolio',
        ({ shadowRoot }, name) => {
          const rows = [...(shadowRoot?.querySelectorAll('[part~="row"]') ?? [])];
          const own = rows.find((row) => row.querySelector('[part="name"]')?.textContent === name);
          const grid = shadowRoot?.querySelector('[role="grid"]');
          return {
            score: own?.querySelector('.health b')?.textContent,
            top: grid?.scrollTop,
            isOld: 'isOld' in (grid ?? {}),
          };
        },
        name,
      );
    const { name } = report.account;
    // Until its row is one of those that are drawn, and a little more.
    do {
      await page.$eval('hale-portfolio >>> [role="grid"]', (grid) => {
        Object.assign(grid, { isOld: true, scrollTop: grid.scrollTop + 90 });
        return new Promise(requestAnimationFrame);
      });
    } while ((await shown(name)).score === undefined);
    const before = await shown(name);
    expect(before.top).to.be.above(0);
    expect(Number(before.score)).to.equal(Math.round(report.score ?? Number.NaN));
    await goWrong(id, report);
    while ((await shown(name)).score === before.score) await setTimeout(20);
    const { score } = await ask<Report>(`/v1/accounts/${id}/health`);
    expect(await shown(name)).to.deep.equal({ ...before, score: String(Math.round(score ?? Number.NaN)) });
    const { tiers } = await ask<PortfolioSummary>('/v1/portfolio');
    const counted = await page.$$eval('hale-segment-bars >>> [part="key"] b', (all) =>
      all.map((one) => Number(one.textContent)),
    );
    expect(counted.slice(0, tiers.length)).to.deep.equal(tiers.map(({ count }) => count));
    expect(requests.filter((path) => /portfolio$/.test(path))).to.have.length(2);
    expect(new URL(page.url()).search).to.equal('?sort=account');
    expect(problems).to.deep.equal([]);
    await leave(visited);
  });

  it('hears of other accounts nothing, and the customer of its own', async () => {
    const { id, report } = await healthy(0);
    const { id: other } = await healthy(1);
    const [own, others] = [await visit(`/customers/${id}`), await visit(`/customers/${other}`)];
    await goWrong(id, report);
    const path = `/v1/accounts/${id}/adoption`;
    const asked = () => own.requests.filter((one) => one === path).length;
    while (asked() < 2) await setTimeout(20);
    expect(others.requests.filter((one) => one.startsWith('/v1/accounts'))).to.deep.equal([
      `/v1/accounts/${other}/adoption`,
    ]);
    expect([...own.problems, ...others.problems]).to.deep.equal([]);
    await leave(own);
    await leave(others);
  });
});
