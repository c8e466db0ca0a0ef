import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributeOf, type PropertyForm } from '../../packages/widgets/src/ui/widget.ts';
import * as widgets from '../../packages/widgets/src/widgets/widgets.ts';
import { filesOf, root } from '../workspace.ts';
import { docsOf, type ElementDocs } from './element-docs.ts';

const elements = join(root, 'packages', 'widgets', 'src');
const wrapper = join(root, 'packages', 'react-wrapper', 'src');
const note = '// Written by `npm run build` from the element: change it there.';

/** An element's class as it is here. */
export type Widget = (typeof widgets)[keyof typeof widgets];

/** A property, the attribute that says it (null for none), and a sentence about it. */
type Property = readonly [name: string, attribute: string | null, doc: string | undefined];

const pascal = (name: string) => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
const plain = (widget: Widget) => widget.tag.replace(/^hale-/, '');
const handler = (event: string) => `on${pascal(event)}`;

/** What the source of an element's class says of it. */
export function docs(widget: Widget): ElementDocs {
  const registry = readFileSync(join(elements, 'widgets', 'widgets.ts'), 'utf8');
  const [, path] = new RegExp(`\\b${widget.name}\\b.* from '(.+)'`).exec(registry) ?? [];
  if (path === undefined) throw new Error(`widgets.ts has no line of its own for ${widget.name}.`);
  return docsOf(readFileSync(join(elements, 'widgets', path), 'utf8'), widget.name);
}

/** The properties of an element, in its order. */
export function propertiesOf(widget: Widget, { properties }: ElementDocs): Property[] {
  const forms: Readonly<Record<string, PropertyForm>> = widget.properties;
  return Object.entries(forms).map(([key, form]): Property => {
    const name = attributeOf(key, form);
    return [key, name, properties.get(key) ?? properties.get(name ?? key)];
  });
}

/** A doc comment of lines no longer than 120; nothing for no text. */
export function comment(indent: string, text: string | undefined): string {
  if (!text) return '';
  const line = `${indent}/** ${text} */\n`;
  if (line.length <= 121) return line;
  const lines = text.match(new RegExp(`\\S.{0,${116 - indent.length}}(?=\\s|$)`, 'g')) ?? [];
  return `${indent}/**\n${lines.map((each) => `${indent} * ${each}\n`).join('')}${indent} */\n`;
}

const entry = (key: string, value: string | null) => `${key}: ${value === null ? value : `'${value}'`}`;

/** An object literal on one line, or on several where it would be too long for one. */
function literal(indent: string, key: string, entries: readonly string[]): string {
  const line = `${indent}${key}: {${entries.length > 0 ? ` ${entries.join(', ')} ` : ''}},`;
  if (line.length <= 120) return line;
  return `${indent}${key}: {\n${entries.map((one) => `${indent}  ${one},\n`).join('')}${indent}},`;
}

function component(widget: Widget): string {
  const { name } = widget;
  const own = docs(widget);
  const properties = propertiesOf(widget, own);
  const props = [
    ...properties.map(([key, , doc]) => [doc, `${key}?: ${name}['${key}'] | undefined;`] as const),
    ...[...own.events].map(([event, doc]) => [doc, `${handler(event)}?: Handler<'${event}'> | undefined;`] as const),
  ];
  const type = `${pascal(widget.tag)}Props`;
  const types = [...(own.events.size > 0 ? ['type Handler'] : []), 'type HostProps', 'wrap'];
  return `'use client';

${note}
import ${'fallback' in widget ? '' : 'type '}{ ${name} } from '@hale/widgets';
import '@hale/widgets/define/${plain(widget)}.js';
import { ${types.join(', ')} } from '../wrap.ts';

/** Props of \`${pascal(widget.tag)}\`. */
export interface ${type} extends HostProps<${name}> {
${props.map(([doc, line]) => `${comment('  ', doc)}  ${line}`).join('\n')}
}

${comment('', own.summary)}export const ${pascal(widget.tag)} = wrap<${name}, ${type}>({
  name: '${pascal(widget.tag)}',
  tag: '${widget.tag}',
${[
  literal(
    '  ',
    'properties',
    properties.map(([key, attribute]) => entry(key, attribute)),
  ),
  literal(
    '  ',
    'events',
    [...own.events.keys()].map((event) => entry(handler(event), event)),
  ),
  ...('fallback' in widget ? [`  fallback: ${name}.fallback,`] : []),
].join('\n')}
});
`;
}

/** Every file that the widgets amount to in the React package: its path and its text. */
function files(): { path: string; text: string }[] {
  const all: Widget[] = Object.values(widgets);
  const sorted = all.sort((a, b) => (a.tag < b.tag ? -1 : 1));
  const lines = sorted.map(
    (widget) =>
      `export { ${pascal(widget.tag)}, type ${pascal(widget.tag)}Props } from './components/${plain(widget)}.ts';\n`,
  );
  return [
    { path: join(wrapper, 'index.ts'), text: `${note}\n${lines.join('')}` },
    ...sorted.map((widget) => ({
      path: join(wrapper, 'components', `${plain(widget)}.ts`),
      text: component(widget),
    })),
  ];
}

/** Files of widgets that are no more. */
function orphans(): string[] {
  const known = new Set(files().map(({ path }) => path));
  return filesOf(['components/*.ts'], wrapper).filter((path) => !known.has(path));
}

/** Writes the React components, which are committed, and removes those of widgets that are no more. */
export function writeComponents(): void {
  mkdirSync(join(wrapper, 'components'), { recursive: true });
  for (const path of orphans()) rmSync(path);
  for (const { path, text } of files()) writeFileSync(path, text);
}

/** The files of React components that are not what the widgets amount to now. */
export function staleComponents(): string[] {
  const behind = files().filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  return [...behind.map(({ path }) => path), ...orphans()];
}
