import * as widgets from '@hale/widgets';
import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { axeFindings, leave, visit } from './demo.ts';

const tags = Object.values(widgets as Record<string, unknown>)
  .flatMap((one) => (typeof one === 'function' && 'tag' in one ? [String(one.tag)] : []))
  .filter((tag) => tag !== 'hale-provider');

const choose = (page: Page, name: string, value: string) =>
  page.evaluate(
    (name, value) => {
      document.querySelector<HTMLElement>(`input[name="${name}"][value="${value}"]`)?.click();
      // One frame to be drawn and measured, one for what follows from it.
      return new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    },
    name,
    value,
  );

describe('the gallery', () => {
  it('has an example of every widget, all of them ready', async () => {
    const visited = await visit('/gallery');
    const drawn = await visited.page.$$eval('#stage .box > *', (all) =>
      all.map((one) => [one.localName, one.matches(':state(ready)')]),
    );
    expect(drawn).to.have.deep.members(tags.map((tag) => [tag, true]));
    await leave(visited);
  });

  it('draws every widget in every state, in each language and at each width, and nothing sticks out', async function () {
    this.timeout(240_000);
    const visited = await visit('/gallery?widget=all', { width: 1280 });
    const { page, problems } = visited;
    for (const lang of ['en', 'de', 'fr', 'es', 'ja', 'ar']) {
      await choose(page, 'lang', lang);
      // The widths at which the layouts change; words are longest in the others.
      for (const width of ['en', 'ar'].includes(lang) ? ['120', '240', '320', '480', '1200'] : ['120', '480']) {
        await choose(page, 'width', width);
        const wrong = await page.$$eval('#stage figure', (all) =>
          all.flatMap((figure) => {
            const widget = figure.querySelector('.box > *');
            const { tag, state } = figure.dataset;
            const over = (widget?.scrollWidth ?? 0) - figure.clientWidth;
            // What can be pressed reaches a little beyond its row, for the finger; a small dial's needle has room beyond it.
            // A table of accounts wants 240 px.
            if (tag === 'hale-portfolio' && figure.clientWidth < 240) return [];
            return over > 9 || !widget?.clientHeight ? [`${tag}, ${state}: ${over} px over`] : [];
          }),
        );
        expect(wrong, `${lang} at ${width} px`).to.deep.equal([]);
      }
    }
    expect(problems).to.deep.equal([]);
    await leave(visited);
  });

  it('changes what is on the page in place, and says so in its address', async function () {
    this.timeout(60_000);
    const visited = await visit('/gallery?widget=hale-gauge&theme=dark');
    const { page } = visited;
    const gauge = await page.$('#stage hale-gauge');
    for (const [name, value] of [
      ['lang', 'ar'],
      ['width', '240'],
      ['density', 'compact'],
      ['theme', 'light'],
    ] as const) {
      await choose(page, name, value);
    }
    expect(new URL(page.url()).search).to.equal('?widget=hale-gauge&theme=light&width=240&lang=ar&density=compact');
    const seen = await gauge?.evaluate((one) => [
      one.isConnected,
      one.matches(':dir(rtl)'),
      one.clientWidth,
      getComputedStyle(one).colorScheme,
    ]);
    expect(seen).to.deep.equal([true, true, 240, 'light']);
    await leave(visited);
  });

  it('passes axe in forced colours', async function () {
    this.timeout(60_000);
    const visited = await visit('/gallery?lang=de');
    const client = await visited.page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    expect(await axeFindings(visited.page)).to.deep.equal([]);
    await leave(visited);
  });

  it('writes every word at 7 : 1 for whoever asks for more contrast', async function () {
    this.timeout(120_000);
    for (const theme of ['light', 'dark']) {
      const visited = await visit(`/gallery?theme=${theme}`);
      const client = await visited.page.createCDPSession();
      await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-contrast', value: 'more' }] });
      expect(await axeFindings(visited.page, '#stage .box', 'color-contrast-enhanced'), theme).to.deep.equal([]);
      await leave(visited);
    }
  });

  it('is printed in the inks of the light theme, as on paper no ground is dark', async function () {
    this.timeout(60_000);
    const visited = await visit('/gallery?theme=dark');
    const { page } = visited;
    const inks = () =>
      page.$$eval('#stage .box > *', (all) => [
        ...new Set(all.filter((one) => one.localName.startsWith('hale-')).map((one) => getComputedStyle(one).color)),
      ]);
    expect(await inks()).to.deep.equal(['rgb(236, 238, 241)']);
    await page.emulateMediaType('print');
    expect(await inks()).to.deep.equal(['rgb(25, 28, 34)']);
    const ground = await page.$eval('#stage hale-status', (status) => {
      const pill = status.shadowRoot?.querySelector('[part="pill"]');
      const { printColorAdjust, backgroundColor } = getComputedStyle(pill ?? status);
      return [printColorAdjust, backgroundColor];
    });
    expect(ground, 'what a status stands on is printed').to.deep.equal(['exact', 'rgb(253, 243, 221)']);
    await leave(visited);
  });

  it('is drawn for paper while it is printed, wherever on the page, and as it was after that', async function () {
    this.timeout(60_000);
    const visited = await visit('/gallery?width=1200', { width: 1280 });
    const { page } = visited;
    await page.evaluate(() => {
      const widths = () =>
        ['hale-trend-line', 'hale-segment-bars', 'hale-scatter'].map((tag) => {
          const element = document.querySelector(`#stage ${tag}`);
          return Math.max(...[...(element?.shadowRoot?.querySelectorAll('svg') ?? [])].map((svg) => svg.clientWidth));
        });
      const seen = [widths()];
      Object.assign(globalThis, { seen, widths });
      addEventListener('beforeprint', () => queueMicrotask(() => seen.push(widths())));
    });
    await page.pdf();
    const [screen, paper, after] = await page.evaluate(() => {
      const { seen, widths } = globalThis as unknown as { seen: number[][]; widths: () => number[] };
      return [seen[0], seen.at(-1), widths()] as const;
    });
    expect(screen?.length).to.equal(3);
    for (const [place, width] of (screen ?? []).entries()) {
      expect(paper?.[place], `the ${place + 1}. of ${width} px`).to.be.below(Math.min(width, 700));
    }
    expect(after).to.deep.equal(screen);
    await leave(visited);
  });
});
