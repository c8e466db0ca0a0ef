import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

const pages = fileURLToPath(new URL('pages', import.meta.url));

/** The address under which each page's own link stands in the host's bar. */
const places: Readonly<Record<string, string>> = {
  'index.html': '/',
  'account.html': '/',
  'customer.html': '/customers',
  'model.html': '/model',
  'backtest.html': '/backtest',
  'no-backend.html': '/no-backend',
  'react.html': '/react',
  'api.html': '/api',
  'gallery.html': '/gallery',
};

/** Puts the bar that all pages share where a page says `<!-- host bar -->`, with that page's own link marked. */
function hostBar(): Plugin {
  const file = join(pages, 'host', 'bar.html');
  return {
    name: 'host-bar',
    transformIndexHtml: {
      order: 'pre',
      handler(html, { filename }) {
        const page = basename(filename);
        // An account is inside of Accounts, not the whole of it.
        const current = page === 'account.html' ? 'true' : 'page';
        const link = `href="${places[page]}"`;
        const bar = readFileSync(file, 'utf8').replace(`<a ${link}>`, `<a ${link} aria-current="${current}">`);
        return html.replace('<!-- host bar -->', () => bar.trim());
      },
    },
  };
}

/** The demo's pages, built for a strict content security policy: nothing inline, nothing in `data:`, no preload script. */
export default defineConfig({
  root: pages,
  // The packages of this repository are taken from their sources, as the server takes them.
  resolve: { conditions: ['@hale/source', ...defaultClientConditions] },
  plugins: [hostBar()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    // Engines that know light-dark(): older targets would have it rewritten into something longer.
    // The default minifier joins selectors that end in ::part() into one :is(), which no engine accepts.
    cssMinify: 'esbuild',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: Object.keys(places).map((page) => join(pages, page)),
      onwarn(warning, warn) {
        // @hale/react says 'use client' to servers; in a page there is nothing else.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
});
