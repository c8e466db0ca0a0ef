import { expect } from 'chai';
import fc from 'fast-check';
import { ColumnNames } from './column-names.ts';

const bytes = (text: string) => new TextEncoder().encode(text).length;

describe('names of columns', () => {
  it('need no quotes', () => {
    const names = new ColumnNames();
    expect(names.take('score')).to.equal('score');
    expect(names.take('metric', 'seat-use', 'points')).to.equal('metric_seat_use_points');
    expect(names.take('measure', 'activeUsers30')).to.equal('measure_active_users30');
    expect(names.take('signal', 'Wenig Nutzung (früh)')).to.equal('signal_wenig_nutzung_früh');
    expect(names.take('metric', '李', 'score')).to.equal('metric_李_score');
    expect(names.take('metric', `"; drop table x; --\0'😀`, 'score')).to.equal('metric_drop_table_x_score');
    expect(names.take('metric', '😀', 'score')).to.equal('metric__score');
    expect(names.take('measure', 'tags', `"exports\0`)).to.equal('measure_tags_exports');
  });

  it('are told apart where ids come to the same', () => {
    const names = new ColumnNames();
    const ids = ['seat-use', 'seat_use', 'SeatUse', 'SEAT USE'];
    expect(ids.map((id) => names.take('metric', id, 'points'))).to.deep.equal([
      'metric_seat_use_points',
      'metric_seat_use_2_points',
      'metric_seat_use_3_points',
      'metric_seat_use_4_points',
    ]);
  });

  it('are found at once for thousands of long ids that begin alike', () => {
    const names = new ColumnNames();
    const ids = Array.from({ length: 5000 }, (_, index) => `${'größe '.repeat(30)}${index}`);
    const taken = ids.map((id) => names.take('metric', id, 'points'));
    expect(taken.at(-1)).to.match(/^metric_größe_.*_5000_points$/);
    expect(new Set(taken).size).to.equal(5000);
  });

  it('differ, whether or not case counts, and are no longer than Postgres keeps', () => {
    const id = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
      fc.constantFrom('é'.repeat(200), 'É'.repeat(199), '李'.repeat(80)),
    );
    fc.assert(
      fc.property(fc.array(id, { maxLength: 30 }), (ids) => {
        const names = new ColumnNames();
        const taken = ids.flatMap((one) => [
          names.take('metric', one, 'points'),
          names.take('measure', one),
          names.take('measure', one, one),
        ]);
        expect(new Set(taken.map((one) => one.toLowerCase())).size).to.equal(taken.length);
        for (const one of taken) {
          expect(bytes(one)).to.be.at.most(63);
          expect(one).to.match(/^[\p{L}\p{N}_]+$/u);
        }
      }),
    );
  });
});
