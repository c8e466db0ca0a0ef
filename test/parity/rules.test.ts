import type { Rule } from '@hale/core';
import type { Dialect } from '@hale/core/sql';
import { expect } from 'chai';
import fc from 'fast-check';
import { rule, subjects } from '../../packages/core/src/fixtures/arbitraries.ts';
import { holding, truthsOf, truthsStatement } from '../../packages/core/src/fixtures/rules-in-sql.ts';
import { onEveryEngine } from '../support/engines.ts';
import { assertForAll } from '../support/random.ts';

/** Rules as conditions in SQL, against what they come to in JavaScript. */

const operators = ['lt', 'lte', 'gt', 'gte', 'eq', 'ne'] as const;
const comparing = (...thresholds: string[]): Rule[] =>
  thresholds.flatMap((threshold) => operators.map((is) => ({ fact: 'f', [is]: threshold })));

onEveryEngine('rules', (subject) => {
  async function expectSame(rules: readonly Rule[], all: Parameters<typeof truthsOf>[1], dialect: Dialect) {
    const statement = truthsStatement(rules, all, dialect);
    const expected = truthsOf(rules, all);
    for (const [row, found] of (await subject.engine.run(statement)).entries()) {
      for (const [place, one] of rules.entries())
        expect(found[`r${place}`], `${JSON.stringify(one)} of subject ${row}`).to.equal(expected[row]?.[place]);
    }
    return statement;
  }

  it('come out as in JavaScript: true, false or unknown', async () => {
    const many = { minLength: 20, maxLength: 40 };
    await assertForAll([fc.array(rule, many), fc.array(subjects, many)], subject.runs(100), async (rules, all) => {
      const { dialect } = subject.engine;
      const stored = all.filter(
        (one) => dialect.holdsNul || !JSON.stringify([...one.facts.values()]).includes('\\u0000'),
      );
      if (stored.length > 0) await expectSame(rules, stored, dialect);
    });
  });

  it('compare text by code point, and take names and thresholds for what they are', async () => {
    const near = ['', 'Z', 'a', 'ä', 'z', 'text', 'text\0', 'text\0a', 'text ', '\u{ffff}', '😀'];
    const hostile = [`'; drop table a; --`, '"', '\\', '$1', '?', ':p1', '/*', '\0', '\u{d800}'];
    const texts = [...near, ...hostile];
    const among: Rule[] = [
      { fact: 'f', in: near.slice(0, 3) },
      { fact: 'f', in: [7, 'Z'] },
      { fact: 'f', in: [false] },
    ];
    // What is half a character cannot be sent to an engine whole: as a threshold it is no value's own.
    const values = texts.filter((text) => !/\p{Cs}/u.test(text));
    const { engine } = subject;
    const held = values.filter((text) => engine.dialect.holdsNul || !text.includes('\0'));
    const { text } = await expectSame(
      [...comparing(...values), ...among],
      [...held, 7, true, null].map(holding),
      engine.dialect,
    );
    expect(text).to.not.include('drop table');
    await engine.run(truthsStatement(comparing(...texts), held.map(holding), engine.dialect));
  });

  it('hold what an engine cannot store against what it can, without sending it', async () => {
    const dialect = { ...subject.engine.dialect, holdsNul: false };
    const all = ['', 'tex', 'text', 'texta', '\u0001', null].map(holding);
    const { values } = await expectSame(comparing('text\0', '\0', 'text\0\0b'), all, dialect);
    expect(values.join()).to.not.include('\0');
  });
});
