import * as widgets from '@hale/widgets';
import { expect } from 'chai';
import '../support/every-element.ts';
import { fill } from '../support/every-widget.ts';
import { mountElement, settled, unmountAll } from '../support/mount.ts';
import type { ReportElement } from '../support/states.ts';

const tags = Object.values(widgets as Record<string, unknown>)
  .flatMap((one) => (typeof one === 'function' && 'tag' in one ? [String(one.tag)] : []))
  .filter((tag) => tag !== 'hale-provider');

/** Drawn otherwise at seven eighths of the width; the others are as wide as they need, or laid out by style alone. */
const moved = ['hale-backtest', 'hale-portfolio', 'hale-role-view', 'hale-segment-bars', 'hale-trend-line'];

const drawnIn = ({ shadowRoot }: Element) => shadowRoot?.innerHTML.replace(/<!--.*?-->/g, '');

async function drawn(tag: string, width: number): Promise<HTMLElement> {
  const element = document.createElement(tag);
  expect(fill(element)).to.equal(true);
  await mountElement(element, width);
  // Accounts are read in slices.
  await new Promise((resolve) => setTimeout(resolve, 50));
  await settled(element);
  return element;
}

describe('a page that is printed', () => {
  const width = 1000;
  let share: number;

  beforeEach(() => {
    // Whether a scrollbar comes with what is put there makes a page another width.
    document.documentElement.style.setProperty('overflow-y', 'scroll');
    share = 700 / document.documentElement.clientWidth;
    expect(share, 'the page of the test is wider than paper').to.be.below(1);
  });
  afterEach(() => {
    unmountAll();
    document.documentElement.style.removeProperty('overflow-y');
  });

  for (const tag of tags) {
    it(`has <${tag}> as one that is as narrow as paper, and after that as it was`, async () => {
      const element = await drawn(tag, width);
      const before = drawnIn(element);
      const narrow = drawnIn(await drawn(tag, Math.floor(width * share)));
      // Once for a preview, and once more for the printer: browsers may say so twice.
      for (const _ of [1, 2]) {
        dispatchEvent(new Event('beforeprint'));
        await Promise.resolve();
        await (element as ReportElement).updateComplete;
        expect(drawnIn(element)).to.equal(narrow);
      }
      dispatchEvent(new Event('afterprint'));
      await settled(element);
      expect(drawnIn(element)).to.equal(before);
      if (moved.includes(tag)) expect(narrow).not.to.equal(before);
    });
  }
});
