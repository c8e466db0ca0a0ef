import { expect } from 'chai';
import { formatsOf } from './formats.ts';
import { today } from './today.ts';

const at = Date.parse('2026-11-14T09:00:00Z');

describe('formats', () => {
  const { at: now } = today;
  before(() => {
    today.at = () => Date.parse('2026-11-22');
  });
  after(() => {
    today.at = now;
  });

  it('write a true minus and a sign on all but nothing', () => {
    const { signed } = formatsOf('en', 'UTC');
    expect([-6.84, 0.7, 0].map((value) => signed(value, 1))).to.deep.equal(['−6.8', '+0.7', '0.0']);
  });

  it('write dates in the zone they are given, with its name', () => {
    expect(formatsOf('en', 'UTC').moment(at)).to.equal('14 Nov, 09:00 UTC');
    expect(formatsOf('en', 'America/New_York').moment(at)).to.match(/^14 Nov, 04:00 (EST|GMT-5|GMT−5)$/);
  });

  it('add the year where it is not this one', () => {
    expect(formatsOf('en', 'UTC').day(Date.parse('2019-03-01'))).to.equal('1 Mar 2019');
    expect(formatsOf('en', 'UTC').day(at)).to.equal('14 Nov');
    today.at = () => Date.parse('2027-01-01');
    expect(formatsOf('en', 'UTC').day(at)).to.equal('14 Nov 2026');
    today.at = () => Date.parse('2026-11-22');
  });

  it('write as the language does', () => {
    expect(formatsOf('de', 'UTC').number(1234.5, 1)).to.equal('1.234,5');
    expect(formatsOf('ar-EG', 'UTC').number(62)).to.equal('٦٢');
    expect(formatsOf('de', 'UTC').share(0.92).replace(/\s/u, ' ')).to.equal('92 %');
  });

  it('fall back on English and UTC for what the engine does not know, and tell of the time zone', () => {
    const { warn } = console;
    const told: unknown[] = [];
    console.warn = (message: unknown) => told.push(message);
    expect(formatsOf('not a language', 'Mars/Olympus').moment(at)).to.match(/09:00 UTC$/);
    console.warn = warn;
    expect(told).to.deep.equal(['hale: there is no time zone Mars/Olympus: dates are in UTC.']);
  });
});
