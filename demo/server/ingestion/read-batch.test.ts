import { expect } from 'chai';
import { readRows } from './read-batch.ts';

describe('rows of a batch', () => {
  it('that are nested too deeply are refused by themselves', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const login = { account: 'a', name: 'login', at: '2026-11-21T09:00:00Z' };
    const [kept, refused] = readRows([login, { ...login, properties: { deep: JSON.parse(deep) } }]);
    expect(kept).to.include({ row: 0, account: 'a' });
    expect(refused).to.deep.include({ row: 1, message: 'events[1] is nested too deeply.' });
  });
});
