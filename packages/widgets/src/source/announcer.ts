import { type Clock, pageClock } from './clock.ts';

/** What is to be heard of an account: a sentence and its language (BCP 47), on the page where it is shown. */
export interface Announcement {
  readonly sentence: string;
  readonly lang: string;
  readonly page: Document;
}

/** Has a screen reader say what changed on an account; what is said of it later takes the place of what waits. */
export type Announce = (accountId: string, announcement: Announcement) => void;

/** A live region must be there for a moment before its words are, or they are not said. */
const before = 1000;
/** ms for which nothing else is said. */
const pause = 5000;
/** Sentences at once: nobody listens to forty. */
const most = 3;

/** One voice: it gathers for a second, says three sentences at most, then rests for five seconds before the next. */
export function announcer(clock: Clock): Announce {
  const waiting = new Map<string, Announcement>();
  const regions = new Set<Element>();
  let isBusy = false;

  function speak(): void {
    const next = [...waiting].slice(0, most);
    isBusy = next.length > 0;
    if (!isBusy) {
      for (const region of regions) region.remove();
      regions.clear();
      return;
    }
    for (const [accountId] of next) waiting.delete(accountId);
    for (const region of regions) wordsOf(region)?.replaceChildren();
    for (const [, { sentence, lang, page }] of next) {
      const line = page.createElement('p');
      line.lang = lang;
      line.textContent = sentence;
      const region = regionOf(page);
      regions.add(region);
      wordsOf(region)?.append(line);
    }
    clock.after(pause, speak);
  }

  return (accountId, announcement) => {
    waiting.delete(accountId);
    waiting.set(accountId, announcement);
    regions.add(regionOf(announcement.page));
    if (isBusy) return;
    isBusy = true;
    clock.after(before, speak);
  };
}

/** The voice of this copy of the library. */
export const announce = announcer(pageClock);

const name = 'data-hale-announcer';
const wordsOf = (region: Element) => region.shadowRoot?.querySelector('[role]');

/** The one live region of a page, whichever version of the library made it. No style of the host shows it or hides it. */
function regionOf(page: Document): Element {
  const found = page.querySelector(`[${name}]`);
  if (found) return found;
  const region = page.createElement('div');
  region.setAttribute(name, '');
  const sheet = new (page.defaultView ?? globalThis).CSSStyleSheet();
  sheet.replaceSync(':host{all:initial!important;position:fixed!important;clip-path:inset(50%)!important}');
  const root = region.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  const words = page.createElement('div');
  words.role = 'status';
  root.append(words);
  (page.body ?? page.documentElement).append(region);
  return region;
}
