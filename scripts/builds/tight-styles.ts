import { transform } from 'esbuild';
import type { Plugin } from 'vite';

const sheets = /\bcss`([^`]*)`/g;

/** A stylesheet with nothing in it that a browser does not read; every browser that knows custom states reads nesting. */
async function tight(sheet: string): Promise<string> {
  const { code } = await transform(sheet, { loader: 'css', minify: true, target: 'esnext', legalComments: 'none' });
  return code.trim();
}

/**
 * Minifies the stylesheets in a module, which no minifier of scripts looks into. The lines they took stay, behind them,
 * so that source maps hold.
 */
export const tightStyles: Plugin = {
  name: 'tight-styles',
  transform: {
    filter: { id: /\.ts$/, code: 'css`' },
    async handler(code) {
      const found = [...code.matchAll(sheets)].map(([, sheet = '']) => sheet);
      const small = await Promise.all(found.map(tight));
      let next = 0;
      const lines = (sheet: string) => sheet.replace(/[^\n]/g, '');
      return {
        code: code.replace(
          sheets,
          (_, sheet: string) => `css\`${small[next++]?.replaceAll('\\', '\\\\')}\`${lines(sheet)}`,
        ),
        map: null,
      };
    },
  },
};
