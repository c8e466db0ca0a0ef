import { type Engine, openDuckDb } from '@hale/cli';
import { expect } from 'chai';
import fc from 'fast-check';
import { rule, subjects } from '../../packages/core/src/fixtures/arbitraries.ts';
import type { Rule, RuleSubjects, SqlScalar, Subject, Truth } from '../../packages/core/src/rules/rule-kind.ts';
import { truthOf } from '../../packages/core/src/rules/rules.ts';
import { conditionOf } from '../../packages/core/src/rules/sql-forms.ts';
import type { Scalar } from '../../packages/core/src/schema/primitives.ts';
import { type Fragment, join, name, parameter, sql } from '../../packages/core/src/sql/fragment.ts';
import { render } from '../../packages/core/src/sql/render.ts';

/** Rules as conditions in SQL, against what they come to in JavaScript. */

describe('rules in SQL', function () {
  this.timeout(120_000);
  let engine: Engine;

  before(async () => {
    engine = await openDuckDb();
  });
  after(() => engine.close());

  /** What each rule comes to for each of these subjects. */
  async function truths(rules: readonly Rule[], all: readonly RuleSubjects[]): Promise<Truth[][]> {
    const { dialect } = engine;
    const asked = [...new Set(all.flatMap(cellsOf).map(({ key }) => key))];
    const column = (key: string, type: string) => name(`${type}${asked.indexOf(key)}`);
    const rows = all.map((one, place) => {
      const cells = new Map(cellsOf(one).map(({ key, value }) => [key, value]));
      const values = asked.flatMap((key) => {
        const value = cells.get(key) ?? null;
        const of = <T extends Scalar>(type: string) => (typeof value === type ? (value as T) : null);
        return [
          sql`${dialect.double(sql`${of<number>('number')}`)} as ${column(key, 'n')}`,
          sql`${parameter(of<string>('string'), 'text')} as ${column(key, 't')}`,
          sql`${parameter(of<boolean>('boolean'), 'boolean')} as ${column(key, 'b')}`,
        ];
      });
      return sql`select ${place} as place, ${join(values, sql`, `)}`;
    });
    const value = (from: Subject, id: string): SqlScalar => {
      const key = `${from} ${id}`;
      if (!asked.includes(key)) return {};
      const number = column(key, 'n');
      return from === 'fact' ? { number, text: column(key, 't'), boolean: column(key, 'b') } : { number };
    };
    const conditions = rules.map(
      (one, place) => sql`, ${conditionOf(one, { dialect, value })} as ${name(`r${place}`)}`,
    );
    const statement = sql`with a as (${join(rows, sql` union all `)}) select place${join(conditions, sql``)} from a order by place`;
    const found = await engine.run(render(statement, dialect));
    return found.map((row) => rules.map((_, place) => row[`r${place}`] as Truth));
  }

  it('come out as in JavaScript: true, false or unknown', async () => {
    const many = { minLength: 20, maxLength: 40 };
    await fc.assert(
      fc.asyncProperty(fc.array(rule, many), fc.array(subjects, many), async (rules, all) => {
        const found = await truths(rules, all);
        for (const [row, given] of all.entries()) {
          for (const [place, one] of rules.entries()) {
            expect(found[row]?.[place], JSON.stringify(one)).to.equal(truthOf(one, given));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('compare text by code point, and treat names, values and U+0000 as what they are', async () => {
    const texts = [
      '',
      'Z',
      'a',
      'ä',
      'z',
      'text',
      'text\0',
      'text\0a',
      'text ',
      '\u{ffff}',
      '😀',
      `'; drop table a; --`,
      '\\',
      '$1',
      '?',
      ':p1',
      '/*',
    ];
    const holding = (value: Scalar | null): RuleSubjects => ({
      observations: new Map(),
      facts: new Map([['f', { value, at: null }]]),
      score: { value: null, change: null, coverage: null },
    });
    const all = [...texts, 7, true, null].map(holding);
    const rules = texts.flatMap((text): Rule[] =>
      (['lt', 'lte', 'gt', 'gte', 'eq', 'ne'] as const).map((is) => ({ fact: 'f', [is]: text })),
    );
    const among: Rule[] = [
      { fact: 'f', in: texts.slice(0, 3) },
      { fact: 'f', in: [7, 'Z'] },
      { fact: 'f', in: [false] },
    ];
    const found = await truths([...rules, ...among], all);
    for (const [row, given] of all.entries()) {
      for (const [place, one] of [...rules, ...among].entries()) {
        const where = `${JSON.stringify(given.facts.get('f')?.value)} ${JSON.stringify(one)}`;
        expect(found[row]?.[place], where).to.equal(truthOf(one, given));
      }
    }
  });

  it('of text that an engine cannot hold are those of text that lies nowhere among what it can', async () => {
    const held = ['', 'tex', 'text', 'texta', '\u0001'];
    const dialect = { ...engine.dialect, holdsNul: false };
    for (const threshold of ['text\0', '\0', 'text\0\0b']) {
      for (const is of ['lt', 'lte', 'gt', 'gte', 'eq', 'ne'] as const) {
        for (const value of [...held, null]) {
          const text: Fragment = parameter(value, 'text');
          const one = { fact: 'f', [is]: threshold };
          const condition = conditionOf(one, { dialect, value: () => ({ text }) });
          const statement = render(sql`select ${condition} as met`, dialect);
          expect(statement.values.join()).to.not.include('\0');
          const [row] = await engine.run(statement);
          const given = { observations: new Map(), facts: new Map([['f', { value, at: null }]]), score: noScore };
          expect(row?.met, `${value} ${is} ${JSON.stringify(threshold)}`).to.equal(truthOf(one, given));
        }
      }
    }
  });
});

const noScore = { value: null, change: null, coverage: null };

/** Everything that subjects have a value for, by what rules ask for. */
function cellsOf({ observations, facts, score, dimensions = new Map() }: RuleSubjects) {
  const cells = (from: Subject, entries: Iterable<readonly [string, Scalar | null]>) =>
    [...entries].map(([id, value]) => ({ key: `${from} ${id}`, value }));
  return [
    ...cells(
      'measure',
      [...observations].map(([id, { value }]) => [id, value] as const),
    ),
    ...cells(
      'fact',
      [...facts].map(([id, { value }]) => [id, value] as const),
    ),
    ...cells('score', Object.entries(score)),
    ...cells('dimension', dimensions),
  ];
}
