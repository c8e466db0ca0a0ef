import { expect } from 'chai';
import { readAhead } from './read-ahead.ts';

describe('readAhead', () => {
  it('gives every item with its value, in order, having begun the next one before', async () => {
    const begun: number[] = [];
    const seen: unknown[] = [];
    const read = async (item: number) => {
      begun.push(item);
      return item * 10;
    };
    for await (const pair of readAhead([1, 2, 3], read)) seen.push([pair, [...begun]]);
    expect(seen).to.deep.equal([
      [
        [1, 10],
        [1, 2],
      ],
      [
        [2, 20],
        [1, 2, 3],
      ],
      [
        [3, 30],
        [1, 2, 3],
      ],
    ]);
  });

  it('fails where the item that could not be read would have come', async () => {
    const seen: number[] = [];
    const read = async (item: number) => {
      if (item === 2) throw new Error('no two');
      return item;
    };
    const all = async () => {
      for await (const [item] of readAhead([1, 2, 3], read)) seen.push(item);
    };
    const error = await all().catch((reason: Error) => reason);
    expect([seen, (error as Error).message]).to.deep.equal([[1], 'no two']);
  });
});
