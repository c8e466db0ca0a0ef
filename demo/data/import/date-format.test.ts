import { expect } from 'chai';
import { dateReader, exampleOf, isDateFormat } from './date-format.ts';

const read = (format: string, text: string) => {
  const instant = dateReader(format)(text);
  return instant === null ? null : new Date(instant).toISOString();
};

describe('a date format', () => {
  it('reads days as written, in UTC', () => {
    expect(read('dd-mm-yyyy', '16-10-2024')).to.equal('2024-10-16T00:00:00.000Z');
    expect(read('mm/dd/yyyy', '1/9/2024')).to.equal('2024-01-09T00:00:00.000Z');
    expect(read('yyyy.mm.dd', '2024.02.29')).to.equal('2024-02-29T00:00:00.000Z');
    expect(read('ddmmyyyy', '16102024')).to.equal('2024-10-16T00:00:00.000Z');
  });

  it('reads the time after the day', () => {
    expect(read('dd-mm-yyyy hh:mm', '28-07-2023 03:05')).to.equal('2023-07-28T03:05:00.000Z');
    expect(read('dd-mm-yyyyThh:mm:ss', '28-07-2023T23:59:58')).to.equal('2023-07-28T23:59:58.000Z');
  });

  it('reads ISO 8601, with or without a time and a zone', () => {
    expect(read('iso', '2026-11-14')).to.equal('2026-11-14T00:00:00.000Z');
    expect(read('iso', '2026-11-14T09:30')).to.equal('2026-11-14T09:30:00.000Z');
    expect(read('iso', '2026-11-14 09:30:15.123456')).to.equal('2026-11-14T09:30:15.123Z');
    expect(read('iso', '2026-11-14T00:30:00+02:00')).to.equal('2026-11-13T22:30:00.000Z');
    expect(read('iso', '2026-11-14T09:30:15-0530')).to.equal('2026-11-14T15:00:15.000Z');
  });

  it('refuses days and times that there are not, and anything else', () => {
    for (const text of [
      '31-02-2024',
      '29-02-2023',
      '00-10-2024',
      '16-13-2024',
      '2024-10-16',
      '16-10-24',
      '16-10-2024 03:00',
      '',
    ]) {
      expect(read('dd-mm-yyyy', text), text).to.equal(null);
    }
    expect(read('dd-mm-yyyy hh:mm', '16-10-2024 24:00')).to.equal(null);
    expect(read('dd.mm.yyyy', '16x10x2024')).to.equal(null);
    for (const text of ['2026-02-30', '2026-11-14T25:00', 'tomorrow', '14-11-2026'])
      expect(read('iso', text), text).to.equal(null);
  });

  it('is known by its parts', () => {
    for (const format of ['iso', 'dd-mm-yyyy', 'mm/dd/yyyy', 'yyyy-mm-dd hh:mm:ss', 'dd.mm.yyyyThh:mm']) {
      expect(isDateFormat(format), format).to.equal(true);
    }
    for (const format of [
      '',
      'dd-mm',
      'dd-mm-yy',
      'dd-dd-yyyy',
      'hh:mm',
      'dd-mm-yyyy hh',
      '.*',
      'dd-mm-yyyy hh:mm:ss:hh',
    ]) {
      expect(isDateFormat(format), format).to.equal(false);
    }
  });

  it('gives an example of itself for messages', () => {
    expect(exampleOf('dd-mm-yyyy hh:mm')).to.equal('written dd-mm-yyyy hh:mm, such as 31-12-2026 17:45');
    expect(exampleOf('iso')).to.equal('in ISO 8601, such as 2026-12-31');
  });
});
