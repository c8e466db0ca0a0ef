import { expect } from 'chai';
import type { AccountPage } from '../../demo/server/accounts/list-accounts.ts';
import { ask, axeFindings, leave, overflow, settled, visit } from './demo.ts';

/** The addresses of all pages; an account with flags, so that there is something to see. */
async function addresses(): Promise<readonly string[]> {
  const { accounts } = await ask<AccountPage>('/v1/accounts?sort=score');
  const id = accounts.find(({ topFlag, score }) => topFlag && score !== null)?.id ?? '';
  return [
    '/',
    `/accounts/${id}`,
    `/customers/${id}`,
    `/accounts/${id}?view=success`,
    `/accounts/${id}?view=sales`,
    `/accounts/${id}?view=product`,
    `/customers/${id}?view=customer`,
    '/model',
    '/backtest',
    '/no-backend',
    '/react',
    '/api',
    // One widget of it; axe looks at all of them in forced colours, and at each by itself in the tests of widgets.
    '/gallery?widget=hale-status',
    '/accounts/nobody',
    '/customers/nobody',
  ];
}

describe('every page', () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const width of [1280, 320]) {
      it(`passes the policy and axe, and fits, ${scheme} at ${width} px`, async function () {
        this.timeout(90_000);
        for (const path of await addresses()) {
          const visited = await visit(path, { scheme, width });
          const { page, problems, requests } = visited;
          // The browser reports every 404 by itself; the page says in words that there is no such account.
          const isMissing = (problem: string) => path.endsWith('/nobody') && problem.includes('status of 404');
          expect(
            problems.filter((problem) => !isMissing(problem)),
            path,
          ).to.deep.equal([]);
          // Every token begins so; none may stand in an address, whatever is asked for.
          expect(requests.filter((asked) => asked.includes('eyJ'))).to.deep.equal([]);
          expect(await axeFindings(page), path).to.deep.equal([]);
          expect(await overflow(page), path).to.be.at.most(0);
          await leave(visited);
        }
      });
    }
  }

  it('has a title of its own, a language, one main heading, and a way past the bar', async function () {
    this.timeout(60_000);
    const titles = new Set<string>();
    const pages = (await addresses()).filter((path) => !/nobody|view=/.test(path));
    for (const path of pages) {
      const visited = await visit(path);
      const { page } = visited;
      titles.add(await page.title());
      expect(await page.$eval('html', (html) => html.lang), path).to.equal('en');
      expect(await page.$$eval('h1', (headings) => headings.length), path).to.equal(1);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id), path).to.equal('main');
      await leave(visited);
    }
    expect(titles.size).to.equal(pages.length);
  });

  it('is dark or light as it was told to be, also after it is loaded again', async () => {
    const visited = await visit('/', { scheme: 'light' });
    const { page } = visited;
    const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    const isOn = () => page.$eval('[role="switch"]', (button) => button.getAttribute('aria-checked'));
    expect([await scheme(), await isOn()]).to.deep.equal(['light dark', 'false']);
    await page.click('[role="switch"]');
    expect([await scheme(), await isOn()]).to.deep.equal(['dark', 'true']);
    await settled(page, () => page.reload());
    expect([await scheme(), await isOn()]).to.deep.equal(['dark', 'true']);
    await page.click('[role="switch"]');
    expect([await scheme(), await isOn()]).to.deep.equal(['light dark', 'false']);
    await leave(visited);
  });
});
