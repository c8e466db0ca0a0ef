import { expect } from 'chai';
import { read } from '../fixtures/read.ts';
import { tags } from './tags.ts';

const confidence = {
  kind: 'tags',
  event: 'tagged',
  of: 'tag',
  within: '90d',
  points: { 'case-study': 10, reference: 15, 'champion-left': -25, 'being-acquired': -15 },
} as const;
const tagged = (tag: string | null, at = '2026-11-01T00:00:00.000Z') => ({ name: 'tagged', at, properties: { tag } });
const reading = (account: object) => read({ m: confidence }, account).m;

describe('tags', () => {
  it('adds up the points of the different tags given within the window', () => {
    const events = ['case-study', 'case-study', 'champion-left', 'met for lunch'].map((tag) => tagged(tag));
    expect(reading({ events })).to.deep.include({ value: -15, parts: { 'case-study': 1, 'champion-left': 1 } });
  });

  it('begins and ends with the window, and sees nothing to come', () => {
    const events = [
      tagged('reference', '2026-08-16T09:00:00.000Z'),
      tagged('case-study', '2026-08-16T08:59:59.999Z'),
      tagged('champion-left', '2026-11-14T09:00:00.000Z'),
    ];
    expect(reading({ events })).to.deep.include({ value: 15, parts: { reference: 1 } });
  });

  it('is 0 without tags, and missing when nobody records them', () => {
    const now = Date.parse('2026-11-14T09:00:00.000Z');
    expect(reading({ events: [] })).to.deep.equal({ value: 0, at: now });
    expect(reading({ events: [tagged('unknown'), tagged(null)] })).to.deep.equal({ value: 0, at: now });
    expect(reading({})?.value).to.equal(null);
  });

  it('does not take the absence of a tag for one called null, nor what every object has for points', () => {
    const m = { ...confidence, points: { null: 5 } };
    expect(read({ m }, { events: [tagged(null)] }).m?.value).to.equal(0);
    expect(read({ m }, { events: [tagged('null')] }).m?.value).to.equal(5);
    expect(reading({ events: [tagged('constructor'), tagged('__proto__')] })?.value).to.equal(0);
  });

  it('comes to the same in whatever order the points are written', () => {
    const points = { a: 0.1, b: 0.2, c: 0.3 };
    const events = Object.keys(points).map((tag) => tagged(tag));
    const reversed = Object.fromEntries(Object.entries(points).reverse());
    const sum = (given: Record<string, number>) => read({ m: { ...confidence, points: given } }, { events }).m?.value;
    expect(sum(points)).to.equal(sum(reversed));
  });

  it('names the tags', () => {
    expect(tags.detail?.({ reference: 1, 'champion-left': 1 }, String, confidence)).to.equal(
      'reference, champion-left',
    );
  });
});
