import { expect } from 'chai';
import fc from 'fast-check';
import { overlap, textBox } from '../../draw/place.ts';
import { defaultTiers, readScore } from '../../ui/score-reading.ts';
import { attributeReport } from './attribute-report.ts';
import { type FlagMark, layoutAxis, layoutTrend, type TrendLettering } from './layout-trend.ts';
import { readTrend } from './read-trend.ts';
import { sparkRange, trendFrame } from './trend-frame.ts';

const measure = (text: string) => text.length * 7;
const lettering: TrendLettering = {
  number: (value) => String(Math.round(value)),
  tick: (at) => new Date(at).toISOString().slice(5, 10),
  ahead: 0,
  noData: 'no data',
  forecast: 'forecast',
  figure: '62',
  figureWidth: 20,
  model: (version) => `model v${version}`,
  flags: (count) => `${count} flags`,
  measure,
};

function layout(scores: readonly (number | null)[], width: number, flags: FlagMark[] = [], versions: string[] = []) {
  const points = scores.map((score, i) => ({
    at: Date.UTC(2025, 0, 1) + i * 7 * 86_400_000,
    score,
    version: versions[i] ?? '1',
  }));
  const report = attributeReport({ points });
  const trend = report && readTrend(report, readScore(report));
  if (!trend) throw new Error('There should be a history.');
  return layoutTrend(trend, trendFrame(width, 20), lettering, flags);
}

describe('trend layout', () => {
  it('stands the whole scale up, whatever was scored', () => {
    const { stretches, labels, rules } = layoutAxis(defaultTiers, trendFrame(730, 20), null, lettering.number);
    expect(stretches.map(({ start, end }) => [start, end])).to.deep.equal([
      [218, 139.5],
      [136.5, 79.5],
      [76.5, 18],
    ]);
    expect(labels.map(({ text }) => text)).to.deep.equal(['0', '100', '40', '70']);
    expect(rules).to.deep.equal([138, 78]);
  });

  it('leaves out labels of edges that would touch', () => {
    const tiers = [0, 50, 52, 96].map((from) => ({ id: `${from}`, label: `${from}`, from, tone: 'watch' as const }));
    const { labels } = layoutAxis(tiers, trendFrame(300, 20), null, lettering.number);
    expect(labels.map(({ text }) => text)).to.deep.equal(['0', '100', '50']);
  });

  it('puts 100 at the top and 0 at the bottom', () => {
    const { points } = layout([0, 100, 50], 480);
    expect(points.map(({ y }) => y)).to.deep.equal([154, 18, 86]);
  });

  it('stands the last score at the end, the earlier one before it, both labelled', () => {
    const drawn = layout([80, 79, 78, 77, 74, 72, 70, 66, 62], 480);
    expect(drawn.now.x).to.equal(446);
    expect(drawn.earlier?.x).to.be.closeTo(248, 1);
    expect(drawn.earlierLabel?.text).to.equal('74');
  });

  it('names a gap that is wide enough, over the dashes, and does not where it is not', () => {
    const wide = layout([80, 80, null, null, 80, 80, 80, 80, 80], 480);
    expect(wide.labels.map(({ text }) => text)).to.deep.equal(['no data']);
    expect(wide.labels[0]?.y).to.be.below(wide.now.y);
    const scores = Array.from({ length: 60 }, (_, i) => (i === 30 ? null : 80));
    expect(layout(scores, 300).labels).to.deep.equal([]);
  });

  it('marks a change of the model, and flags on a baseline where there is room', () => {
    const versions = ['1', '1', '1', '2', '2', '2'];
    const scores = [60, 61, 62, 63, 64, 65];
    const flags = [{ at: Date.UTC(2025, 0, 20), tone: 'watch' as const }];
    const wide = layout(scores, 730, flags, versions);
    expect(wide.versions).to.have.length(1);
    expect(wide.flags).to.have.length(1);
    expect(wide.labels.map(({ text }) => text)).to.deep.equal(['model v2', '1 flags']);
    const narrow = layout(scores, 300, flags, versions);
    expect([narrow.versions, narrow.flags, narrow.labels]).to.deep.equal([[], [], []]);
  });

  it('shows data that stopped up to where it stopped', () => {
    const drawn = layout([80, 81, 82, null, null], 480);
    expect(drawn.tail).to.equal(446);
    expect(drawn.now.x).to.be.closeTo(248, 1);
    expect(drawn.line.gaps).to.deep.equal([]);
  });

  it('draws at most 500 points, and says how many days each stands for', () => {
    const drawn = layout(
      Array.from({ length: 1500 }, (_, i) => i % 100),
      1200,
    );
    expect(drawn.points.length).to.be.within(200, 500);
    expect(drawn.every).to.be.above(7);
  });

  it('gives a spark its own range of at least 24 points', () => {
    expect(sparkRange(60, 64)).to.deep.equal({ low: 50, high: 74 });
    expect(sparkRange(0, 100)).to.deep.equal({ low: 0, high: 100 });
    expect(sparkRange(100, 100)).to.deep.equal({ low: 76, high: 100 });
    expect(layout([60, 62], 120).ticks).to.deep.equal([]);
  });

  it('keeps every word clear of the others and inside the frame', () => {
    const score = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null });
    const scores = fc.array(score, { minLength: 1, maxLength: 80 }).filter((all) => all.some((one) => one !== null));
    const version = fc.constantFrom('1', '2');
    fc.assert(
      fc.property(
        scores,
        fc.integer({ min: 60, max: 1300 }),
        fc.array(version, { maxLength: 80 }),
        (all, width, versions) => {
          const drawn = layout(all, width, [{ at: Date.UTC(2025, 1, 1), tone: null }], versions);
          const texts = [...drawn.labels, ...(drawn.earlierLabel ? [drawn.earlierLabel] : [])];
          const boxes = texts.map(({ x, y, text, anchor }) => textBox(x, y, measure(text), anchor));
          boxes.forEach((box, i) => {
            expect(box.left).to.be.at.least(0);
            expect(box.right).to.be.at.most(width);
            for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).to.equal(false);
          });
          for (const { x, y } of drawn.points) {
            expect(x).to.be.within(0, width);
            if (y !== null) expect(y).to.be.within(0, 240);
          }
          expect(drawn.line.solid).not.to.match(/NaN/);
        },
      ),
    );
  });
});
