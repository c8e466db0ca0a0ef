import { readFileSync } from 'node:fs';
import { filesOf, shown } from '../workspace.ts';

interface Ban {
  readonly pattern: RegExp;
  readonly why: string;
}

/** What the linter cannot see, inside of templates and markup; what it can see is banned in biome.json. */
const inMarkup: readonly Ban[] = [
  {
    pattern: /<[a-z][^<>]*?\sstyle\s*=/gis,
    why: 'a style attribute, which a content security policy blocks: a class, el.style.setProperty or an SVG attribute',
  },
  {
    pattern: /setAttribute\(\s*['"`]style['"`]/g,
    why: 'a style attribute, which a content security policy blocks: a class or el.style.setProperty',
  },
  {
    pattern: /<[a-z][^<>]*?\son[a-z]+\s*=\s*["']/gi,
    why: 'a handler written as text, which a content security policy blocks: addEventListener, or @event in a lit template',
  },
  { pattern: /javascript:/gi, why: 'a javascript: link' },
];

const anywhere: readonly Ban[] = [
  { pattern: /@ts-(ignore|nocheck|expect-error)/g, why: 'an error of the compiler silenced instead of mended' },
  { pattern: /\b(TODO|FIXME|XXX)\b/g, why: 'an open end: do it, or write an issue' },
];

const isTest = (file: string) => file.includes('.test.');
const lineOf = (text: string, index: number) => text.slice(0, index).split('\n').length;

function broken(file: string, bans: readonly Ban[]): string[] {
  const text = readFileSync(file, 'utf8');
  return bans.flatMap(({ pattern, why }) =>
    [...text.matchAll(pattern)].map(({ index }) => `${shown(file)}:${lineOf(text, index)} holds ${why}`),
  );
}

/** No inline styles or handlers in markup, no silenced compiler, no open ends. */
export const bans = {
  name: 'bans',
  async run() {
    const shipped = filesOf(['packages/*/src/**/*.{ts,tsx}', 'demo/**/*.{ts,tsx,html}']).filter(
      (file) => !isTest(file),
    );
    const rest = filesOf(['packages/*/src/**/*.test.{ts,tsx}', 'demo/**/*.test.ts', 'test/**/*.{ts,tsx,html}']);
    const problems = shipped.flatMap((file) => broken(file, [...inMarkup, ...anywhere]));
    return { problems: [...problems, ...rest.flatMap((file) => broken(file, anywhere))] };
  },
};
