import { expect } from 'chai';
import fc from 'fast-check';
import { account as anyAccount, model as anyModel, now as anyNow } from '../fixtures/arbitraries.ts';
import { randomReport } from '../fixtures/random-report.ts';
import { parseModel } from '../model/define-model.ts';
import { type Explanation, english, explainReport, type Phrases, type Report } from '../report.ts';
import { buildReport } from './build-report.ts';

describe('explainReport, whatever it is given', () => {
  const marker: Phrases = {
    number: () => '1',
    percent: () => '1',
    days: () => '1',
    text: (text) => text,
    truth: () => '1',
    said: (words) => words,
    list: (items) => items.join(' '),
    // Sound: a clause in this language says nothing but the names it is told.
    clauses: Object.fromEntries(
      Object.keys(english.clauses).map((code) => [code, (args: object) => namesIn(args).join(' ')]),
    ) as unknown as Phrases['clauses'],
    sentence: (clause) => `·${clause}`,
    headline: ({ tier, reasons }) => ['·', tier, ...reasons.map(({ clause }) => clause)].join(' '),
  };
  const namesIn = (args: object): string[] =>
    Object.entries(args).flatMap(([key, value]) =>
      ['name', 'names', 'author', 'tier', 'plain'].includes(key) ? [String([value])] : [],
    );

  function isSound(report: Report, { headline, reasons }: Explanation): void {
    expect(headline).to.have.length.within(1, 300);
    const known = JSON.stringify(report);
    for (const [index, { weight, subjects, sentence }] of reasons.entries()) {
      expect(weight).to.be.within(0, reasons[index - 1]?.weight ?? 100);
      expect(sentence).to.have.length.within(2, 2000);
      for (const id of subjects) expect(known).to.include(JSON.stringify(id));
    }
    for (const text of [headline, ...reasons.map(({ sentence }) => sentence)]) {
      expect(text).not.to.match(/NaN|undefined|null|Infinity|\[object|\(\)| ,|,,|\.\.$/);
    }
    expect(reasons).to.have.length.at.most(5);
    expect(JSON.parse(JSON.stringify(reasons))).to.deep.equal(reasons);
  }

  it('reads well whatever the model and the account', () => {
    fc.assert(
      fc.property(anyModel, anyAccount, (document, account) => {
        const built = buildReport(parseModel(document), account, { now: new Date(anyNow) });
        isSound(built, explainReport(built));
      }),
      { numRuns: 200 },
    );
  });

  it('reads well whatever the report, and has no words but those of its phrases', () => {
    fc.assert(
      fc.property(randomReport, (given) => {
        isSound(given, explainReport(given));
        expect(explainReport(given)).to.deep.equal(explainReport(given));
        const { headline, reasons } = explainReport(given, marker);
        expect(headline + reasons.map(({ sentence }) => sentence).join()).not.to.match(/[a-z]/i);
      }),
      { numRuns: 300 },
    );
  });
});
