import { readFileSync } from 'node:fs';
import { HealthError, parseAccount, parseModel } from '@hale/core';
import { expect } from 'chai';
import { kindUnits } from '../../packages/core/src/fixtures/kind-units.ts';

const page = readFileSync(new URL('../../packages/core/docs/model.md', import.meta.url), 'utf8');

/** A piece of JSON in the page, with the heading it stands under. */
interface Snippet {
  readonly heading: string;
  readonly is: string;
  readonly json: string;
}

const snippets: Snippet[] = page.split(/^(?=##)/m).flatMap((section) => {
  const heading = /^#+ (.*)$/m.exec(section)?.[1] ?? '';
  return [...section.matchAll(/^```json (\w+)\n(.*?)^```$/gms)].map(([, is = '', json = '']) => ({
    heading,
    is,
    json,
  }));
});
const document = JSON.parse(snippets.find(({ is }) => is === 'document')?.json ?? 'null');
// The page is one model: a metric or a rule may ask for whatever measure it defines anywhere.
const measures = Object.assign(
  {},
  ...snippets.flatMap(({ is, json }) => (is === 'measures' ? [JSON.parse(json)] : [])),
);

/** What a fence says its JSON is, put where it belongs in a document. */
const parsers: Readonly<Record<string, (given: object) => unknown>> = {
  document: parseModel,
  measures: () => parseModel({ ...document, measures: { ...document.measures, ...measures } }),
  metric: (given) => inModel({ dimensions: [{ id: 'one', weight: 1, metrics: [given] }] }),
  rule: (given) => inModel({ signals: [{ id: 'one', effect: 'risk', severity: 'low', when: given }] }),
  model: inModel,
  account: (given) => parseAccount({ id: 'one', ...given }),
};

function inModel(keys: object): unknown {
  return parseModel({ ...document, measures: { ...document.measures, ...measures }, ...keys });
}

/** The names that the language has for a place, as it says itself when it is given another one. */
function namesFor(keys: object): string[] {
  try {
    inModel(keys);
  } catch (error) {
    if (!(error instanceof HealthError)) throw error;
    // What else such a model is told of names no names.
    const [, names = ''] = /one of (.*?)(?:, not "|: it has)/.exec(error.message) ?? [];
    return names.replaceAll('"', '').split(', ');
  }
  throw new Error('it takes any name');
}

const dimension = { id: 'one', weight: 1, metrics: [{ kind: '?' }] };
const families = [
  { section: 'Measures', key: 'kind', names: namesFor({ measures: { one: { kind: '?' } } }) },
  { section: 'Metrics', key: 'kind', names: namesFor({ dimensions: [dimension] }) },
  { section: 'Methods', key: 'method', names: namesFor({ score: { method: '?' } }) },
  {
    section: 'Rules',
    key: null,
    names: namesFor({ signals: [{ id: 'one', effect: 'risk', severity: 'low', when: {} }] }),
  },
];

describe('the page of the model language', () => {
  for (const { heading, is, json } of snippets) {
    it(`shows ${is} that parse: ${heading}, ${json.trim().slice(0, 60)}`, () => {
      expect(parsers, is).to.have.property(is);
      parsers[is]?.(JSON.parse(json));
    });
  }

  it('has no fence that nobody parses', () => {
    expect(page.match(/^```\w/gm)).to.have.length(snippets.length);
  });

  for (const { section, key, names } of families) {
    const text = page.split(/^(?=## )/m).find((part) => part.startsWith(`## ${section}\n`)) ?? '';
    const headed = [...text.matchAll(/^### `(.*)`$/gm)].map(([, name]) => name);

    it(`has a heading for each name under ${section}, and none for another`, () => {
      expect(names.length).to.be.above(3);
      expect(headed.toSorted()).to.deep.equal(names.toSorted());
    });

    it(`shows each of ${section} under its heading`, () => {
      for (const name of names) {
        const shown = snippets.filter(({ heading }) => heading === `\`${name}\``).map(({ json }) => json);
        const wanted = key ? `"${key}": "${name}"` : `"${name}":`;
        expect(
          shown.some((json) => json.includes(wanted)),
          name,
        ).to.equal(true);
      }
    });
  }

  it('names the unit of every kind of measure, as the kind has it', () => {
    const rows = [...page.matchAll(/^\| (`number`|`percent`|`days`|that of [^|]*) \| (.*) \|$/gm)];
    const said = new Map<string, string[]>();
    for (const [, unit = '', kinds = ''] of rows) {
      for (const [, kind = ''] of kinds.matchAll(/`([a-z-]+)`/g)) said.set(kind, [...(said.get(kind) ?? []), unit]);
    }
    expect([...said.keys()].toSorted()).to.deep.equal([...kindUnits.keys()].toSorted());
    for (const [kind, unit] of kindUnits) {
      if (unit === null) expect(said.get(kind), kind).to.include('that of the measure it is made of');
      else expect(said.get(kind), kind).to.deep.equal([`\`${unit}\``]);
    }
  });

  it('defines each measure once, however many snippets show it', () => {
    const seen = new Map<string, string>();
    for (const { is, json, heading } of snippets) {
      if (is !== 'measures') continue;
      for (const [id, measure] of Object.entries(JSON.parse(json))) {
        const text = JSON.stringify(measure);
        expect(seen.get(id) ?? text, `${id} under ${heading}`).to.equal(text);
        seen.set(id, text);
      }
    }
  });
});
