import { transform } from 'esbuild';
import type { Plugin } from 'vite';

const sheets = /\bcss`([^`]*)`/g;

/** A stylesheet with nothing in it that a browser does not read; every browser that knows custom states reads nesting. */
async function tight(sheet: string): Promise<string> {
  const { code } = await transform(sheet, { loader: 'css', minify: true, target: 'esnext', legalComments: 'none' });
  // What a property of one's own holds is left as it was written.
  return code
    .trim()
    .replace(/(--[\w-]+): ([^;}]*)/g, (_, name, value: string) => `${name}:${value.replaceAll(', ', ',')}`);
}

/**
 * Minifies what no minifier of scripts looks into: the stylesheets in a module, and how far the lines of its templates
 * are indented. The lines stay, so that source maps hold.
 */
export const tightText: Plugin = {
  name: 'tight-text',
  transform: {
    filter: { id: /\.ts$/, code: /\b(css|html|svg)`/ },
    async handler(code) {
      const found = [...code.matchAll(sheets)].map(([, sheet = '']) => sheet);
      const small = await Promise.all(found.map(tight));
      let next = 0;
      const lines = (sheet: string) => sheet.replace(/[^\n]/g, '');
      const tightened = code.replace(
        sheets,
        (_, sheet: string) => `\`${small[next++]?.replaceAll('\\', '\\\\')}\`${lines(sheet)}`,
      );
      return { code: tightened.replace(/\n[ \t]+/g, '\n'), map: null };
    },
  },
};
