import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { leave, visit } from './demo.ts';

/** Puts another value into a field as a person would, and gives the sentence of what it changed. */
async function change(page: Page, name: string, value: string): Promise<string> {
  // Coming to a field selects what is in it.
  await page.focus(`input[name="${name}"]`);
  if (value) await page.keyboard.type(value);
  else await page.keyboard.press('Backspace');
  const sentence = await said(page);
  await page.focus('#reset');
  return sentence;
}

const said = (page: Page) => page.$eval('#changed', (element) => element.textContent ?? '');
const total = (page: Page) => page.$eval('.ledger tfoot b', (figure) => Number(figure.textContent));
const figure = (page: Page) =>
  page.$eval('hale-gauge', (gauge) => Number(gauge.shadowRoot?.querySelector('[part="figure"]')?.textContent));

describe('the page without a backend', () => {
  it('scores an edited fact at once, and says what it did in figures that add up', async () => {
    const visited = await visit('/no-backend');
    const { page, problems, requests } = visited;
    const first = await total(page);

    const sentence = await change(page, 'urgentTickets', '3');
    const [, to, by] = /^Down ([\d.]+) to ([\d.]+).*: High-priority tickets open −/.exec(sentence) ?? [];
    expect(Number(to), sentence).to.be.above(0);
    const second = await total(page);
    expect(second, sentence).to.equal(Number(by));
    expect(Math.round((first - second) * 10), sentence).to.equal(Math.round(Number(to) * 10));
    const moves = await page.$eval('hale-what-changed', (widget) => widget.shadowRoot?.textContent?.trim());
    expect(moves).to.match(new RegExp(`Down ${to?.replace('.', '\\.')}: the customer −`));
    // The needle is on its way for a moment.
    await page.waitForFunction(
      (score) =>
        Math.abs(
          Number(document.querySelector('hale-gauge')?.shadowRoot?.querySelector('[part="figure"]')?.textContent) -
            score,
        ) <= 0.5,
      {},
      second,
    );
    expect(Math.abs((await figure(page)) - second)).to.be.at.most(0.5);

    expect(await change(page, 'urgentTickets', '1')).to.match(/^Up /);
    expect(await total(page)).to.equal(first);
    expect(requests.filter((path) => path.startsWith('/v1/'))).to.deep.equal([]);
    expect(problems).to.deep.equal([]);
    await leave(visited);
  });

  it('takes an emptied field as not observed, and has no score when too little is left', async () => {
    const visited = await visit('/no-backend');
    const { page, problems } = visited;
    await change(page, 'csat', '');
    const missing = await page.$eval('.ledger tbody', (body) => body.textContent);
    expect(missing).to.match(/Satisfaction not observed; its weight is carried by the rest/);
    const use = ['activeUsers', 'activeBefore', 'keyFeaturesUsed', 'daysActive'];
    for (const name of ['lastTouchpoint', 'touchpoints', ...use.slice(1)]) await change(page, name, '');
    expect(await change(page, 'activeUsers', '')).to.match(/^No score any more: \d+% observed, 50% needed/);
    expect(await page.$eval('.ledger tfoot b', (figure) => figure.textContent)).to.equal('–');
    await page.click('#reset');
    await page.waitForFunction(() => document.getElementById('changed')?.textContent?.startsWith('Scored again'));
    expect(problems).to.deep.equal([]);
    await leave(visited);
  });

  it('shows the model it scores with', async () => {
    const visited = await visit('/no-backend');
    const { page } = visited;
    await page.click('summary');
    const shown = await page.$eval('#model', (field) => (field as HTMLTextAreaElement).value);
    expect(JSON.parse(shown)).to.include({ id: 'b2b-saas' });
    await leave(visited);
  });
});
