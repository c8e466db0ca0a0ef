import '@hale/widgets/define/gauge.js';
import '@hale/widgets/define/trend-line.js';
import '@hale/widgets/languages/ar.js';
import type { Report } from '@hale/core/report';
import type { Gauge, TrendLine } from '@hale/widgets';
import { expect } from 'chai';
import fc from 'fast-check';
import { mountElement, settled, unmountAll } from '../support/mount.ts';
import { foreseen, notEnough, ready, reportOf } from '../support/reports.ts';
import { before } from '../support/weeks.ts';

const score = fc.oneof(fc.double({ min: 0, max: 100, noNaN: true }), fc.constantFrom(0, 100));
const history = fc.array(fc.option(score, { freq: 6 }), { maxLength: 60 });
const edges = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 5 });
const width = fc.oneof(fc.integer({ min: 40, max: 1300 }), fc.constantFrom(96, 120, 200, 240, 280, 440, 480, 700));

interface Drawn {
  readonly now: number | null;
  readonly history: readonly (number | null)[];
  readonly edges: readonly number[];
  readonly isForeseen: boolean;
  readonly byHand: number | null;
  readonly coverage: number;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  now: fc.option(score, { freq: 8 }),
  history,
  edges,
  isForeseen: fc.boolean(),
  byHand: fc.option(score, { freq: 2 }),
  coverage: fc.constantFrom(0.55, 0.92, 1),
});

function reportFrom({ now, history, edges, isForeseen, byHand, coverage }: Drawn): Report {
  const starts = [0, ...edges.toSorted((a, b) => a - b)];
  const tones = ['at-risk', 'watch', 'healthy', 'thriving'] as const;
  const tiers = starts.map((from, i) => ({ id: `t${i}`, label: `Tier ${i}`, from, tone: tones[i] ?? 'thriving' }));
  const tierOf = (score: number) => tiers.findLast(({ from }) => score >= from)?.id ?? 't0';
  const shown = byHand ?? now;
  const points = history.map((score, week) => ({
    at: before((history.length - 1 - week) * 7),
    score,
    version: week > history.length / 2 ? '5' : '4',
  }));
  const earlier = history.at(-5) ?? null;
  const report = now === null ? notEnough() : ready();
  const changed = reportOf({
    ...report,
    tiers,
    score: now === null ? null : shown,
    tier: now === null || shown === null ? null : tierOf(shown),
    coverage: now === null ? 0.3 : coverage,
    possible: now === null ? null : { low: now * coverage, high: now + (100 - now) * (1 - coverage) },
    trend: { ...report.trend, points, earlier: earlier === null ? null : { at: before(28), score: earlier } },
    ...(now === null || byHand === null
      ? {}
      : {
          override: {
            score: byHand,
            tier: null,
            reason: 'Signed.',
            author: 'Mira',
            at: before(3),
            expires: null,
            computed: { score: now, tier: tierOf(now) },
          },
        }),
  });
  return isForeseen ? foreseen(changed) : changed;
}

/** The drawings that a browser may leave alone while they are out of sight. */
const contained = ({ shadowRoot }: Element) =>
  [...(shadowRoot?.querySelectorAll('svg') ?? [])].filter((svg) => getComputedStyle(svg).contentVisibility === 'auto');

/** What of a drawing reaches beyond its edges, where it would be cut off: marks with half of their stroke, words with their ink. */
function beyond(element: Element): string[] {
  return contained(element).flatMap((svg) => {
    const edge = svg.getBoundingClientRect();
    return [...svg.querySelectorAll<SVGGraphicsElement>(':is(path, circle, rect, text):not(.halo)')].flatMap((mark) => {
      const style = getComputedStyle(mark);
      const half = style.stroke === 'none' ? 0 : Number.parseFloat(style.strokeWidth) / 2;
      const [across, along] = mark.localName === 'text' ? [-0.5, -Number.parseFloat(style.fontSize) / 4] : [half, half];
      const box = mark.getBBox();
      const at = mark.getCTM();
      if (!at || mark.getAttribute('d') === '' || (mark.localName === 'text' && !mark.textContent)) return [];
      const [one, other] = [box.x, box.x + box.width].map((x) => at.a * x + at.e);
      const [left, right] = [Math.min(one ?? 0, other ?? 0) - across, Math.max(one ?? 0, other ?? 0) + across];
      const [top, bottom] = [at.d * box.y + at.f - along, at.d * (box.y + box.height) + at.f + along];
      const over = Math.max(-left, right - edge.width, -top, bottom - edge.height);
      return over > 0.5 && isDrawnAt(mark, at, edge)
        ? [`${mark.getAttribute('class')} "${mark.textContent}" by ${over.toFixed(1)} px`]
        : [];
    });
  });
}

/** Whether anything of a mark is just beyond the edges, whatever its box says: a line has no width where it ends. */
function isDrawnAt(mark: SVGGraphicsElement, at: DOMMatrix, { width, height }: DOMRect): boolean {
  if (!(mark instanceof SVGGeometryElement)) return true;
  const beside = (length: number, place: (along: number) => [number, number]) =>
    Array.from({ length: Math.ceil(length) + 2 }, (_, along) => place(along - 0.5));
  const around = [
    ...beside(width, (x) => [x, -0.6]),
    ...beside(width, (x) => [x, height + 0.6]),
    ...beside(height, (y) => [-0.6, y]),
    ...beside(height, (y) => [width + 0.6, y]),
  ];
  const there = at.inverse();
  return around.some(([x, y]) => {
    const point = new DOMPoint(x, y).matrixTransform(there);
    return mark.isPointInStroke(point) || (getComputedStyle(mark).fill !== 'none' && mark.isPointInFill(point));
  });
}

// A browser need not lay out what is out of sight, if it may cut it off where it ends.
describe('a drawing ends at its edges', () => {
  afterEach(unmountAll);

  for (const tag of ['hale-gauge', 'hale-trend-line'] as const) {
    for (const language of ['en', 'ar'] as const) {
      it(`<${tag}> in ${language}, whatever it shows and however wide it is`, async () => {
        const element = document.createElement(tag) as Gauge | TrendLine;
        element.lang = language;
        element.dir = language === 'ar' ? 'rtl' : 'ltr';
        await mountElement(element, 480);
        const box = element.parentElement;
        let all = 0;
        const holds = fc.asyncProperty(drawn, width, fc.constantFrom('auto', 'row'), async (given, width, layout) => {
          box?.style.setProperty('width', `${width}px`);
          element.layout = layout as 'auto';
          element.report = reportFrom(given);
          await settled(element);
          all += contained(element).length;
          expect(beyond(element)).to.deep.equal([]);
        });
        await fc.assert(holds, { numRuns: 100, interruptAfterTimeLimit: 20_000 });
        expect(all).to.be.above(30);
      });
    }
  }
});
