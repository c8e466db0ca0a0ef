import { expect } from 'chai';
import type { AccountPage } from '../../demo/server/accounts/list-accounts.ts';
import { ask, leave, visit } from './demo.ts';

describe('the React page', () => {
  it('shows another account when it is chosen, hears the widgets, and can be dark in a light page', async () => {
    const { accounts } = await ask<AccountPage>('/v1/accounts?sort=-value&limit=20');
    const [first, second] = accounts;
    const visited = await visit('/react');
    const { page, problems, requests } = visited;
    const shown = () =>
      page.$eval('hale-gauge', (gauge) => gauge.shadowRoot?.querySelector('[part="figure"]')?.textContent?.trim());
    const figureOf = (score: number | null | undefined) => (score == null ? '–' : String(Math.round(score)));
    expect(await shown()).to.equal(figureOf(first?.score));

    await page.select('select', second?.id ?? '');
    await page.waitForFunction(
      (name) => document.querySelector('.news li')?.textContent?.includes(name),
      {},
      second?.name ?? '',
    );
    expect(await shown()).to.equal(figureOf(second?.score));
    expect(requests.filter((path) => path.endsWith('/health'))).to.deep.equal([
      `/v1/accounts/${first?.id}/health`,
      `/v1/accounts/${second?.id}/health`,
    ]);

    await page.click('input[name="theme"][value="dark"]');
    const scheme = await page.$eval('hale-provider', (panel) => getComputedStyle(panel).colorScheme);
    expect(scheme).to.equal('dark');
    expect(problems).to.deep.equal([]);
    await leave(visited);
  });
});
