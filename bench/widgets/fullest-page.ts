import * as widgets from '@hale/widgets';
import { listed } from '../../test/support/accounts.ts';
import { fullestGrid, fullestPortfolio, fullestReport } from '../../test/support/fullest.ts';
import '../../test/support/every-element.ts';

/** Letters with marks above and below them, as high as eight lines. */
const marks = 'Z\u0301\u0302\u0303\u0304\u0316\u0317\u0318\u0319'.repeat(250);
const told: ReadonlySet<string> = new Set(['label', 'name', 'reason', 'title', 'sentence', 'text', 'stage', 'steps']);

/** The same document with every text that people read of some thousand characters, most of them marks on others. */
function heapedUp<Document>(document: Document): Document {
  const heap = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return told.has(key) ? `${value} ${marks}` : value;
    if (Array.isArray(value)) return value.map((one) => heap(one, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, heap(one, name)]));
  };
  // Of the shape it came in, but for its texts.
  return heap(document, '') as Document;
}

const documents = { report: fullestReport(), portfolio: fullestPortfolio(), grid: fullestGrid() };

/** For those that show accounts one by one. */
const listing = new Set(['hale-portfolio', 'hale-scatter']);
const accounts = listed(10_000);
const earlier = { ...documents.report, asOf: '2026-10-17T09:00:00Z', score: 70.9 };
const heaped = {
  report: heapedUp(documents.report),
  portfolio: heapedUp(documents.portfolio),
  grid: heapedUp(documents.grid),
};
const heapedAccounts = heapedUp(listed(1000));

const fullest = {
  /** Every element with the documents that it takes. */
  all(): readonly { readonly tag: string; readonly of: keyof typeof documents }[] {
    const tags = Object.values(widgets).flatMap((one) => (typeof one === 'function' && 'tag' in one ? [one.tag] : []));
    return tags.flatMap((tag) => {
      const element = document.createElement(tag);
      const takes = (Object.keys(documents) as (keyof typeof documents)[]).filter((of) => of in element);
      return takes.map((of) => ({ tag, of }));
    });
  },

  /** Puts one into the page with its document, its texts heaped up with marks or not, and waits until it is drawn. */
  async show(tag: string, of: keyof typeof documents, isHeaped: boolean): Promise<void> {
    const element = document.createElement(tag);
    const [one, all] = isHeaped ? [heaped[of], heapedAccounts] : [documents[of], accounts];
    Reflect.set(element, of, listing.has(tag) ? all : one);
    if ('earlier' in element) Reflect.set(element, 'earlier', earlier);
    document.body.replaceChildren(element);
    // Many accounts are read in slices; then it takes a few frames more until rows are measured and drawn.
    while (element.matches(':state(loading)')) await new Promise(requestAnimationFrame);
    for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
  },
};

declare global {
  interface Window {
    fullest: typeof fullest;
  }
}
window.fullest = fullest;
