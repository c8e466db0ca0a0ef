import { expect } from 'chai';
import fc from 'fast-check';
import { refusals } from '../../fixtures/refuses.ts';
import { ces } from './ces.ts';
import { csat } from './csat.ts';
import { nps } from './nps.ts';

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const answers = (from: number, to: number) =>
  fc.array(fc.option(fc.integer({ min: from, max: to })), { maxLength: 40 });
const five = { from: 1, to: 5 };

describe('nps', () => {
  it('is promoters less detractors, by hand: 50 promoters, 30 passives and 20 detractors of 100 score 30', () => {
    const given = [
      ...times(30, 9),
      ...times(20, 10),
      ...times(15, 7),
      ...times(15, 8),
      ...times(10, 0),
      ...times(10, 6),
    ];
    expect(nps(given)).to.deep.equal({ score: 30, promoters: 50, passives: 30, detractors: 20, n: 100 });
  });

  it('does not take 7 or 8 for a promoter: ten 8s are 0', () => {
    expect(nps(times(10, 8))).to.deep.equal({ score: 0, promoters: 0, passives: 10, detractors: 0, n: 10 });
    expect(nps([7, 7]).score).to.equal(0);
  });

  it('goes from −100 to 100', () => {
    expect(nps([0, 6, 3]).score).to.equal(-100);
    expect(nps([9, 10]).score).to.equal(100);
  });

  it('says nothing where nobody answered, and leaves out who did not', () => {
    const nobody = { score: null, promoters: 0, passives: 0, detractors: 0, n: 0 };
    expect(nps([])).to.deep.equal(nobody);
    expect(nps([null, null])).to.deep.equal(nobody);
    expect(nps([null, 10])).to.deep.equal(nps([10]));
  });

  it('refuses an answer off the scale', () => {
    for (const wrong of [11, -1, 7.5, Number.NaN, Infinity]) {
      expect(refusals(() => nps([9, wrong]))).to.deep.equal([
        `answers[1] must be a whole number from 0 to 10, or null for no answer; given ${wrong}.`,
      ]);
    }
    // What only JavaScript without types would pass.
    expect(refusals(() => nps(['9'] as unknown as number[]))[0]).to.contain('given "9"');
    expect(refusals(() => nps([undefined] as unknown as number[]))[0]).to.contain('given nothing');
    expect(refusals(() => nps({ length: 2 } as unknown as number[]))[0]).to.equal(
      'answers must be a list of answers; given an object.',
    );
  });

  it('lies within −100…100, counts everybody once, does not care for order, and climbs with each answer', () => {
    fc.assert(
      fc.property(answers(0, 10), (given) => {
        const { score, promoters, passives, detractors, n } = nps(given);
        expect(promoters + passives + detractors).to.equal(n);
        expect(nps(given.toReversed()).score).to.equal(score);
        if (score === null) return;
        expect(score).to.be.within(-100, 100);
        const happier = given.map((answer) => (answer === null ? null : Math.min(10, answer + 1)));
        expect(nps(happier).score).to.be.at.least(score);
      }),
    );
  });
});

describe('csat', () => {
  it('is the share of 4 and 5 among the answers on 1 to 5, by hand: 7 of 10', () => {
    const given = [5, 5, 5, 4, 4, 4, 4, 3, 2, 1, null, null];
    expect(csat(given, five)).to.deep.equal({ score: 70, satisfied: 7, n: 10 });
  });

  it('takes the two greatest points of whatever scale is stated', () => {
    expect(csat([7, 6, 5, 4], { from: 1, to: 7 }).score).to.equal(50);
    expect(csat([5, 4, 5], { from: 1, to: 10 }).score).to.equal(0);
    expect(csat([1, 2, 3, 4], { from: 1, to: 4 }).score).to.equal(50);
  });

  it('says nothing where nobody answered', () => {
    expect(csat([], five)).to.deep.equal({ score: null, satisfied: 0, n: 0 });
    expect(csat([null], five)).to.deep.equal({ score: null, satisfied: 0, n: 0 });
  });

  it('refuses an answer off the scale, and a scale that is none', () => {
    expect(refusals(() => csat([4, 0], five))).to.deep.equal([
      'answers[1] must be a whole number from 1 to 5, or null for no answer; given 0.',
    ]);
    expect(refusals(() => csat([], { from: 1, to: 3 }))).to.deep.equal([
      'scale.to must be a whole number of 4 or more, the best answer; given 3.',
    ]);
    expect(refusals(() => csat([], { from: 1, to: Infinity }))[0]).to.contain('given Infinity');
    expect(refusals(() => csat([], { from: Number.NaN, to: 5 }))[0]).to.contain('scale.from must be a whole number');
    // What only JavaScript without types would pass: the scale is not guessed.
    expect(refusals(() => csat([4], undefined as unknown as typeof five))[0]).to.contain('given nothing');
  });

  it('lies within 0…100 and does not care for order', () => {
    fc.assert(
      fc.property(answers(1, 5), (given) => {
        const { score } = csat(given, five);
        expect(csat(given.toReversed(), five).score).to.equal(score);
        if (score !== null) expect(score).to.be.within(0, 100);
      }),
    );
  });
});

describe('ces', () => {
  it('is the mean agreement, by hand: 7, 6, 5, 2', () => {
    expect(ces([7, 6, 5, null, 2], { agree: 7 })).to.deep.equal({ score: 5, n: 4 });
  });

  it('turns a survey round where 1 agrees, so that ease always climbs', () => {
    expect(ces([1, 2, 3, 6], { agree: 1 })).to.deep.equal({ score: 5, n: 4 });
  });

  it('says nothing where nobody answered', () => {
    expect(ces([], { agree: 7 })).to.deep.equal({ score: null, n: 0 });
    expect(ces([null], { agree: 1 })).to.deep.equal({ score: null, n: 0 });
  });

  it('refuses an answer off the scale, and a direction that is not stated', () => {
    expect(refusals(() => ces([0], { agree: 7 }))).to.deep.equal([
      'answers[0] must be a whole number from 1 to 7, or null for no answer; given 0.',
    ]);
    // What only JavaScript without types would pass: the direction is not guessed.
    expect(refusals(() => ces([1], undefined as unknown as { agree: 7 }))).to.deep.equal([
      'agree must be 7 or 1, the end of the scale that says "strongly agree"; given nothing.',
    ]);
  });

  it('lies within 1…7, and both directions of one survey agree', () => {
    fc.assert(
      fc.property(answers(1, 7), (given) => {
        const { score } = ces(given, { agree: 7 });
        const turned = given.map((answer) => (answer === null ? null : 8 - answer));
        expect(ces(turned.toReversed(), { agree: 1 }).score).to.equal(score);
        if (score !== null) expect(score).to.be.within(1, 7);
      }),
    );
  });
});
