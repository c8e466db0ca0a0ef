import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildReport, parseAccount, parseModel } from '@hale/core';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { expect } from 'chai';
import { build } from 'esbuild';
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { compile } from 'svelte/compiler';
import { compileScript, parse } from 'vue/compiler-sfc';
import { listed } from '../support/accounts.ts';
import { skilled } from '../support/backtests.ts';
import { openChromium } from '../support/chromium.ts';
import { type PackedPackages, packAll } from '../support/packed.ts';
import { snippetsOf } from '../support/snippets.ts';

const root = new URL('../../', import.meta.url);
const readmes = [
  'README.md',
  'packages/core/README.md',
  'packages/widgets/README.md',
  'packages/widgets/docs/frameworks.md',
  'packages/widgets/docs/languages.md',
  'packages/react-wrapper/README.md',
  'packages/core/docs/sql.md',
];
const pages = ['packages/widgets/docs/client.md'];
const snippets = [
  ...readmes.flatMap((file) => snippetsOf(root, file)),
  // What is no page there shows one call, or what goes over the network.
  ...pages.flatMap((file) => snippetsOf(root, file).filter(({ language }) => language === 'html')),
];
const page = 'https://host.example/';
const cdn = /^https:\/\/cdn\.jsdelivr\.net\/npm\/(@hale\/\w+)@[\d.]+\/(.+)$/;

/** The report that the API of the examples answers with. */
const report = buildReport(
  b2bSaas,
  parseAccount({
    id: 'acc-0001',
    name: 'Averlund Freight',
    facts: { seats: 4, keyFeatures: 1, nps: 30, csat: 0.8 },
    events: ['Dana', 'Kofi'].map((user) => ({
      name: 'use',
      at: '2026-11-12T08:00:00.000Z',
      user,
      properties: { feature: 'Exports', team: 'Docks', key: true },
    })),
  }),
  { now: '2026-11-14T09:00:00.000Z' },
);

/** Every fenced example of every README and of the page on SQL, run as its reader would run it, against the packages as they are published. */
describe('the examples in the READMEs', function () {
  this.timeout(60_000);
  let packed: PackedPackages;
  let browser: Browser;

  before(async () => {
    packed = packAll(fileURLToPath(root));
    browser = await openChromium();
  });

  after(async () => {
    await browser?.close();
    packed?.remove();
  });

  for (const { where, language, code } of snippets) {
    it(`${where}: ${language}`, async () => {
      switch (language) {
        case 'sh':
          return checkCommands(code);
        case 'sql':
        case 'js':
          // Run in test/node/sql-docs.test.ts, with what it is said to give.
          return;
        case 'json':
          return void parseModel(JSON.parse(code));
        case 'ts':
          return runInNode(await bundle(code, 'ts', 'node'));
        case 'html':
          return expectDrawn(await open(await withBundledScripts(code), []));
        case 'css':
          return checkStyles(code);
        case 'tsx':
        case 'jsx':
          return expectDrawn(
            await open('<!doctype html><title>App</title><div id="app"></div>', [await mounted(code)]),
          );
        case 'svelte':
        case 'vue':
          return expectDrawn(
            await open('<!doctype html><title>App</title><div id="app"></div>', [await mountedFile(code, language)]),
          );
        default:
          throw new Error(`${where} is ${language}: say here how to run it`);
      }
    });
  }

  it('are there', () => {
    expect(snippets.map(({ language }) => language)).to.include.members(['sh', 'html', 'tsx', 'ts', 'json']);
  });

  /**
   * Rules that a browser takes: of elements that there are, setting what those say that they read, or of a class of the
   * page, changing the ink of a widget that stands in it.
   */
  async function checkStyles(code: string): Promise<void> {
    // The manifest is this repository's own.
    const { modules } = JSON.parse(readFileSync(new URL('packages/widgets/custom-elements.json', root), 'utf8')) as {
      modules: { declarations?: { tagName?: string; cssProperties?: { name: string }[] }[] }[];
    };
    const elements = modules.flatMap(({ declarations = [] }) => declarations);
    const tab = await browser.newPage();
    const rules = await tab.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      return [...sheet.cssRules].map((rule) => {
        if (!(rule instanceof CSSStyleRule)) throw new Error(`${rule.cssText} is no rule for an element`);
        return { tag: rule.selectorText, properties: [...rule.style] };
      });
    }, code);
    await tab.close();
    expect(rules).not.to.deep.equal([]);
    for (const { tag, properties } of rules) {
      if (tag.startsWith('.')) {
        expect(await inkIn(tag.slice(1), code), tag).not.to.equal(await inkIn('', code));
        continue;
      }
      const names = elements.find(({ tagName }) => tagName === tag)?.cssProperties?.map(({ name }) => name);
      expect(properties, tag).not.to.deep.equal([]);
      expect(names, tag).to.include.members(properties);
    }
  }

  /** The colour of the words of a widget that stands in an element of a class, on a page of some styles. */
  async function inkIn(name: string, styles: string): Promise<string> {
    const widget = '<hale-status score="70" label="Acme"></hale-status>';
    const tab = await open(
      `<!doctype html><title>Host</title><style>${styles}</style><div class="${name}">${widget}</div>`,
      [await bundle(`import '@hale/widgets/define/status.js';`, 'ts', 'browser')],
    );
    const ink = await tab.waitForFunction(() => {
      const word = document.querySelector('hale-status')?.shadowRoot?.querySelector('[part~="tier"]');
      return word && getComputedStyle(word).color;
    });
    const colour = await ink.jsonValue();
    await tab.close();
    return colour ?? '';
  }

  /** Commands of npm name scripts of this repository, or its own published packages. */
  function checkCommands(code: string): void {
    // The manifest is this repository's own.
    const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { scripts: object };
    for (const line of code.trim().split('\n')) {
      const [, script, installed] = /^npm (?:run )?(?!install)(\S+)|^npm install (.+)$/.exec(line) ?? [];
      if (script) expect(scripts, line).to.have.property(script);
      else
        for (const name of (installed ?? line).split(' '))
          expect(name).to.match(/^(@hale\/(core|widgets|react)|react)$/);
    }
  }

  async function bundle(contents: string, loader: 'ts' | 'tsx', platform: 'browser' | 'node'): Promise<string> {
    const { outputFiles } = await build({
      stdin: { contents, loader, resolveDir: packed.folder },
      bundle: true,
      write: false,
      format: 'esm',
      platform,
      target: 'es2022',
      jsx: 'automatic',
      define: { 'process.env.NODE_ENV': '"production"' },
      // What the packages depend on is the workspace's; the packages themselves are the unpacked ones.
      nodePaths: ['node_modules', 'node_modules/.pnpm/node_modules'].map((path) => fileURLToPath(new URL(path, root))),
      plugins: [
        {
          name: 'from the CDN',
          setup(builder) {
            builder.onResolve({ filter: /^https:/ }, ({ path }) => ({ path, external: true }));
          },
        },
      ],
    });
    return outputFiles[0]?.text ?? '';
  }

  async function runInNode(code: string): Promise<void> {
    // What an example prints is for its reader, not for the log of the tests.
    const quiet = `const console = { log() {} };\n${code}`;
    await import(`data:text/javascript,${encodeURIComponent(quiet)}`);
  }

  /** Scripts of a page that import by package name go through a bundler, as its reader's would. */
  async function withBundledScripts(html: string): Promise<string> {
    let out = html;
    for (const [script, body = ''] of html.matchAll(/<script type="module">(.*?)<\/script>/gs)) {
      out = out.replace(script, () => `<script type="module">${'\n'}BODY</script>`);
      const bundled = await bundle(body, 'ts', 'browser');
      out = out.replace('BODY', () => bundled);
    }
    return out.startsWith('<!doctype') ? out : `<!doctype html><title>Host</title>${out}`;
  }

  /** A program that renders the component a snippet exports. */
  function mounted(code: string): Promise<string> {
    const [, name] = /export (?:function|const) (\w+)/.exec(code) ?? [];
    const app = `import { createRoot as mountAt } from 'react-dom/client';\n${code}
      mountAt(document.querySelector('#app')).render(<${name} account="acc-0001" />);`;
    return bundle(app, 'tsx', 'browser');
  }

  /** A program that shows a component that is a file of its own. */
  function mountedFile(code: string, language: 'svelte' | 'vue'): Promise<string> {
    if (language === 'svelte') {
      const { js } = compile(code, { name: 'App' });
      return bundle(
        `import { mount as show } from 'svelte';\n${js.code}\nshow(App, { target: document.querySelector('#app') });`,
        'ts',
        'browser',
      );
    }
    const { descriptor } = parse(code, { templateParseOptions: { isCustomElement: (tag) => tag.startsWith('hale-') } });
    const { content } = compileScript(descriptor, { id: 'app', genDefaultAs: 'App', inlineTemplate: true });
    return bundle(`import { createApp } from 'vue';\n${content}\ncreateApp(App).mount('#app');`, 'ts', 'browser');
  }

  async function open(html: string, scripts: readonly string[]): Promise<Page> {
    const tab = await browser.newPage();
    await tab.setRequestInterception(true);
    tab.on('request', (request) => void answer(request, html));
    await tab.goto(page);
    for (const content of scripts) await tab.addScriptTag({ content, type: 'module' });
    return tab;
  }

  /** No network: the page itself, files of the packed packages for the CDN's addresses, and the examples' API. */
  function answer(request: HTTPRequest, html: string): Promise<void> {
    const url = request.url();
    const headers = { 'access-control-allow-origin': '*' };
    const [, name = '', path = ''] = cdn.exec(url) ?? [];
    if (url === page) return request.respond({ contentType: 'text/html; charset=utf-8', body: html });
    if (name) {
      return request.respond({
        contentType: 'text/javascript',
        headers,
        body: readFileSync(packed.fileOf(name, path)),
      });
    }
    if (url === 'https://health.example.com/v1/accounts/acc-0001/health') {
      return request.respond({ contentType: 'application/json', headers, body: JSON.stringify(report) });
    }
    if (url === 'https://health.example.com/v1/backtest') {
      return request.respond({ contentType: 'application/json', headers, body: JSON.stringify(skilled()) });
    }
    if (url.startsWith('https://health.example.com/v1/portfolio')) {
      return request.respond({ contentType: 'application/json', headers, body: JSON.stringify(listed(3)) });
    }
    return request.respond({ status: 404, body: '' });
  }

  /**
   * Every element has been upgraded, is ready, or has figures or steps without a report, and a figure is shown. An
   * element may be ready a frame before it is drawn, since it waits to be told its width.
   */
  async function expectDrawn(tab: Page): Promise<void> {
    await tab.waitForFunction(
      () => {
        const elements = [...document.querySelectorAll('*')];
        const widgets = elements.filter(
          ({ localName }) => localName.startsWith('hale-') && localName !== 'hale-provider',
        );
        const text = elements.map(({ shadowRoot }) => shadowRoot?.textContent ?? '').join(' ');
        return (
          widgets.length > 0 &&
          widgets.every((widget) => widget.matches(':state(ready), :state(partial), hale-playbook, hale-heat-map')) &&
          /\d/.test(text)
        );
      },
      { timeout: 10_000 },
    );
    await tab.close();
  }
});
