import type { Browser, Page } from 'puppeteer-core';
import { openGallery, openPage } from './browser.ts';
import { type View, views } from './views.ts';

/** Pictures by their names, as PNG. */
export type Pictures = ReadonlyMap<string, Uint8Array>;

/** Tells the page what the reader's system prefers. */
async function prefer(page: Page, view: View): Promise<void> {
  await page.setViewport({ width: view.width, height: 1000, deviceScaleFactor: view.scale ?? 1 });
  const features = [
    { name: 'prefers-color-scheme', value: view.dark ? 'dark' : 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
    { name: 'forced-colors', value: view.forced ? 'active' : 'none' },
  ];
  // The driver's own call knows no forced colours.
  const client = await page.createCDPSession();
  await client.send('Emulation.setEmulatedMedia', { features });
}

/** Resolves when every widget of the page has drawn what it was told, in its width, with the letters it asked for. */
function drawn(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let round = 0; round < 3; round++) {
      await frame();
      for (const one of document.querySelectorAll('#stage .box > *')) await Reflect.get(one, 'updateComplete');
      await document.fonts.ready;
    }
    await frame();
  });
}

/** Leaves of what the gallery shows some states, and some widgets where these are told. */
const narrow = (page: Page, { states, of, together = false }: View) =>
  page.$$eval(
    '#stage figure',
    (figures, states, tags, together) => {
      for (const figure of figures) {
        const { tag = '', state = '' } = figure.dataset;
        figure.hidden = !states.includes(state) || (tags !== null && !tags.includes(tag));
        for (const caption of figure.querySelectorAll('figcaption')) caption.hidden = together;
      }
    },
    states,
    of ?? null,
    together && of !== undefined,
  );

/** A picture of the stage; while it is not as expected it is taken again, once and again: what was late may have come. */
async function picture(page: Page, isExpected: (png: Uint8Array) => boolean): Promise<Uint8Array> {
  const stage = await page.$('#stage');
  if (!stage) throw new Error('The gallery has no #stage.');
  let png = await stage.screenshot();
  for (let tries = 0; tries < 2 && !isExpected(png); tries++) {
    await drawn(page);
    png = await stage.screenshot();
  }
  return png;
}

async function show(page: Page, view: View, tag: string): Promise<void> {
  await page.select('#widget', tag);
  await narrow(page, view);
  await drawn(page);
}

/** The names of a view's pictures, each with the widget it shows; empty for those beside one another. */
async function namesOf(
  page: Page,
  { name, of, together }: View,
): Promise<readonly (readonly [name: string, tag: string])[]> {
  if (together) return [[name, '']];
  const tags = await page.$$eval('#widget option', (all) => all.map(({ value }) => value));
  return tags
    .filter((tag) => tag.startsWith('hale-') && (of?.includes(tag) ?? true))
    .map((tag) => [`${tag.slice('hale-'.length)}-${name}`, tag]);
}

/**
 * Takes every picture, from the built pages. Throws with what went wrong in a page, where something did.
 * `isExpected` says whether a picture is as it should be, so that it is not taken again; `isWanted` leaves some out.
 */
export async function takePictures(
  browser: Browser,
  isExpected: (name: string, png: Uint8Array) => boolean,
  isWanted: (name: string) => boolean = () => true,
): Promise<Pictures> {
  const pictures = new Map<string, Uint8Array>();
  for (const view of views) {
    const { page, failures } = await openPage(browser);
    await prefer(page, view);
    await openGallery(page, view.address);
    for (const [name, tag] of await namesOf(page, view)) {
      if (!isWanted(name)) continue;
      await show(page, view, tag);
      pictures.set(name, await picture(page, (png) => isExpected(name, png)));
    }
    await page.close();
    if (failures.length > 0) throw new Error(`In the view ${view.name}: ${failures.join('\n')}`);
  }
  return pictures;
}
