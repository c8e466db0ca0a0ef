import { expect } from 'chai';
import { toldBy } from '../../source/follow.ts';
import { formatsOf } from '../../ui/formats.ts';
import { attributeReport } from '../../ui/score-attributes.ts';
import { fromReport, idle } from '../../ui/widget-state.ts';
import { picture } from './picture.ts';

const formats = formatsOf('en', 'UTC');

describe('the picture of a gauge', () => {
  it('is solid for what was observed now, with the earlier score beside it', () => {
    const drawn = picture(fromReport({ score: 62, trend: { change: -12 } }), null, formats);
    expect(drawn).to.deep.include({ look: 'solid', score: 62, figure: '62', earlier: 74, edges: [40, 70] });
  });

  it('shows the final figure while the needle is on its way', () => {
    expect(picture(fromReport({ score: 62 }), 50, formats)).to.deep.include({ figure: '62', score: 50 });
  });

  it('is dashed, without a needle, for what was not observed', () => {
    const drawn = picture(fromReport({ score: null, coverage: 0.31 }), null, formats);
    expect(drawn).to.deep.include({ look: 'dashed', score: null, figure: '–' });
  });

  it('is faint while nothing is known', () => {
    expect(picture({ ...idle, ...toldBy(null, 'en', fromReport) }, null, formats)).to.deep.include({
      look: 'faint',
      isWaiting: true,
      figure: '',
    });
  });

  it('has a range only where the report is partial and gives one', () => {
    const possible = { low: 38, high: 80 };
    expect(picture(fromReport({ score: 66, coverage: 0.58, possible }), null, formats).possible).to.deep.equal(
      possible,
    );
    expect(picture(fromReport({ score: 66, coverage: 0.9, possible }), null, formats).possible).to.equal(null);
    const turned = { low: 80, high: 38 };
    expect(picture(fromReport({ score: 66, coverage: 0.58, possible: turned }), null, formats).possible).to.equal(null);
  });
});

describe('what a person has set', () => {
  const override = { reason: 'Contract signed.', expires: '2026-11-30T00:00:00Z', computed: { score: 62 } };

  it('fills the tier that was chosen, and keeps what was computed in its own tone', () => {
    const drawn = picture(fromReport({ score: 62, tier: 'healthy', override }), null, formats);
    expect(drawn.hand).to.deep.equal({ from: 70, to: 100, computed: 62, tone: 'watch' });
    const low = picture(fromReport({ score: 12, override }), null, formats);
    expect(low.hand).to.deep.equal({ from: 0, to: 40, computed: 62, tone: 'watch' });
  });

  it('is nothing where nothing was set', () => {
    for (const given of [undefined, null, 'yes' as never]) {
      expect(picture(fromReport({ score: 62, override: given }), null, formats).hand).to.equal(null);
    }
  });
});

describe('the attributes of a gauge', () => {
  it('make no report without a score or a coverage', () => {
    expect(attributeReport({ label: 'Acme' })).to.equal(null);
  });

  it('say what the score is called, on the usual scale or another', () => {
    const tierOf = (tier: string) => fromReport(attributeReport({ score: 62, tier }) ?? {}).reading?.tier;
    expect(tierOf('healthy')).to.deep.include({ label: 'Healthy', tone: 'healthy' });
    expect(tierOf('Watch')).to.deep.include({ label: 'Watch', tone: 'watch' });
    expect(tierOf('Needs a call')).to.deep.include({ label: 'Needs a call', tone: 'watch', from: 40 });
  });

  it('are an error, not another number, when the score is none', () => {
    for (const score of [Number.NaN, 101, -3]) {
      expect(fromReport(attributeReport({ score }) ?? {}).state).to.equal('error');
    }
  });
});
