import { expect } from 'chai';
import { parameter, sql } from '../sql/fragment.ts';
import { overInstants } from './over-instants.ts';

const read = (now: number) => ({ fragment: sql`select ${'use'}, ${now}, ${parameter(String(now), 'bigint')}, ${now}` });

describe('overInstants', () => {
  it('names a column for what differs between instants, once, and leaves the rest a parameter', () => {
    const [one, ...others] = overInstants([5, 7], read);
    expect(others).to.deep.equal([]);
    const column = (name: string) => ({ name });
    const { pieces } = one?.statement.fragment ?? { pieces: [] };
    expect(pieces.filter((piece) => !('text' in piece))).to.deep.equal([
      { value: 'use', as: null },
      column('v0'),
      column('v1'),
      column('v0'),
    ]);
    expect(pieces.map((piece) => ('text' in piece ? piece.text : '')).join('')).to.equal(
      'select , , cast( as bigint), ',
    );
    const values = one?.table.pieces.flatMap((piece) => ('value' in piece ? [piece.value] : []));
    expect(values).to.deep.equal([5, 5, '5', 7, 7, '7']);
  });

  it('keeps apart what is written otherwise as of another instant', () => {
    const found = overInstants([1, 2, 3], (now) => ({ now, fragment: now === 2 ? sql`two` : sql`${now}` }));
    expect(found.map(({ statement }) => statement.now)).to.deep.equal([1, 2]);
    expect(found[0]?.table.pieces.flatMap((piece) => ('value' in piece ? [piece.value] : []))).to.deep.equal([
      1, 1, 3, 3,
    ]);
  });
});
