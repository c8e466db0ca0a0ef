import * as widgets from '@hale/widgets';
import { listed } from '../../test/support/accounts.ts';
import { fullestGrid, fullestPortfolio, fullestReport } from '../../test/support/fullest.ts';
import '../../test/support/every-element.ts';

const documents = { report: fullestReport(), portfolio: fullestPortfolio(), grid: fullestGrid() };

/** For those that show accounts one by one. */
const listing = new Set(['hale-portfolio', 'hale-scatter']);
const accounts = listed(10_000);
const earlier = { ...documents.report, asOf: '2026-10-17T09:00:00Z', score: 70.9 };

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

  /** Puts one into the page with its document, and waits until it is drawn. */
  async show(tag: string, of: keyof typeof documents): Promise<void> {
    const element = document.createElement(tag);
    Reflect.set(element, of, listing.has(tag) ? accounts : documents[of]);
    if ('earlier' in element) Reflect.set(element, 'earlier', earlier);
    document.body.replaceChildren(element);
    for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
  },
};

declare global {
  interface Window {
    fullest: typeof fullest;
  }
}
window.fullest = fullest;
