import type { CustomerView, Report } from '@hale/core';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { expect } from 'chai';
import type { AccountPage } from '../../demo/server/accounts/list-accounts.ts';
import { ask, leave, visibleText, visit } from './demo.ts';

/** Words that belong to the vendor: its tiers, signals, playbooks, other dimensions, and what it calls them. */
const internal = [
  ...b2bSaas.tiers.map(({ label }) => label),
  ...(b2bSaas.signals ?? []).map(({ label }) => label),
  ...(b2bSaas.playbooks ?? []).map(({ label }) => label),
  ...b2bSaas.dimensions.filter(({ id }) => id !== 'adoption').map(({ label }) => label),
  'health',
  'risk',
  'flag',
  'tier',
  'churn',
  'renew',
  'playbook',
  'score falling',
].filter((word) => word !== undefined);

describe("the customer's own page", () => {
  it('shows its adoption, teams and features, asks for nothing else, and says nothing internal', async () => {
    const { accounts } = await ask<AccountPage>('/v1/accounts?sort=score&limit=200');
    const customer = accounts.find(
      ({ activeUsers, topFlag, score }) => (activeUsers ?? 0) > 3 && topFlag && score !== null,
    );
    const id = customer?.id ?? '';
    const visited = await visit(`/customers/${id}`);
    const { page, problems, requests } = visited;
    expect(requests.filter((path) => path.startsWith('/v1/')).sort()).to.deep.equal([
      `/v1/accounts/${id}/adoption`,
      '/v1/stream',
    ]);
    expect(requests.filter((path) => path === '/session/token')).to.have.length(1);

    const own = await ask<CustomerView>(`/v1/accounts/${id}/adoption`);
    const figure = await page.$eval(
      'hale-gauge',
      (gauge) => gauge.shadowRoot?.querySelector('[part="figure"]')?.textContent,
    );
    expect(Number(figure)).to.equal(Math.round(own.score ?? Number.NaN));

    const all = await visibleText(page);
    await page.click('#views [value="customer"]');
    await page.waitForSelector('hale-role-view >>> [part="reading"]');
    const text = `${all} ${await visibleText(page)}`;
    expect(text).to.include('Active teams');
    for (const team of own.activity?.grids.find(({ by }) => by === 'team')?.rows ?? [])
      expect(text).to.include(team.label);
    for (const word of internal) expect(text.toLowerCase(), word).not.to.match(new RegExp(`\\b${word.toLowerCase()}`));
    const { activity } = await ask<Report>(`/v1/accounts/${id}/health`);
    for (const person of activity?.grids.find(({ by }) => by === 'user')?.rows ?? []) {
      expect(text).not.to.include(person.label);
    }
    expect(problems).to.deep.equal([]);
    await leave(visited);
  });

  it('wears the colour of the customer in every mark', async () => {
    const visited = await visit('/customers');
    const { page } = visited;
    const marks = await page.evaluate(() => ({
      gauge: getComputedStyle(
        document.querySelector('hale-gauge')?.shadowRoot?.querySelector('.reach') ?? document.body,
      ).stroke,
      accent: getComputedStyle(
        document.querySelector('hale-trend-line')?.shadowRoot?.querySelector('.axis') ?? document.body,
      ).stroke,
    }));
    expect(marks).to.deep.equal({ gauge: 'rgb(138, 42, 98)', accent: 'rgb(138, 42, 98)' });
    await leave(visited);
  });
});
