import { expect } from 'chai';
import { parseAccount, reviewAccount } from '../index.ts';

const review = (account: object) => reviewAccount(parseAccount({ id: 'a', ...account }));
const event = (name: string, at: string, until?: string | null) => ({
  name,
  at,
  ...(until === undefined ? {} : { until }),
});

describe('reviewAccount', () => {
  it('finds events that end before they begin', () => {
    const at = '2026-11-10T00:00:00.000Z';
    const events = [
      event('ticket', at, at),
      event('ticket', at, null),
      event('ticket', at, '2026-11-09T23:59:59.999Z'),
    ];
    expect(review({ events })).to.deep.equal([
      {
        code: 'ends-before-start',
        path: 'events[2].until',
        sentence:
          'events[2].until (2026-11-09T23:59:59.999Z) is before at (2026-11-10T00:00:00.000Z): when it ended counts as not known.',
      },
    ]);
  });

  it('finds events that are not said to be recorded, each name once', () => {
    const events = ['use', 'login', 'login'].map((name) => event(name, '2026-11-10T00:00:00.000Z'));
    expect(review({ events, tracked: ['use'] }).map(({ code, path }) => [code, path])).to.deep.equal([
      ['untracked-event', 'events[1].name'],
    ]);
    expect(review({ events })).to.deep.equal([]);
    expect(review({})).to.deep.equal([]);
  });

  it('tells of twenty of a sort at most', () => {
    const late = Array.from({ length: 1000 }, (_, index) =>
      event(`e${index}`, '2026-11-10T00:00:00.000Z', '2026-11-09T00:00:00.000Z'),
    );
    expect(review({ events: late, tracked: [] })).to.have.length(40);
  });
});
