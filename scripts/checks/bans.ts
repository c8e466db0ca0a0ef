import { readFileSync } from 'node:fs';
import { filesOf, shown } from '../workspace.ts';

const sources = ['packages/*/src/**/*.{ts,tsx}', 'demo/**/*.{ts,tsx,html}', 'test/**/*.{ts,tsx,html}'];

/**
 * What the linter cannot see because it stands inside of templates and markup, or which only breaks under a policy.
 * What can be seen as code (innerHTML, unsafeHTML, eval …) is banned in biome.json.
 */
const banned = [
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
  { pattern: /@ts-(ignore|nocheck|expect-error)/g, why: 'an error of the compiler silenced instead of mended' },
  { pattern: /\bTO(?:DO)\b|\bFIX(?:ME)\b/g, why: 'an open end: do it, or write an issue' },
];

const lineOf = (text: string, index: number) => text.slice(0, index).split('\n').length;

/** No inline styles or handlers in markup, and no silenced compiler. */
export const bans = {
  name: 'bans',
  async run() {
    const problems: string[] = [];
    for (const file of filesOf(sources)) {
      const text = readFileSync(file, 'utf8');
      for (const { pattern, why } of banned) {
        for (const match of text.matchAll(pattern)) {
          problems.push(`${shown(file)}:${lineOf(text, match.index)} holds ${why}`);
        }
      }
    }
    return { problems };
  },
};
