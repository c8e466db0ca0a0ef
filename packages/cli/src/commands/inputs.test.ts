import { expect } from 'chai';
import { UsageError } from '../terminal/fault.ts';
import { readNow } from './inputs.ts';

describe('--now', () => {
  it('is a day in UTC, or an instant in any zone', () => {
    for (const [given, instant] of [
      ['2026-11-14', '2026-11-14T00:00:00.000Z'],
      ['2026-11-14T09:00Z', '2026-11-14T09:00:00.000Z'],
      ['2026-11-14T00:30:00.1239+01:00', '2026-11-13T23:30:00.123Z'],
      ['2024-02-29T23:59:59-05:30', '2024-03-01T05:29:59.000Z'],
    ] as const) {
      expect(new Date(readNow(given)).toISOString(), given).to.equal(instant);
    }
  });

  it('is no day or hour that there is not, nor a time without a zone', () => {
    for (const given of [
      ...['2026-02-30', '2026-02-30T09:00:00Z', '2026-02-29T09:00:00+01:00', '2026-13-01', '2026-11-14T24:00:00Z'],
      ...[
        '2026-11-14T09:60Z',
        '2026-11-14T09:00:00',
        '2026-11-14T09:00:00+25:00',
        '2026-11-14Z',
        '2026-11-1',
        'now',
        '',
      ],
    ]) {
      expect(() => readNow(given, '--from'), given)
        .to.throw(UsageError)
        .with.property(
          'message',
          `--from must be an instant such as 2026-11-14T09:00:00Z or a day such as 2026-11-14, not "${given}".`,
        );
    }
  });
});
