import { expect } from 'chai';
import { tableExpressions } from './table-expressions.ts';

describe('tableExpressions', () => {
  it('takes a statement apart, each table expression with its own values', () => {
    const text =
      "with i(at, `v0`) as (values (?, ?)),\n`s,(1` as (select (?) as x, ')(,?' as y from i),\ns2 as  (select 1) select ? from s2";
    expect(tableExpressions({ text, values: [1, 2, 3, 4] })).to.deep.equal({
      tables: [
        { name: 'i', columns: '(at, `v0`)', text: 'values (?, ?)', values: [1, 2] },
        { name: '`s,(1`', columns: '', text: "select (?) as x, ')(,?' as y from i", values: [3] },
        { name: 's2', columns: '', text: 'select 1', values: [] },
      ],
      rest: { text: 'select ? from s2', values: [4] },
    });
  });

  it('leaves a statement without table expressions as it is', () => {
    const statement = { text: 'select (?) as x, count(*) from events', values: [1] };
    expect(tableExpressions(statement)).to.deep.equal({ tables: [], rest: statement });
  });
});
