import { expect } from 'chai';
import {
  dimension,
  evidence,
  headline,
  metric,
  moved,
  nps,
  report,
  seats,
  sentences,
  signal,
  touchpoint,
} from '../fixtures/told-report.ts';
import { english, explainReport } from '../report.ts';

describe('explainReport of a score that moved', () => {
  it('tells of a score that moved what moved it', () => {
    expect(headline({ trend: moved(-12, 'down', { adoption: 73 }), dimensions: [dimension] })).to.equal(
      '61, watch, down 12 in 28 days: seat use fell from 71% to 48%; held back by last touchpoint (96 days).',
    );
    const contributions = [touchpoint, nps];
    expect(headline({ trend: moved(-12, 'down', { adoption: 73 }), dimensions: [dimension], contributions })).to.equal(
      '61, watch, down 12 in 28 days: adoption score fell from 73 to 61; held back by last touchpoint (96 days).',
    );
    expect(headline({ trend: moved(9, 'up', { adoption: 52 }), dimensions: [dimension], contributions })).to.equal(
      '61, watch, up 9 in 28 days: adoption score rose from 52 to 61; held back by last touchpoint (96 days).',
    );
    expect(headline({ trend: moved(1, 'steady'), contributions })).to.equal(
      '61, watch, steady: held back by last touchpoint (96 days).',
    );
  });

  it('says of a move that is a name of itself what moved, and of what stayed that it stayed', () => {
    const change = { ...seats, label: 'Change in active users', partsUnit: 'number' as const };
    expect(sentences({ contributions: [{ ...change, parts: { now: 41, before: 56 } }] })).to.deep.equal([
      'Active users fell from 56 to 41: −24 points.',
    ]);
    expect(sentences({ contributions: [{ ...change, parts: { now: 41, before: 41 } }] })).to.deep.equal([
      'Change in active users (41, as before): −24 points.',
    ]);
  });

  it('says in words what a number is only a code for', () => {
    const missed = metric('import', 'Import', 0.4, 0, { value: -1, said: 'missed' });
    expect(headline({ contributions: [missed] })).to.equal('61, watch: held back by import (missed).');
    const waiting = signal({ evidence: [evidence({ value: 1, said: 'done late' })] });
    expect(sentences({ contributions: [], signals: [waiting] })).to.deep.equal([
      'High-priority ticket waiting (done late).',
    ]);
    const words = { ...english, said: (said: string) => ({ missed: 'versäumt' })[said] ?? said };
    expect(explainReport(report({ contributions: [missed] }), words).reasons[0]?.sentence).to.equal(
      'Import (versäumt): −40 points.',
    );
  });

  it('says of a slope how fast it goes which way, not the weeks at its ends', () => {
    const slope = metric('users', 'Trend of users', 0.4, 0, {
      value: -10,
      parts: { weekly: -10, known: 8 },
    });
    expect(sentences({ contributions: [slope] })).to.deep.equal(['Trend of users (falling 10 a week): −40 points.']);
    expect(sentences({ contributions: [{ ...slope, value: 0, parts: { weekly: 0, known: 8 } }] })).to.deep.equal([
      'Trend of users (steady): −40 points.',
    ]);
  });

  it('does not say in the headline twice that the score fell', () => {
    const falling = signal({
      id: 'falling',
      label: 'Score falling',
      evidence: [evidence({ subject: 'change', value: -12 })],
    });
    const fallen = { trend: moved(-12, 'down'), signals: [falling], contributions: [touchpoint] };
    expect(headline(fallen)).to.equal('61, watch, down 12 in 28 days: held back by last touchpoint (96 days).');
    expect(sentences(fallen)).to.include('Score falling (−12).');
  });
});
