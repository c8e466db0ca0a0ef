import { expect } from 'chai';
import fc from 'fast-check';
import { extent, markedInstant, markedNumber, markedReport, markedText } from '../fixtures/marked-report.ts';
import { type CustomerPolicy, customerView, type Report } from '../index.ts';

type Path = readonly (string | number)[];
type Leaf = string | number;

/** A random report, and a random policy over what is in it. */
const asked = fc
  .record({
    extent,
    of: fc.nat(2),
    title: fc.boolean(),
    contributions: fc.oneof(fc.constant(null), fc.boolean(), fc.array(fc.nat(3), { maxLength: 3 })),
    trend: fc.option(fc.boolean()),
    grids: fc.option(fc.array(fc.nat(2), { maxLength: 2 })),
    coverage: fc.option(fc.boolean()),
  })
  .map(({ extent, of, title, contributions, trend, grids, coverage }) => {
    const report = markedReport(extent);
    const dimension = report.dimensions[of % report.dimensions.length]?.id ?? '';
    const rows = report.contributions.filter((row) => row.dimension === dimension);
    const policy: CustomerPolicy = {
      dimension,
      ...(title ? { title: 'Yours' } : {}),
      ...(contributions === null
        ? {}
        : {
            contributions: Array.isArray(contributions)
              ? contributions.map((place) => rows[place % rows.length]?.id ?? '')
              : contributions,
          }),
      ...(trend === null ? {} : { trend }),
      ...(grids === null ? {} : { grids: grids.map((place) => report.activity?.grids[place]?.by ?? 'none') }),
      ...(coverage === null ? {} : { coverage }),
    };
    return { report, policy };
  });

/** Whether what is at a path may come out, or only decide over what does; null for neither. */
function roleOf(path: Path, report: Report, { dimension, ...policy }: CustomerPolicy): 'shown' | 'decides' | null {
  const [root, place, key, inner] = path;
  const named = path.join('.');
  if (['account.id', 'account.name', 'asOf'].includes(named)) return 'shown';
  if (['model.version', 'minimumCoverage', 'trend.days'].includes(named)) return 'decides';
  if (root === 'dimensions' && report.dimensions[Number(place)]?.id === dimension) {
    if (key === 'label' && policy.title === undefined) return 'shown';
    if (key === 'coverage' && policy.coverage) return 'shown';
    return key === 'id' || key === 'score' || key === 'coverage' ? 'decides' : null;
  }
  if (root === 'contributions' && report.contributions[Number(place)]?.dimension === dimension) {
    const { contributions = false } = policy;
    const { id = '' } = report.contributions[Number(place)] ?? {};
    const isAllowed = Array.isArray(contributions) ? contributions.includes(id) : contributions === true;
    // The score is made of these; what is left of it when all others are shown may be one of them.
    if (key === 'inDimension') return inner === 'points' || isAllowed ? 'shown' : null;
    if (isAllowed && ['id', 'label', 'value', 'at', 'normalized', 'sentence'].includes(String(key))) return 'shown';
    return key === 'dimension' || key === 'id' ? 'decides' : null;
  }
  if (root === 'trend' && place === 'points' && policy.trend !== false) {
    if (path[3] === 'at' || (path[3] === 'dimensions' && path[4] === dimension)) return 'shown';
    return path[3] === 'version' ? 'decides' : null;
  }
  if (root === 'activity' && place === 'grids') {
    const allowed = policy.grids ?? [];
    if (allowed.includes(report.activity?.grids[Number(key)]?.by ?? '')) return 'shown';
    return path[3] === 'by' ? 'decides' : null;
  }
  return null;
}

/** The same value with each leaf, and the keys of records, turned into something else. */
function turned(value: unknown, turn: (leaf: Leaf, path: Path) => Leaf, path: Path = []): unknown {
  if (Array.isArray(value)) return value.map((item, index) => turned(item, turn, [...path, index]));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key.startsWith('~') ? turn(key, [...path, key]) : key,
        turned(item, turn, [...path, key]),
      ]),
    );
  }
  return typeof value === 'string' || typeof value === 'number' ? turn(value, path) : value;
}

const isMark = (leaf: Leaf): boolean =>
  typeof leaf === 'number' ? !Number.isInteger(leaf) : leaf.startsWith('~') || /^\d{4}-.*Z$/.test(leaf);

function marksIn(value: unknown, isWanted: (path: Path) => boolean = () => true): Set<Leaf> {
  const found = new Set<Leaf>();
  turned(value, (leaf, path) => {
    if (isMark(leaf) && isWanted(path)) found.add(leaf);
    return leaf;
  });
  return found;
}

describe('what is not for the customer', () => {
  it('is nowhere in the view, whatever is in the report', () => {
    const property = fc.property(asked, ({ report, policy }) => {
      const shown = marksIn(report, (path) => roleOf(path, report, policy) === 'shown');
      const secret = [...marksIn(report)].filter((mark) => !shown.has(mark));
      const json = JSON.stringify(customerView(report, policy));
      const told = marksIn(JSON.parse(json));
      for (const mark of secret) {
        expect(told.has(mark), `${mark} is shown`).to.equal(false);
        if (typeof mark === 'string') expect(json).not.to.include(mark);
      }
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('decides over nothing in the view', () => {
    const property = fc.property(asked, ({ report, policy }) => {
      let nth = 5000;
      const other = turned(report, (leaf, path) => {
        if (!isMark(leaf) || roleOf(path, report, policy) !== null) return leaf;
        nth++;
        if (typeof leaf === 'number') return markedNumber(nth);
        return leaf.startsWith('~') ? markedText(nth) : markedInstant(nth);
      });
      // Sound: each leaf was turned into another of its type.
      expect(customerView(other as Report, policy)).to.deep.equal(customerView(report, policy));
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('cannot be smuggled in by keys, prototypes, getters or toJSON', () => {
    const property = fc.property(asked, ({ report, policy }) => {
      const own = customerView(report, policy);
      // Sound: nothing is taken from the report.
      const laden = customerView(smuggled(report) as Report, policy);
      expect(JSON.stringify(laden)).to.equal(JSON.stringify(own));
      expectPlain(laden);
    });
    fc.assert(property, { numRuns: 100 });
  });
});

const contraband = { smuggled: '~smuggled~' };

/** The same value with something hidden in every object and list of it. */
function smuggled(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  const copy: object = Array.isArray(value) ? value.map(smuggled) : Object.create({ inherited: contraband });
  if (!Array.isArray(value)) {
    for (const [key, item] of Object.entries(value)) {
      Object.defineProperty(copy, key, { get: () => smuggled(item), enumerable: true });
    }
  }
  const hidden = { enumerable: true, value: contraband };
  Object.defineProperties(copy, {
    // Computed, or it would be the prototype of this very list.
    ['__proto__']: hidden,
    constructor: hidden,
    [Object.hasOwn(value, 'tier') ? 'tiers of old' : 'tier']: hidden,
    notes: hidden,
    [Symbol('notes')]: hidden,
    getter: { enumerable: true, get: () => contraband },
    toJSON: { enumerable: true, value: () => contraband },
  });
  return copy;
}

function expectPlain(value: unknown): void {
  if (value === null || typeof value !== 'object') return;
  const isList = Array.isArray(value);
  expect(Object.getPrototypeOf(value)).to.equal(isList ? Array.prototype : Object.prototype);
  for (const key of Reflect.ownKeys(value)) {
    if (isList && key === 'length') continue;
    const { value: inner, get } = Object.getOwnPropertyDescriptor(value, key) ?? {};
    expect([typeof key, get, typeof inner]).to.deep.equal(['string', undefined, typeof inner]);
    expect(inner).not.to.be.a('function');
    expectPlain(inner);
  }
}
