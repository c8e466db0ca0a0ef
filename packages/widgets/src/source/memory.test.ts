import type { Report } from '@hale/core/report';
import { expect } from 'chai';
import type { SourceState } from './health-source.ts';
import { memorySource } from './memory.ts';

// Only what the source itself reads of a report.
const report = (id: string, score: number) => ({ account: { id, name: id }, score }) as Report;

describe('memorySource', () => {
  it('gives a report by the id of its account, and nothing for others', () => {
    const source = memorySource([report('a', 1), report('b', 2)]);
    const told: SourceState[] = [];
    for (const id of ['b', 'c']) source.subscribe(id, (state) => told.push(state))();
    const last = [told[0], told.at(-1)];
    expect(last[0]).to.have.nested.property('report.score', 2);
    expect(last[1]).to.deep.equal({ status: 'empty' });
  });

  it('tells at once of another report, and of one that is gone', () => {
    const source = memorySource([report('a', 1)]);
    const told: SourceState[] = [];
    const stop = source.subscribe('a', (state) => told.push(state));
    source.update(report('a', 5));
    source.remove('a');
    expect(told.map((state) => ('report' in state ? state.report?.score : state.status))).to.deep.equal([
      1,
      5,
      'empty',
    ]);
    stop();
    source.update(report('a', 9));
    expect(told).to.have.length(3);
  });
});
