import { expect } from 'chai';
import { duckdb } from '../sql/duckdb.ts';
import { ofRow, sql } from '../sql/fragment.ts';
import { render } from '../sql/render.ts';
import { RowSets } from './row-sets.ts';

describe('sets of rows', () => {
  const textOf = (rows: RowSets) => render(rows.expressions({ now: 0 }, duckdb), duckdb).text;
  const feature = ofRow(sql`e.properties ->> 'feature'`);

  it('of events of one name become one pass, in which a name is asked and a property is read once', () => {
    const rows = new RowSets(null);
    rows.column('events', sql`count(distinct ${feature})`, sql`e.name = ${'use'} and e.at < ${1}`);
    rows.column('events', sql`count(*)`, sql`e.name = ${'use'} and ${feature} = ${'x'} and e.at < ${2}`);
    rows.column('events', sql`count(*)`, sql`e.name = ${'use'}`);
    const text = textOf(rows);
    expect(text.split('e.name = ')).to.have.length(2);
    expect(text.split('->>')).to.have.length(2);
    expect(text).to.include('count(*) filter (where e.p0 = $2 and e.at < $3)');
    expect(text).to.match(/count\(\*\) as "r2_0"/);
  });

  it('read a property where it is asked for, if that is in one place', () => {
    const rows = new RowSets(null);
    rows.column('events', sql`count(distinct ${feature})`, sql`e.name = ${'use'}`);
    expect(textOf(rows)).to.include('count(distinct e.properties').and.not.include('from (select');
  });

  it('of facts of all names become one pass, each with its own name', () => {
    const rows = new RowSets(null);
    for (const fact of ['seats', 'nps', 'csat']) rows.column('facts', sql`max(f.number)`, sql`f.name = ${fact}`);
    const text = textOf(rows);
    expect(text.split('group by')).to.have.length(2);
    expect(text.split('filter (where f.name = ')).to.have.length(4);
    expect(text).to.include('where (f.name = $1 or f.name = $2 or f.name = $3)');
  });
});
