import { readdirSync, readFileSync } from 'node:fs';
import { causes, type explainReport, type ModelDocument } from '@hale/core';
import { expect } from 'chai';
import { followIn, type Schema, unseen } from '../support/unseen.ts';
import { answerTo, differences, type Fields, givenOf, isFields, unmet, type Vectors } from '../support/vectors.ts';

const folder = new URL('../../packages/core/vectors/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
/** A schema as the package publishes it. */
const schemaOf = (name: string): Schema =>
  JSON.parse(readFileSync(new URL(import.meta.resolve(`@hale/core/schema/${name}.json`)), 'utf8'));
const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'index.json');
const files = names.map((name): [string, Vectors] => [name, read(name)]);

for (const [name, vectors] of files) {
  describe(`vectors/${name}`, () => {
    for (const one of vectors.cases) {
      it(one.name, () => {
        const answer = answerTo(vectors, one);
        expect(unmet(one.expect, answer), one.why).to.deep.equal([]);
        expect(differences(one.answer, answer)).to.deep.equal([]);
        expect(JSON.parse(JSON.stringify(answer)), 'must be plain JSON').to.deep.equal(answer);
      });
    }
  });
}

/** Everything in a document, however deep, that is an object. */
const within = (value: unknown): Fields[] =>
  isFields(value) ? [...(Array.isArray(value) ? [] : [value]), ...Object.values(value).flatMap(within)] : [];

type ReasonCode = ReturnType<typeof explainReport>['reasons'][number]['code'];
/** Every reason there is; the compiler of types sees to it that none is left out. */
const reasonCodes: Readonly<Record<ReasonCode, true>> = {
  override: true,
  'no-score': true,
  signal: true,
  fell: true,
  rose: true,
  costs: true,
  carries: true,
  limit: true,
  missing: true,
  stale: true,
  'tier-held': true,
  segment: true,
  stage: true,
  maturity: true,
};

describe('the vectors', () => {
  // Every model passes `parseModel` in its own case, but for those to be refused and those of another format.
  const models = files
    .filter(([, { asks }]) => asks !== 'refuse' && asks !== 'migrateModel')
    .flatMap(([, vectors]) =>
      vectors.cases.flatMap((one) => {
        const { model, before } = givenOf(vectors, one);
        return before?.model ? [model, before.model] : [model];
      }),
    ) as ModelDocument[];
  const root = schemaOf('model');
  const follow = followIn(root);
  const answers = (...asks: Vectors['asks'][]) =>
    files.flatMap(([, vectors]) => (asks.includes(vectors.asks) ? vectors.cases.map(({ answer }) => answer) : []));

  it('are listed in their index', () => {
    expect(read('index.json')).to.deep.equal(names.toSorted());
  });

  it('have a name of their own, a reason, and something worked out by hand', () => {
    for (const [name, { cases, intent }] of files) {
      expect(new Set(cases.map((one) => one.name)).size, name).to.equal(cases.length);
      expect(intent, name).to.match(/\.$/);
      for (const one of cases) {
        expect(one.why, `${name}: ${one.name}`).to.match(/\.$/);
        expect(one.expect, `${name}: ${one.name}`).to.not.deep.equal({});
      }
    }
  });

  it('have every kind of measure and of metric, with every setting and choice, and every part of a model', () => {
    const { measures, dimensions } = root.properties ?? {};
    const dimension = follow(follow(dimensions ?? {}).items ?? {});
    const members = follow(dimension.properties?.metrics ?? {}).items ?? {};
    const all = models.flatMap((one) => [
      ...one.dimensions,
      ...[...(one.segments ?? []), ...(one.stages ?? []), ...(one.maturity ?? [])].flatMap(
        (group) => group.dimensions ?? [],
      ),
    ]);
    const entries = all.flatMap((one) => within(one.metrics)).filter((one) => Object.hasOwn(one, 'kind'));
    const kinds = (follow(members).oneOf ?? []).flatMap((one) => follow(one).oneOf ?? []);
    expect(kinds.length, 'the kinds of metric').to.be.above(5);
    const every = ['where', 'label', 'intent', 'weight', 'missing', 'staleAfter', 'unit'];
    const own = (path: string) =>
      !every.some((key) => path.endsWith(`/${key}`) || path.includes(`/${key}: `) || path.includes(`/${key}/`));
    const lacking = [
      ...unseen(
        measures ?? {},
        models.map((one) => one.measures),
        'measures',
        follow,
      ),
      ...unseen(
        { oneOf: kinds },
        entries.filter(({ kind }) => kind !== 'group'),
        'metrics',
        follow,
      ),
    ];
    expect(lacking.filter(own)).to.deep.equal([]);
    // Fields that all kinds share are tried with some kind.
    for (const key of ['where', 'weight', 'missing', 'staleAfter'])
      expect(
        entries.some((entry) => Object.hasOwn(entry, key)),
        key,
      ).to.equal(true);
    const parts = unseen(root, models, 'model', follow).filter((path) => /^model\/[^/]+$/.test(path));
    expect(parts).to.deep.equal([]);
  });

  it('have every method, in a dimension and with all it can be told', () => {
    const groups = models.flatMap((one) => within(one)).filter((one) => Object.hasOwn(one, 'metrics'));
    const used = new Set<unknown>(groups.map(({ method }) => method));
    const dimension = follow(follow(root.properties?.dimensions ?? {}).items ?? {});
    const methods = follow(dimension.properties?.method ?? {}).enum ?? [];
    expect(methods.length).to.be.at.least(5);
    expect(methods.filter((name) => !used.has(name))).to.deep.equal([]);
    const settings = ['start', 'min', 'max', 'poorBelow', 'cap'];
    expect(settings.filter((key) => !groups.some((group) => Object.hasOwn(group, key)))).to.deep.equal([]);
  });

  it('have every form of rule with every operator', () => {
    const signals = follow(follow(root.properties?.signals ?? {}).items ?? {});
    const forms = follow(signals.properties?.when ?? {}).anyOf ?? [];
    const rules = models.flatMap((one) => within(one.signals));
    expect(forms.length).to.be.above(5);
    const lacking = forms.flatMap((form) => {
      const { properties = {}, required = [] } = follow(form);
      const [key = ''] = required;
      const own = rules.filter((rule) => Object.hasOwn(rule, key) && !Object.hasOwn(rule, 'id'));
      return Object.keys(properties)
        .filter((is) => !own.some((rule) => Object.hasOwn(rule, is)))
        .map((is) => `${key} ${is}`);
    });
    expect(lacking).to.deep.equal([]);
  });

  it('have every status, role, reason and effect that a report can tell, and each part present and null', () => {
    const reportSchema = schemaOf('report');
    const lacking = unseen(reportSchema, answers('buildReport', 'rollUp'), 'report', followIn(reportSchema));
    // Evidence is the same wherever it stands, and that of signals is of every kind; the unit of numbers is left out.
    // A prediction comes from what was trained, which is no part of a model: predictor.test.ts holds it.
    const exempt = /because\/|threshold\/array|partsUnit: number|^report\/prediction/;
    expect(lacking.filter((path) => !exempt.test(path))).to.deep.equal([]);
  });

  it("have every part of a customer's view", () => {
    const viewSchema = schemaOf('customer-view');
    expect(unseen(viewSchema, answers('customerView'), 'view', followIn(viewSchema))).to.deep.equal([]);
  });

  it('have every reason that explains a score, and every cause that moves one', () => {
    const reasons = new Set(
      answers('explainReport')
        .flatMap((one) => within(one))
        .map(({ code }) => code),
    );
    expect(Object.keys(reasonCodes).filter((code) => !reasons.has(code))).to.deep.equal([]);
    const moved = answers('compareReports').flatMap((one) => (isFields(one) && isFields(one.parts) ? [one.parts] : []));
    expect(causes.filter((cause) => !moved.some((parts) => parts[cause] !== 0))).to.deep.equal([]);
  });
});
