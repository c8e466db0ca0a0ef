import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace.ts';
import type { Described } from './described.ts';

const source = join(root, 'packages', 'widgets', 'src');

/** A part of an object that a page hands over. */
interface Part {
  readonly name: string;
  readonly type: string;
  readonly description: string;
}

const shape = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?export interface (\w+)(?: extends [^{]+)? \{\n([\s\S]*?)\n\}/g;
const part = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?readonly (\w+\??): ([^;]+);/g;

/** The words of a comment, in one line. */
const plain = (comment: string) => comment.replace(/\s*\n\s*\* ?/g, ' ').trim();

/** An object that a page hands over. */
interface Shape {
  readonly description: string;
  readonly parts: readonly Part[];
}

/** The interfaces of the widgets, by name. */
function shapes(): ReadonlyMap<string, Shape> {
  const found = new Map<string, Shape>();
  for (const path of globSync('**/*.ts', { cwd: source }).filter((path) => !path.includes('.test.'))) {
    for (const [, said = '', interfaceName = '', body = ''] of readFileSync(join(source, path), 'utf8').matchAll(
      shape,
    )) {
      const parts = [...body.matchAll(part)].map(([, comment = '', name = '', type = '']) => ({
        name,
        type: type.replace(/ \| null \| undefined$/, '').replace(/\s+/g, ' '),
        description: plain(comment),
      }));
      found.set(interfaceName, { description: plain(said), parts });
    }
  }
  return found;
}

const code = (text: string) => `\`${text.replaceAll('|', '\\|')}\``;
const cell = (text: string) => text.replaceAll('|', '\\|');

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const named = (heads: readonly [string, string], entries: ReadonlyMap<string, string>): string[] =>
  entries.size === 0
    ? []
    : [
        table(
          heads,
          [...entries].map(([name, text]) => [code(name), cell(text)]),
        ),
      ];

/** What each element takes, tells and lets be styled, as a page of Markdown, made from their own docs. */
export function elementReference(all: readonly Described[]): string {
  const known = shapes();
  const told = new Map<string, string>();
  const sections = all.map(({ widget, own, fields }) => {
    for (const { type } of fields) {
      for (const [name] of type.matchAll(/\b[A-Z]\w+/g)) {
        if (known.has(name) && !told.has(name)) told.set(name, widget.tag);
      }
    }
    return [
      `## ${widget.tag}`,
      own.summary,
      table(
        ['attribute', 'property', 'type', 'what it is'],
        fields.map(({ name, attribute, type, description }) => [
          attribute === null ? '' : code(attribute),
          code(name),
          code(type),
          cell(description),
        ]),
      ),
      ...named(['event', 'when'], own.events),
      ...named(['slot', 'what goes there'], own.slots),
      ...named(['part', 'what it is'], own.parts),
      ...named(['property of CSS', 'what it sets'], own.cssProperties),
    ].join('\n\n');
  });
  const given = [...told.keys()].sort().map((name) =>
    [
      `### ${name}`,
      known.get(name)?.description ?? '',
      table(
        ['part', 'type', 'what it is'],
        (known.get(name)?.parts ?? []).map(({ name, type, description }) => [
          code(name),
          code(type),
          cell(description),
        ]),
      ),
    ].join('\n\n'),
  );
  return [
    '# Every element',
    'Made from the docs in the source of each element by `npm run build`. A part with `?` may be absent; so may every attribute.',
    ...sections,
    '## Shapes',
    'Of what pages hand to properties. Reports, views and portfolios are those of `@hale/core`.',
    ...given,
    '',
  ].join('\n\n');
}
