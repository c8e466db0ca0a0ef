import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace.ts';
import { type Described, describeAll } from './described.ts';
import { elementReference } from './element-reference.ts';
import { elementTypes } from './element-types.ts';

const folder = join(root, 'packages', 'widgets');

const described = (entries: ReadonlyMap<string, string>) =>
  [...entries].map(([name, description]) => ({ name, description }));

/** The values that a type of texts lists: `'auto'|'row'`. */
const valuesOf = (type: string) => [...type.matchAll(/'([^']+)'/g)].map(([, name = '']) => ({ name }));

const plain = ({ widget }: Described) => widget.tag.replace(/^hale-/, '');

/** The Custom Elements Manifest, which documentation and linters read. */
const manifest = (all: readonly Described[]) => ({
  schemaVersion: '2.1.0',
  readme: 'README.md',
  modules: all.map((one) => {
    const { widget, own, fields } = one;
    const path = `dist/define/${plain(one)}.js`;
    return {
      kind: 'javascript-module',
      path,
      declarations: [
        {
          kind: 'class',
          name: widget.name,
          customElement: true,
          tagName: widget.tag,
          description: own.summary,
          attributes: fields.flatMap(({ name, attribute, type, description }) =>
            attribute === null ? [] : [{ name: attribute, fieldName: name, type: { text: type }, description }],
          ),
          members: fields.map(({ name, attribute, type, description }) => ({
            kind: 'field',
            name,
            ...(attribute === null ? {} : { attribute }),
            type: { text: type },
            description,
          })),
          events: described(own.events).map((event) => ({
            ...event,
            type: { text: own.types.get(event.name) ?? 'Event' },
          })),
          cssParts: described(own.parts),
          cssProperties: described(own.cssProperties),
          slots: described(own.slots),
        },
      ],
      exports: [
        { kind: 'custom-element-definition', name: widget.tag, declaration: { name: widget.name, module: path } },
      ],
    };
  }),
});

/** What VS Code reads for HTML: `html.customData`. */
const html = (all: readonly Described[]) => ({
  version: 1.1,
  tags: all.map(({ widget, own, fields }) => ({
    name: widget.tag,
    description: own.summary,
    attributes: fields.flatMap(({ attribute, type, description }) => {
      const values = valuesOf(type);
      return attribute === null ? [] : [{ name: attribute, description, ...(values.length > 0 ? { values } : {}) }];
    }),
  })),
});

/** Names with the sentences that elements say of them, each sentence once. */
function gathered(all: readonly Described[], which: 'parts' | 'cssProperties') {
  const found = new Map<string, Set<string>>();
  for (const { own } of all) {
    for (const [name, text] of own[which]) found.set(name, (found.get(name) ?? new Set()).add(text));
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, texts]) => ({ name, description: [...texts].join(' ') }));
}

/** What VS Code reads for CSS: `css.customData`. */
const css = (all: readonly Described[]) => ({
  version: 1.1,
  properties: gathered(all, 'cssProperties'),
  pseudoElements: gathered(all, 'parts').map(({ name, description }) => ({ name: `::part(${name})`, description })),
});

/** What the editors of JetBrains read. */
const webTypes = (all: readonly Described[], version: string) => ({
  $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
  name: '@hale/widgets',
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: all.map(({ widget, own, fields }) => ({
        name: widget.tag,
        description: own.summary,
        attributes: fields.flatMap(({ attribute, type, description }) =>
          attribute === null ? [] : [{ name: attribute, description, value: { type } }],
        ),
        slots: described(own.slots),
        js: {
          properties: fields.map(({ name, type, description }) => ({ name, type, description })),
          events: described(own.events),
        },
        css: { parts: described(own.parts), properties: described(own.cssProperties) },
      })),
    },
  },
});

function files(): { path: string; text: string }[] {
  const all = describeAll();
  // The manifest is this repository's own.
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const written = {
    'custom-elements.json': manifest(all),
    'editor/html-custom-data.json': html(all),
    'editor/css-custom-data.json': css(all),
    'editor/web-types.json': webTypes(all, version),
  };
  return [
    ...Object.entries(written).map(([name, made]) => ({
      path: join(folder, name),
      text: `${JSON.stringify(made, null, 2)}\n`,
    })),
    { path: join(folder, 'types', 'elements.d.ts'), text: elementTypes(all) },
    { path: join(folder, 'docs', 'elements.md'), text: elementReference(all) },
  ];
}

/** Writes what editors and compilers read of the elements, which is committed. */
export function writeEditorData(): void {
  for (const name of ['editor', 'types']) mkdirSync(join(folder, name), { recursive: true });
  for (const { path, text } of files()) writeFileSync(path, text);
}

/** The files for editors that are not what the elements amount to now. */
export const staleEditorData = (): string[] =>
  files().flatMap(({ path, text }) => (existsSync(path) && readFileSync(path, 'utf8') === text ? [] : [path]));
