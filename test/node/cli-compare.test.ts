import { buildReport, parseModel } from '@hale/core';
import { expect } from 'chai';
import { countOf, documents, files, inFolder, model, now } from '../support/command-line.ts';

describe('hale compare', function () {
  this.timeout(120_000);
  const { run, write, read } = inFolder();

  it('tells who moves and who changes tier, those first that change most', async () => {
    const { code, out } = await run([
      'compare',
      '--before',
      'model.json',
      '--after',
      'other.json',
      '--now',
      now,
      ...files,
      '--json',
      '--exit-code',
      '-q',
    ]);
    expect(code).to.equal(1);
    const { summary, accounts } = JSON.parse(out);
    expect(summary.accounts).to.equal(documents.length);
    expect(accounts).to.have.length(documents.length);
    const other = parseModel(JSON.parse(read('other.json')));
    for (const { id, before, after, change, tierChanged } of accounts) {
      const document = documents.find((one) => one.id === id);
      if (!document) throw new Error(`there is no ${id}`);
      const [then, after_] = [model, other].map((one) => buildReport(one, document, { now }));
      expect([before.tier, after.tier, tierChanged]).to.deep.equal([
        then?.tier,
        after_?.tier,
        then?.tier !== after_?.tier,
      ]);
      if (change !== null) expect(change).to.be.closeTo((after_?.score ?? 0) - (then?.score ?? 0), 1e-9);
    }
    const moved = accounts.filter(({ tierChanged }: { tierChanged: boolean }) => tierChanged);
    expect(accounts.slice(0, moved.length)).to.deep.equal(moved);
    expect(moved.map(({ change }: { change: number }) => Math.abs(change ?? 0))).to.deep.equal(
      moved.map(({ change }: { change: number }) => Math.abs(change ?? 0)).toSorted((a: number, b: number) => b - a),
    );
  });

  it('shows names that would do something to a terminal for what they are', async () => {
    const accounts = [
      { id: 'a', name: '\u001b[2J\u001b]0;title\u0007', events: [{ name: 'use', at: '2026-11-10T00:00:00Z' }] },
    ];
    write('names.json', JSON.stringify(accounts));
    write('before.json', JSON.stringify(countOf('login')));
    write('after.json', JSON.stringify(countOf('use')));
    const models = ['--before', 'before.json', '--after', 'after.json', '--now', now];
    const { code, out } = await run(['compare', ...models, '--documents', 'names.json', '-q']);
    expect([code, out.split('\n')[1]]).to.deep.equal([0, '\\x1b[2J\\x1b]0;title\\x07     0.0    10.0  +10.0  low']);
  });

  it('finds that a model moves nobody against itself', async () => {
    const { code, out } = await run([
      'compare',
      '--before',
      'model.json',
      '--after',
      'model.json',
      '--now',
      now,
      '--documents',
      'documents.json',
      '-q',
      '--exit-code',
    ]);
    expect([code, out.split('\n')[0]]).to.deep.equal([0, '10 accounts: 0 up, 0 down, 10 unmoved; 0 in another tier.']);
  });
});
