import type { AccountDetail, Portfolio, PortfolioViewDetail } from '@hale/widgets';
import { portfolioMessages, setMessages } from '@hale/widgets';
import '@hale/widgets/define/portfolio.js';
import { expect } from 'chai';
import fc from 'fast-check';
import { listed } from '../support/accounts.ts';
import { leaksOf } from '../support/leaks.ts';
import { isIn, mount, mountElement, part, settled, textOf, unmountAll } from '../support/mount.ts';
import { savedBy, wordsOf } from '../support/reading.ts';
import { until } from '../support/until.ts';

const made = (given: Partial<Portfolio>) => Object.assign(document.createElement('hale-portfolio'), given);
const shown = async (given: Partial<Portfolio>, width = 1184) => {
  const element = await mountElement(made(given), width);
  await settled(element);
  return element;
};
const all = (element: Element, selector: string) => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
/** A portfolio that takes a tenth of a second or more to read, however fast the machine is. */
const long = (name: string, count: number) => {
  const given = listed(count);
  const accounts = (given.accounts ?? []).map((one, i) => ({
    ...one,
    get name() {
      for (const until = performance.now() + 5; i % 100 === 0 && performance.now() < until; );
      return `${name} ${i}`;
    },
  }));
  return { ...given, accounts };
};
const names = (element: Element) => all(element, '[part~="name"]').map(({ textContent }) => textContent);
const heads = (element: Element) => all(element, '[role="columnheader"]').map((head) => head.textContent?.trim());
const rows = (element: Element) => all(element, '[part~="row"]');
const set = async (element: Portfolio, change: Partial<Portfolio>) => {
  Object.assign(element, change);
  await settled(element);
};
const press = async (element: Portfolio, key: string, more: KeyboardEventInit = {}) => {
  part(element, 'grid').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  await settled(element);
};
const active = (element: Portfolio) => {
  const id = part(element, 'grid').getAttribute('aria-activedescendant') ?? '';
  const cell = element.shadowRoot?.getElementById(id);
  return `${id}${cell?.classList.contains('active') ? '' : ', which is not drawn'}`;
};
/** The row that lies at a height of the grid, in px from the first row's top. */
const rowAt = (element: Portfolio, y: number) => {
  const top = part(element, 'grid').getBoundingClientRect().top + 37;
  return rows(element).find((row) => {
    const box = row.getBoundingClientRect();
    return box.top - top <= y && box.bottom - top > y;
  });
};

describe('<hale-portfolio>', () => {
  afterEach(unmountAll);

  it('says how many are worst and renew soon, and shows the worst first', async () => {
    const element = await shown({ portfolio: listed(100) });
    expect(textOf(element)).to.match(/^Accounts 40 of 100 at risk; 31 renew within 30 days/);
    expect(names(element).slice(0, 3)).to.deep.equal([
      'Averlund Freight 0',
      'Brünnholz Paper 71',
      'Brünnholz Paper 41',
    ]);
    expect(part(element, 'shown').textContent).to.equal('100 accounts');
    expect(isIn(element, 'ready')).to.equal(true);
  });

  it('draws of ten thousand accounts only those in sight, and says how many there are', async () => {
    const element = await shown({ portfolio: listed(10_000), sort: 'account' });
    await until(() => names(element).length > 12);
    const grid = part(element, 'grid');
    expect(grid.getAttribute('aria-rowcount')).to.equal('10001');
    expect(grid.getAttribute('aria-colcount')).to.equal('10');
    expect(rows(element).length).to.be.within(11, 30);
    expect(rows(element)[0]?.getAttribute('aria-rowindex')).to.equal('2');
    grid.scrollTop = 250_000;
    await new Promise(requestAnimationFrame);
    await settled(element);
    expect(rowAt(element, 10)?.getAttribute('aria-rowindex')).to.equal('5002');
    expect(rows(element).length).to.be.below(30);
    for (const row of rows(element)) expect(row.getBoundingClientRect().height).to.equal(50);
  });

  it('ends its rows where its frame ends, and moves no column when a search leaves fewer rows than there is room for', async () => {
    const ends = (element: Portfolio) =>
      [rows(element)[0], part(element, 'grid')].map((one) => one?.getBoundingClientRect().right ?? Number.NaN);
    const [row, frame] = ends(await shown({ portfolio: listed(5) }));
    expect(row).to.equal(frame);
    const many = await shown({ portfolio: listed(300) });
    const [before] = ends(many);
    await set(many, { search: 'Averlund Freight 10' });
    expect(rows(many).length).to.be.within(1, 8);
    expect(ends(many)[0]).to.equal(before);
  });

  it('writes what wants eyes in bold: renewals within 30 days, coverage below 60 %', async () => {
    const element = await shown({ portfolio: listed(40), sort: 'renewal' });
    const [first] = rows(element);
    expect(first?.querySelector('.renewal .eye')?.textContent?.replace(/\s+/g, ' ').trim()).to.equal('14 Novtoday');
    await set(element, { sort: '-renewal' });
    const [last] = rows(element);
    expect(last?.querySelector('.renewal')?.textContent?.trim()).to.equal('23 Dec39 days');
    expect(last?.querySelector('.renewal .eye')).to.equal(null);
    await set(element, { sort: 'coverage' });
    const weights = rows(element).map((row) => {
      const cell = row.querySelector('.coverage span');
      return `${cell?.textContent} ${cell && getComputedStyle(cell).fontWeight}`;
    });
    expect(weights[0]).to.equal('0% 600');
    await set(element, { sort: '-coverage' });
    expect(rows(element)[0]?.querySelector('.coverage span')?.className).to.equal('');
  });

  it('sorts by the head that is pressed, then the other way round, what is missing last', async () => {
    const views: PortfolioViewDetail[] = [];
    const element = await shown({ portfolio: listed(33) });
    element.addEventListener('hale-portfolio-view', ({ detail }) => views.push(detail));
    const health = () => all(element, '[role="columnheader"]').find((head) => head.classList.contains('health-cell'));
    expect(health()?.getAttribute('aria-sort')).to.equal('ascending');
    health()?.querySelector('button')?.click();
    await settled(element);
    expect(health()?.getAttribute('aria-sort')).to.equal('descending');
    expect(views).to.deep.equal([{ search: '', tier: '', segment: '', sort: '-health', columns: null }]);
    part(element, 'grid').scrollTop = 1e6;
    await until(() => rows(element).at(-1)?.getAttribute('aria-rowindex') === '34');
    expect(rows(element).at(-1)?.textContent).to.match(/No score/);
  });

  it('draws rows anew where they are while it is scrolled, and puts them in order when it rests', async () => {
    const element = await shown({ portfolio: listed(500) });
    const grid = part(element, 'grid');
    const places = () => rows(element).map((row) => Number(row.getAttribute('aria-rowindex')));
    const inOrder = () => places().every((place, i, all) => i === 0 || place === (all[i - 1] ?? 0) + 1);
    /** How many were put elsewhere among the elements, by frame. */
    const put: number[] = [];
    const watch = new MutationObserver((changes) => {
      const gone = new Set(changes.flatMap(({ removedNodes }) => [...removedNodes]));
      put.push(changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((row) => gone.has(row)).length);
    });
    watch.observe(rows(element)[0]?.parentElement ?? grid, { childList: true });
    for (const top of [2000, 2300, 24_500, 24_100, 0]) {
      const before = new Set(rows(element));
      grid.scrollTop = top;
      const lowest = Math.floor((grid.scrollTop + 500) / 50) + 2;
      await until(() => places().includes(lowest));
      if (top > 2000) expect(rows(element).filter((row) => !before.has(row)).length, 'made anew').to.be.below(3);
      await until(inOrder);
      const [first = 0] = places();
      expect(first, `${top}`).to.be.within(2, Math.max(2, top / 50 + 2));
      expect(rowAt(element, 120)?.getAttribute('aria-rowindex')).to.equal(
        `${Math.floor((grid.scrollTop + 119) / 50) + 2}`,
      );
      expect(new Set(places()).size).to.equal(rows(element).length);
    }
    watch.disconnect();
    expect(Math.max(...put), 'put elsewhere in one frame').to.be.within(1, 6);
    expect(put.reduce((sum, one) => sum + one)).to.be.above(20);
    await set(element, { search: 'Averlund Freight 10' });
    expect(places()).to.deep.equal(rows(element).map((_, i) => i + 2));
    expect(names(element).every((name) => name?.includes('Averlund Freight 10'))).to.equal(true);
  });

  it('draws rows ahead of a slow scroll in a stretch of frames, one in each, and then none in as many', async function () {
    // 240 frames: a browser that is held up has few in a second.
    this.timeout(120_000);
    const element = await shown({ portfolio: listed(2000) });
    const grid = part(element, 'grid');
    const drawn: number[] = [];
    const anew = new Set<Node>();
    const watch = new MutationObserver((changes) => {
      for (const { type, target } of changes) if (type === 'attributes') anew.add(target);
    });
    watch.observe(grid, { subtree: true, attributeFilter: ['aria-rowindex'] });
    for (const by of [25, -25]) {
      drawn.length = 0;
      for (let frame = 0; frame < 120; frame++) {
        grid.scrollTop += by;
        await new Promise(requestAnimationFrame);
        drawn.push(anew.size);
        anew.clear();
        const box = grid.getBoundingClientRect();
        for (const y of [box.top + 40, box.bottom - 3]) {
          const seen = rows(element).some((row) => {
            const { top, bottom } = row.getBoundingClientRect();
            return top <= y && bottom >= y;
          });
          expect(seen, `a row at ${y}, in frame ${frame}`).to.equal(true);
        }
      }
      const begun = drawn.filter((count, i) => count > 0 && drawn[i - 1] === 0).length;
      // At each row it would be some sixty times. A browser that is held up may draw what it missed at once.
      expect(begun, `${drawn}`).to.be.within(2, 20);
      expect(drawn.filter((count) => count > 1).length, `${drawn}`).to.be.below(20);
    }
    watch.disconnect();
  });

  it('shows the rows of the places in sight, whatever is done to it', async function () {
    this.timeout(120_000);
    const documents = [0, 3, 40, 700].map((count) => {
      const accounts =
        listed(count).accounts?.map((one, i) => ({ ...one, name: `No ${`${i}`.padStart(3, '0')}` })) ?? [];
      return { ...listed(count), accounts };
    });
    const element = await shown({ portfolio: documents[3] ?? null, sort: 'account' });
    const wanted = () => {
      const { portfolio, search, sort } = element;
      const found = (portfolio?.accounts ?? []).flatMap((one) => (one?.name?.includes(search) ? [one.name] : []));
      return sort === 'account' ? found : found.reverse();
    };
    /** What is wrong with the rows; nothing once they are right. */
    const wrong = (): string => {
      const grid = element.shadowRoot?.querySelector('[part="grid"]');
      const all = wanted();
      if (!grid) return all.length === 0 || !element.portfolio?.accounts?.length ? '' : 'no grid';
      const box = grid.getBoundingClientRect();
      const drawn = rows(element).map((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        const place = Number(row.getAttribute('aria-rowindex')) - 2;
        return { place, top, bottom, name: row.querySelector('[part~="name"]')?.textContent };
      });
      const [first] = drawn;
      if (all.length === 0) return drawn.length === 0 ? '' : `${drawn.length} of none`;
      for (const [i, { place, name, top, bottom }] of drawn.entries()) {
        if (place !== (first?.place ?? 0) + i) return `place ${place} is the ${i}th`;
        if (name !== all[place]) return `${name} at ${place}, for ${all[place]}`;
        if (Math.abs(top - (drawn[i - 1]?.bottom ?? top)) > 0.5) return `${place} at ${top}, to ${bottom}`;
      }
      const isFull =
        (first?.place === 0 || (first?.top ?? Infinity) <= box.top + 40) &&
        ((drawn.at(-1)?.place ?? -1) === all.length - 1 || (drawn.at(-1)?.bottom ?? 0) >= box.bottom - 2);
      return isFull ? '' : `${drawn.length} of ${all.length} in ${box.height} px, from ${first?.place}`;
    };
    const grid = () => element.shadowRoot?.querySelector('[part="grid"]');
    const parent = element.parentElement;
    const frame = () => new Promise(requestAnimationFrame);
    const acts: Readonly<Record<string, (to: number) => void>> = {
      scroll: (to) => grid()?.scrollTo(0, to * 37),
      nudge: (to) => grid()?.scrollBy(0, to - 500),
      search: (to) => Object.assign(element, { search: ['', '1', '22', 'none'][to % 4] }),
      sort: (to) => Object.assign(element, { sort: ['account', '-account'][to % 2] }),
      document: (to) => Object.assign(element, { portfolio: documents[to % 4] }),
      width: (to) => parent?.style.setProperty('width', `${[1184, 640, 400, 150][to % 4]}px`),
      leave: () => element.remove(),
      come: () => parent?.append(element),
      key: (to) =>
        grid()?.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: ['PageDown', 'ArrowUp', 'End', 'Home'][to % 4] ?? '',
            ctrlKey: to % 3 === 0,
            bubbles: true,
          }),
        ),
    };
    const act = fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.nat(1000), fc.boolean());
    const property = fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (done) => {
      for (const [name, to, waits] of done) {
        acts[name]?.(to);
        if (waits) await frame();
      }
      if (!element.isConnected) parent?.append(element);
      let last = '';
      for (let tries = 0; tries < 100; tries++) {
        last = wrong();
        if (last === '') return;
        await new Promise((next) => setTimeout(next, 20));
      }
      throw new Error(last);
    });
    await fc.assert(property, { numRuns: 40, interruptAfterTimeLimit: 20_000 });
  });

  it('takes the focus from a link whose row becomes that of another account', async () => {
    const element = await shown({ portfolio: listed(500), href: '/accounts/{id}' });
    const grid = part(element, 'grid');
    const link = all(element, 'a')[1];
    link?.focus();
    expect(element.shadowRoot?.activeElement).to.equal(link);
    // What has the focus is brought in sight, by some engines a frame later.
    await settled(element);
    grid.scrollTop = 10_000;
    await until(() => !names(element).includes('Averlund Freight 0'));
    await until(() => element.shadowRoot?.activeElement === grid);
  });

  it('cuts no figure off: many seats take two lines, much money is shortened, many flags are 99+', async () => {
    const accounts = [12, 1234, 123_456, 9_999_999].map((size, i) => ({
      ...listed(4).accounts?.[i],
      id: `a${i}`,
      seats: size,
      activeUsers: size - 1,
      yearlyValue: size * 1e5,
      risks: { high: size, medium: size, low: 0 },
      growth: size,
    }));
    for (const currency of ['EUR', 'IDR', 'SEK']) {
      for (const lang of ['en', 'de', 'ar']) {
        const element = await shown({
          portfolio: { ...listed(4, { currency }), accounts },
          lang,
          dir: lang === 'ar' ? 'rtl' : 'ltr',
        });
        for (const row of rows(element)) {
          const inks = [...row.children].map((cell) => {
            const words = document.createRange();
            words.selectNodeContents(cell);
            return words.getBoundingClientRect();
          });
          const { top, bottom } = row.getBoundingClientRect();
          inks.forEach((ink, i) => {
            const where = `${row.children[i]?.textContent?.trim()}, ${currency} in ${lang}`;
            const next = inks[i + 1];
            if (next) expect(lang === 'ar' ? next.right <= ink.left : ink.right <= next.left, where).to.equal(true);
            expect(ink.top >= top && ink.bottom <= bottom, where).to.equal(true);
          });
        }
      }
    }
    for (const lang of ['en', 'de', 'fr', 'es', 'ja', 'ar']) {
      const renewing = Array.from({ length: 12 }, (_, month) => ({
        ...listed(1).accounts?.[0],
        id: `${month}`,
        renewal: `2027-${`${month + 1}`.padStart(2, '0')}-28`,
      }));
      const element = await shown({ portfolio: { ...listed(12), accounts: renewing }, lang }, 700);
      const dates = all(element, '[part~="row"] .renewal .two > bdi:first-child');
      expect(dates.length).to.equal(12);
      for (const date of dates) {
        expect(date.scrollWidth, `${date.textContent} in ${lang}`).to.be.at.most(date.clientWidth);
      }
    }
    const value = all(await shown({ portfolio: { ...listed(4, { currency: 'IDR' }), accounts } }), '.cell.value');
    expect(value.map((cell) => cell.textContent?.trim())).to.include('IDR\u00a01T');
  });

  it('says what is cut off in full where one points at it, and says nothing twice', async () => {
    const accounts = ['Averlund Freight', 'Averlund '.repeat(20).trim()].map((name, i) => ({
      ...listed(2).accounts?.[i],
      id: `a${i}`,
      name,
    }));
    for (const href of [null, '/accounts/{id}']) {
      const element = await shown({ portfolio: { ...listed(2), accounts }, href });
      for (const { name } of accounts) {
        const words = all(element, '[part~="name"]').find(({ textContent }) => textContent === name);
        if (!words) throw new Error(`no ${name}`);
        const point = (type: string) => words.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }));
        point('pointerover');
        expect(words.title).to.equal(name.length > 20 ? name : '');
        point('pointerout');
        expect(words.hasAttribute('title')).to.equal(false);
      }
    }
  });

  it('finds by name without accents, filters by tier and segment, and says when nothing matches', async () => {
    const element = await shown({ portfolio: listed(100) });
    await set(element, { search: 'brunnholz' });
    expect(part(element, 'shown').textContent).to.equal('20 of 100 shown');
    await set(element, { tier: 'at-risk' });
    const found = rows(element).length;
    expect(rows(element).every((row) => row.textContent?.includes('At risk'))).to.equal(true);
    await set(element, { segment: 'small' });
    expect(rows(element).length).to.be.below(found);
    await set(element, { search: 'nobody' });
    expect(textOf(element)).to.match(/Nothing matches Show all accounts/);
    all(element, '.none button')[0]?.click();
    await settled(element);
    expect(part(element, 'shown').textContent).to.equal('100 accounts');
  });

  it('presses a tier once to show it, and once more to show all', async () => {
    const element = await shown({ portfolio: listed(100) });
    const tiers = all(element, '[part="tier"]');
    expect(tiers.map((tier) => tier.textContent?.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'At risk 40',
      'Watch 28',
      'Healthy 23',
      'No score 9',
    ]);
    tiers[3]?.click();
    await settled(element);
    expect(element.tier).to.equal('none');
    expect(tiers[3]?.getAttribute('aria-pressed')).to.equal('true');
    tiers[3]?.click();
    await settled(element);
    expect(element.tier).to.equal('');
  });

  it('shows the columns that are chosen, and of those what there is room for', async () => {
    const element = await shown({ portfolio: listed(20) });
    expect(heads(element)).to.have.length(10);
    const boxes = all(element, '[part="columns"] input') as HTMLInputElement[];
    expect(boxes.every(({ checked }) => checked)).to.equal(true);
    boxes[1]?.click();
    await settled(element);
    expect(heads(element)).to.not.include('12 weeks');
    expect(element.columns).to.equal('account health change flags growth seats value renewal coverage');
    await set(element, { columns: 'renewal nonsense' });
    expect(heads(element)).to.deep.equal(['Account', 'Renewal']);
    const narrow = await shown({ portfolio: listed(20) }, 640);
    expect(heads(narrow)).to.deep.equal(['Account', 'Health', '28 days', 'Renewal']);
    expect(textOf(narrow)).to.not.match(/NaN|undefined/);
  });

  it('folds each row in two where it is narrow, and offers the order, which heads would', async () => {
    const element = await shown({ portfolio: listed(20) }, 479);
    for (const row of rows(element)) expect(row.getBoundingClientRect().height).to.equal(64);
    expect(all(element, 'select').map((select) => select.getAttribute('aria-label'))).to.deep.equal([
      'Segment',
      'Order',
    ]);
    const [first] = rows(element);
    const tops = [...(first?.querySelectorAll('.cell') ?? [])].map((cell) => cell.getBoundingClientRect().top);
    expect(tops[2]).to.be.above(tops[1] ?? Number.NaN);
  });

  it('is walked by keys, cell by cell, and opens an account', async () => {
    const element = await shown({ portfolio: listed(1000), sort: 'account' });
    const opened: AccountDetail[] = [];
    element.addEventListener('hale-account', ({ detail }) => opened.push(detail));
    expect(active(element)).to.equal('at-0-0');
    await press(element, 'ArrowDown');
    await press(element, 'ArrowRight');
    expect(active(element)).to.equal('at-1-1');
    await press(element, 'End');
    expect(active(element)).to.equal('at-1-9');
    await press(element, 'Home');
    await press(element, 'PageDown');
    expect(active(element)).to.match(/^at-1[1-3]-0$/);
    await press(element, 'PageUp');
    expect(active(element)).to.equal('at-1-0');
    await press(element, 'End', { ctrlKey: true });
    await new Promise(requestAnimationFrame);
    await settled(element);
    expect(active(element)).to.equal('at-999-0');
    await press(element, 'Home', { ctrlKey: true });
    await new Promise(requestAnimationFrame);
    await settled(element);
    expect(active(element)).to.equal('at-0-0');
    await press(element, 'Enter');
    expect(opened.map(({ account }) => account)).to.deep.equal([element.account]);
    const chosen = all(element, '[aria-selected="true"]').map((row) => row.getAttribute('aria-rowindex'));
    expect(chosen).to.deep.equal(['2']);
    await press(element, 'ArrowUp');
    expect(active(element)).to.equal('at--1-0');
    await press(element, 'Enter');
    expect(element.sort).to.equal('-account');
  });

  it('stays where the reader is when a newer document comes, and begins at the first when other rows are asked for', async function () {
    // Thirty presses, each drawn before the next.
    this.timeout(60_000);
    const before = listed(1000);
    const element = await shown({ portfolio: before, sort: 'account', account: 'a7' });
    const grid = part(element, 'grid');
    const drawn = async () => {
      await new Promise(requestAnimationFrame);
      await settled(element);
    };
    for (let turn = 0; turn < 30; turn++) await press(element, 'ArrowDown');
    await drawn();
    const [top, at] = [grid.scrollTop, active(element)];
    const accountOf = (cell: string) =>
      element.shadowRoot?.getElementById(cell)?.closest('.row')?.querySelector('[part~="name"]')?.textContent;
    const name = accountOf(at);
    expect(top).to.be.above(0);
    expect(at).to.equal('at-30-0');
    // Two accounts before that of the reader are gone, and every score is another one.
    const later = (before.accounts ?? [])
      .filter(({ id }) => !['a0', 'a30'].includes(id))
      .map((one) => ({ ...one, score: 50 }));
    await set(element, { portfolio: { ...before, accounts: later } });
    await drawn();
    expect(part(element, 'grid') === grid).to.equal(true);
    expect(grid.scrollTop).to.equal(top);
    expect(accountOf(active(element))).to.equal(name);
    expect([element.sort, element.account, part(element, 'shown').textContent]).to.deep.equal([
      'account',
      'a7',
      '998 accounts',
    ]);
    expect(rows(element)[8]?.textContent).to.include('50');
    await set(element, { sort: '-account' });
    await drawn();
    expect(grid.scrollTop).to.equal(0);
    expect(active(element)).to.equal('at-0-0');
  });

  it('reads many accounts while the page goes on, loading until they are drawn', async () => {
    const element = made({ portfolio: long('Account', 2000), sort: 'account' });
    const drawn = mountElement(element, 1184);
    await element.updateComplete;
    expect([isIn(element, 'ready'), isIn(element, 'loading')]).to.deep.equal([false, true]);
    await drawn;
    await until(() => names(element).length > 0);
    expect([isIn(element, 'ready'), isIn(element, 'loading')]).to.deep.equal([true, false]);
    expect(part(element, 'shown').textContent).to.equal('2,000 accounts');
    expect(part(element, 'base').hasAttribute('aria-busy')).to.equal(false);
  });

  it('keeps the accounts it shows until newer ones are read, and never shows some of each', async () => {
    const firstWords = () => [...new Set(names(element).map((name) => name?.split(' ')[0]))];
    const element = await shown({ portfolio: long('First', 2000) });
    await until(() => names(element).length > 0);
    element.portfolio = long('Second', 3000);
    await element.updateComplete;
    expect(firstWords()).to.deep.equal(['First']);
    // Halfway through the second the third comes, and of the second nothing is seen.
    element.portfolio = long('Third', 2500);
    const seen = new Set<string | undefined>();
    await until(() => {
      const met = firstWords();
      expect(met.length).to.equal(1);
      for (const word of met) seen.add(word);
      return met.includes('Third');
    });
    expect([...seen]).to.deep.equal(['First', 'Third']);
    expect(part(element, 'shown').textContent).to.equal('2,500 accounts');
  });

  it('shows nothing of the accounts before once others have been asked for', async () => {
    const element = await shown({ portfolio: listed(20) });
    const { fetch } = window;
    window.fetch = () => new Promise<Response>(() => {});
    try {
      await set(element, { portfolio: null, src: '/portfolio' });
      expect(names(element)).to.deep.equal([]);
      element.portfolio = long('Later', 2000);
      await element.updateComplete;
      expect([names(element), isIn(element, 'loading')]).to.deep.equal([[], true]);
      await until(() => names(element)[0]?.startsWith('Later') === true);
    } finally {
      window.fetch = fetch;
    }
  });

  it('goes on in the field when a name is typed', async () => {
    const element = await shown({ portfolio: listed(20) });
    part(element, 'grid').focus();
    await press(element, 'd');
    expect(element.shadowRoot?.activeElement?.getAttribute('part')).to.equal('search');
  });

  it('tells of a press, links names to where the page says, and to nowhere but the web', async () => {
    const element = await shown({ portfolio: listed(5), sort: 'account', href: '/accounts/{id}' });
    const opened: string[] = [];
    element.addEventListener('hale-account', (event) => {
      event.preventDefault();
      opened.push(event.detail.account);
    });
    const [link] = all(element, 'a');
    expect(link?.getAttribute('href')).to.match(/^http.*\/accounts\/a0$/);
    link?.click();
    rows(element)[1]?.querySelector<HTMLElement>('.coverage')?.click();
    expect(opened).to.deep.equal(['a0', 'a1']);
    expect(element.account).to.equal(null);
    await set(element, { href: 'javascript:alert({id})' });
    expect(all(element, 'a')).to.deep.equal([]);
  });

  it('saves what is shown: the rows found, in their order, of the columns there are', async () => {
    const element = await shown({
      portfolio: listed(30),
      columns: 'account health renewal',
      search: 'corvane',
      sort: '-health',
    });
    const { name, text } = await savedBy(part(element, 'download'));
    expect(name).to.equal('Accounts.csv');
    const lines = text.trim().split('\r\n');
    expect(lines[0]?.replace('\uFEFF', '')).to.equal('id,Account,Segment,Score,Tier,Renewal');
    expect(lines).to.have.length(7);
    expect(lines[1]).to.match(/^a\d+,Corvane Labs \d+,/);
  });

  it('takes no other room when its accounts come', async () => {
    const real = globalThis.fetch;
    let answer: (response: Response) => void = () => {};
    globalThis.fetch = () => new Promise((resolve) => (answer = resolve));
    try {
      const element = await shown({ src: 'https://health.example.com/v1/portfolio' });
      expect(isIn(element, 'loading')).to.equal(true);
      expect(textOf(element)).to.match(/Loading/);
      await new Promise((resolve) => setTimeout(resolve, 0));
      const before = all(element, '.grid')[0]?.getBoundingClientRect().height;
      answer(new Response(JSON.stringify(listed(500))));
      for (let turn = 0; turn < 50 && !isIn(element, 'ready'); turn++) await settled(element);
      await settled(element);
      expect(part(element, 'grid').getBoundingClientRect().height).to.equal(before);
      expect(rows(element).length).to.be.above(10);
    } finally {
      globalThis.fetch = real;
    }
  });

  it('says in words what state it is in, within any width', async () => {
    for (const width of [120, 320, 480, 1200]) {
      for (const [given, said] of [
        [{}, /Not connected/],
        [{ portfolio: listed(0) }, /No accounts yet/],
        [{ portfolio: listed(0, { accounts: undefined as never }) }, /Not part of this portfolio/],
        [{ portfolio: listed(30) }, /of 30 at risk/],
        [
          { portfolio: { ...listed(3), accounts: [...(listed(3).accounts ?? []), null, { name: 'x' }] } },
          /3 accounts; 2 rows could not be read/,
        ],
        [
          { portfolio: { schema: 'hale.portfolio/2' } as object },
          /Could not load.*this widget reads hale\.portfolio\/1/,
        ],
      ] as const) {
        const element = await shown(given as Partial<Portfolio>, width);
        expect(textOf(element)).to.match(said);
        const { left, right } = element.getBoundingClientRect();
        const wide = all(element, '.tools > *, .grid, .row, .headline, .foot .small').filter((one) => {
          const box = one.getBoundingClientRect();
          return box.width > 2 && (box.left < left - 1 || box.right > right + 1);
        });
        expect(wide.map((one) => `${width} ${one.localName}.${one.className}`)).to.deep.equal([]);
        unmountAll();
      }
    }
  });

  it('speaks the language set, at once, and runs from the right where writing does', async () => {
    const box = await mount('<div dir="rtl" lang="nl"><hale-portfolio></hale-portfolio></div>', 1184);
    const element = box.querySelector('hale-portfolio') as Portfolio;
    element.portfolio = listed(5);
    setMessages('nl', portfolioMessages, { search: 'Zoeken' });
    await settled(box);
    await settled(box);
    expect(part(element, 'search').getAttribute('placeholder')).to.equal('Zoeken');
    const [name, health] = all(element, '[role="columnheader"]').map((head) => head.getBoundingClientRect().left);
    expect(health).to.be.below(name ?? Number.NaN);
    await press(element, 'ArrowLeft');
    expect(active(element)).to.equal('at-0-1');
  });

  it('begins both lines of a cell at one edge, whichever way their words run', async () => {
    for (const [dir, width] of [
      ['rtl', 1184],
      ['ltr', 1184],
      ['rtl', 320],
    ] as const) {
      const box = await mount(`<div dir=${dir}><hale-portfolio></hale-portfolio></div>`, width);
      const element = box.querySelector('hale-portfolio') as Portfolio;
      const accounts = (listed(40).accounts ?? []).map((one, i) => (i % 2 ? { ...one, name: 'شركة الشحن' } : one));
      element.portfolio = { ...listed(40), accounts };
      await settled(box);
      await settled(box);
      const edges = (selector: string) =>
        all(element, selector).map((one) => wordsOf(one)[dir === 'rtl' ? 'right' : 'left']);
      const places = edges('.account .name, .account .second');
      expect(places.length).to.be.above(16);
      for (const place of places) expect(place, `${dir} ${width}`).to.be.closeTo(places[0] ?? Number.NaN, 1);
      unmountAll();
    }
  });

  it('leaves nothing behind when it is taken out, and works again when it is put back', async () => {
    const element = made({ portfolio: listed(200) });
    const leaks = await leaksOf(async () => {
      await mountElement(element, 800);
      element.remove();
    });
    expect(leaks.listeners).to.deep.equal([]);
    await mountElement(element, 800);
    await settled(element);
    expect(rows(element).length).to.be.above(10);
  });

  it('draws something honest of whatever it is given', async () => {
    const element = await shown({});
    const odd = fc.oneof(fc.double(), fc.string(), fc.constant(null), fc.array(fc.anything()), fc.object());
    const keys = [
      'id',
      'name',
      'segment',
      'score',
      'tier',
      'coverage',
      'change',
      'spark',
      'risks',
      'growth',
      'seats',
      'renewal',
      'yearlyValue',
      'activeUsers',
    ];
    const account = fc.record(Object.fromEntries(keys.map((key) => [key, odd])), { requiredKeys: [] });
    const given = fc.record(
      {
        asOf: odd,
        tiers: odd,
        segments: odd,
        currency: odd,
        accounts: fc.oneof(fc.array(fc.oneof(account, odd)), odd),
      },
      { requiredKeys: [] },
    );
    const view = fc.record({ sort: fc.string(), search: fc.string(), tier: fc.string(), columns: fc.string() });
    const complain = console.error;
    console.error = () => {};
    try {
      await fc.assert(
        fc.asyncProperty(given, view, async (document, seen) => {
          // As a page would hand over what it never checked.
          element.portfolio = { schema: 'hale.portfolio/1', ...document } as Portfolio['portfolio'];
          Object.assign(element, seen);
          await element.updateComplete;
          expect(isIn(element, 'error')).to.equal(false);
          expect(element.shadowRoot?.querySelector('.grid')?.textContent ?? '').to.not.match(
            /NaN|undefined|\[object|Infinity/,
          );
          expect(part(element, 'headline').textContent).to.match(/\S/);
        }),
        { seed: 7, numRuns: 60, interruptAfterTimeLimit: 20_000 },
      );
    } finally {
      console.error = complain;
    }
  });
});
