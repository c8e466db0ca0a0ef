import { expect } from 'chai';
import { inViews } from './spark-views.ts';

describe('views of a statement', () => {
  const text =
    'with a as (select 1 as x), b(y) as (select x + ? from a), c as (select y from b) select y, ? as z from c';
  const { views, ...rest } = inViews({ text, values: [2, 3] }, 20);

  it('select what its table expressions select, by the names of their columns', () => {
    expect(views.map(({ name, text, values }) => [name, text, values])).to.deep.equal([
      ['a', 'select 1 as x', []],
      ['b', 'select * from (select x + ? from a) as named(y)', [2]],
      ['c', 'select y from b', []],
    ]);
    expect(rest).to.deep.equal({ text: 'select y, ? as z from c', values: [3] });
  });

  it('are held after so many characters since the last that was', () => {
    expect(views.map(({ held }) => held)).to.deep.equal([false, true, false]);
    expect(inViews({ text, values: [2, 3] }, 0).views.every(({ held }) => held)).to.equal(true);
  });
});
