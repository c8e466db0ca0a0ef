import { type Account, type ModelDocument, parseAccount, parseModel } from '@hale/core';
import { compileScores, duckdb, postgres, spark } from '@hale/core/sql';
import { expect } from 'chai';
import fc from 'fast-check';
import { now } from '../../packages/core/src/fixtures/account-arbitraries.ts';
import { onEveryEngine } from '../support/engines.ts';
import { differing, scoredBy } from '../support/scored.ts';

/** Ids, names and values that would be text of a statement if anything of a model or an account were. */

/** Without a letter or a digit, so that what names of columns keep of them is the same. */
const signs = [
  `'`,
  `"`,
  '`',
  '\\',
  `\\'`,
  '?',
  ':',
  '--',
  '/*',
  '*/',
  ';',
  `'); --`,
  '$$',
  '{}',
  `\${}`,
  '%',
  '_',
  '\n',
  '\u2028',
  '😀',
  '$',
];
const words = [
  `x'); drop table accounts; --"`,
  '$1',
  '?1',
  ':p1',
  '{{x}}',
  `\${env:HOME}`,
  `\${spark.app.name}`,
  'toString',
  'constructor',
  'select',
  'İ',
  'e\u0301',
];
/** What some engines cannot store, or nobody can send. */
const unstorable = ['\0', 'a\0b', '\ud800', 'x\udfffy'];

/** A model in which every id, name and threshold that is free holds `text`, and an account that it finds all of. */
function hostile(text: string): { model: ModelDocument; account: Account } {
  const id = (name: string) => `${text}${name}`;
  const at = new Date(now - 3_600_000).toISOString();
  const model: ModelDocument = {
    id: id('m'),
    version: '1',
    measures: {
      [id('f')]: { kind: 'fact', name: id('f'), scale: { [text]: 3 } },
      [id('c')]: { kind: 'count', event: id('e'), where: { [id('p')]: text }, within: '7d' },
      [id('d')]: { kind: 'distinct', event: id('e'), of: id('p'), within: '7d' },
      [id('r')]: { kind: 'ratio', of: id('c'), over: id('d') },
    },
    dimensions: [
      {
        id: id('d'),
        weight: 1,
        metrics: [
          { kind: 'range', id: id('m'), measure: id('c'), worst: 0, best: 2 },
          { kind: 'tag', id: id('t'), event: id('e'), of: id('p'), within: '7d', points: { [text]: 10 } },
        ],
      },
    ],
    tiers: [
      { id: id('low'), from: 0 },
      { id: id('high'), from: 40 },
    ],
    hysteresis: 5,
    minimumCoverage: 0,
    segments: [{ id: id('s'), when: { fact: id('w'), eq: text }, weights: { [id('m')]: 2 } }],
    stages: [{ id: id('s'), when: { not: { fact: id('w'), in: [text, id('z')] } } }],
    signals: [
      {
        id: id('s'),
        effect: 'risk',
        severity: 'low',
        when: {
          all: [
            { fact: id('w'), gte: text },
            { score: 'value', gte: 0 },
          ],
        },
      },
      { id: id('x'), effect: 'growth', severity: 'low', when: { dimension: id('d'), lt: 200 / 3 } },
    ],
    activity: { event: id('e'), days: 7, by: [{ property: id('p') }], key: { [id('p')]: [text] } },
  };
  const event = { name: id('e'), at, user: id('u'), properties: { [id('p')]: text } };
  const past = {
    at,
    score: 10,
    coverage: 1,
    tier: id('low'),
    version: '1.0',
    dimensions: { [id('d')]: 5 },
    signals: [id('s')],
  };
  const account: Account = {
    id: id('a'),
    name: text,
    facts: { [id('f')]: text, [id('w')]: text },
    events: [event, event],
    tracked: [id('e')],
    history: [past],
    overrides: [{ tier: id('high'), reason: text, author: text, at }],
  };
  return { model, account };
}

describe('statements of hostile models', () => {
  for (const dialect of [duckdb, postgres, spark]) {
    it(`have the same text for ${dialect.name} whatever ids, names and thresholds hold`, () => {
      const textOf = (text: string) => {
        const { model, account } = hostile(text);
        const compiled = compileScores(parseModel(model), dialect, { now, accounts: [account.id], reports: true });
        return compiled.text;
      };
      const harmless = textOf('-');
      // Blank text is one that JavaScript takes for a number, and is compared with numbers as well.
      for (const text of signs.filter((one) => one.trim()))
        expect(textOf(text) === harmless, JSON.stringify(text)).to.equal(true);
    });

    it(`name columns for ${dialect.name} with letters, digits and _ alone`, () => {
      for (const text of [...signs, ...words, ...unstorable]) {
        const { columns } = compileScores(parseModel(hostile(text).model), dialect, { now });
        for (const { name } of columns) expect(name).to.match(/^[\p{L}\p{N}_]+$/u);
        expect(new Set(columns.map(({ name }) => name)).size).to.equal(columns.length);
        expect(columns).to.deep.include({
          name: columns.find(({ of }) => of === 'signal')?.name,
          of: 'signal',
          id: `${text}s`,
          part: null,
        });
      }
    });
  }
});

onEveryEngine('hostile models and accounts', (subject) => {
  it('are scored as in JavaScript', async () => {
    const all = [...signs, ...words].map(hostile);
    await subject.engine.fill(all.map(({ account }) => parseAccount(account)));
    for (const given of all) {
      const model = parseModel(given.model);
      const found = await scoredBy(subject.engine, model, now, [given.account.id]);
      expect([...found.keys()]).to.deep.equal([given.account.id]);
      expect(differing(found.get(given.account.id), model, given.account, now), given.account.name).to.deep.equal([]);
    }
    const everyone = await scoredBy(subject.engine, parseModel(hostile('-').model), now);
    expect(everyone.size).to.equal(all.length);
  });

  it('of any characters are scored as in JavaScript', async () => {
    const character = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
    const texts = fc.sample(
      character.filter((text) => !text.includes('\0')),
      { numRuns: subject.runs(30), seed: 1 },
    );
    const all = [...new Set(texts)].map(hostile);
    await subject.engine.fill(all.map(({ account }) => parseAccount(account)));
    for (const given of all) {
      const model = parseModel(given.model);
      const found = await scoredBy(subject.engine, model, now, [given.account.id]);
      expect(
        differing(found.get(given.account.id), model, given.account, now),
        JSON.stringify(given.account.name),
      ).to.deep.equal([]);
    }
  });

  it('run where they hold what the engine cannot store', async () => {
    const { account } = hostile('-');
    await subject.engine.fill([parseAccount(account)]);
    for (const text of unstorable) {
      const found = await scoredBy(subject.engine, parseModel(hostile(text).model), now);
      expect(found.get(account.id)?.report.signals, JSON.stringify(text)).to.deep.equal([]);
    }
  });
});
