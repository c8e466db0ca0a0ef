import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { CustomerView, Report } from '@hale/core';
import { expect } from 'chai';
import type { AccountPage } from '../../demo/server/accounts/list-accounts.ts';
import { type Answering, type Between, openProxy } from '../support/proxy.ts';
import { scriptOf } from '../support/script-of.ts';
import { address, ask, leave, settled, type Visit, visibleText, visit } from './demo.ts';

const nonce = 'cGFnZXM';
const p1 = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";
/** The three policies under which the widgets promise to run, all in force at once: whatever any of them forbids is told. */
const policies = [
  p1,
  `${p1}; require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'`,
  `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self'; connect-src 'self'; base-uri 'none'`,
];

const root = new URL('../../', import.meta.url);
const tags = globSync('packages/widgets/src/define/*.ts', { cwd: root }).map((file) => `hale-${basename(file, '.ts')}`);
/** A host's page with every widget in it, of which `script` brings some or all. */
const hostPage = (script: string) => `<!doctype html><html lang="en"><head><title>Host</title>
<script type="module" src="${script}"></script><script type="module" src="/host/page.js"></script></head>
<body>${tags.map((tag) => `<${tag} label="Health" account="acct"></${tag}>`).join('\n')}</body></html>`;

/** Whatever was in a page when it was left. */
interface Left {
  readonly path: string;
  readonly visited: Visit;
  readonly text: string;
  /** Its HTML with that of shadow roots, its cookies, and all it has stored. */
  readonly kept: string;
}

describe('pages under the policies that the widgets promise', function () {
  this.timeout(120_000);
  const tokens: string[] = [];
  const left: Left[] = [];
  /** What the customer's page was answered. */
  const views: string[] = [];
  const logged: string[] = [];
  const { error, log, warn } = console;
  let proxy: Between;
  let id = '';

  before(async () => {
    for (const name of ['error', 'log', 'warn'] as const)
      console[name] = (...words: unknown[]) => void logged.push(words.map(String).join(' '));
    const files: Record<string, string> = {
      '/host/standalone': hostPage('/host/hale.js'),
      '/host/bundled': hostPage('/host/define.js'),
      '/host/hale.js': readFileSync(new URL('packages/widgets/dist/standalone/hale.js', root), 'utf8'),
      '/host/define.js': await scriptOf('test/support/every-element.ts'),
      '/host/page.js': await scriptOf('test/support/host-page.ts'),
    };
    proxy = await openProxy(await address());
    proxy.answering = ({ url = '', method, headers }) => {
      const [path = ''] = url.split('?');
      const file = files[path];
      if (file !== undefined)
        return ({ answer }) =>
          void answer.writeHead(200, headersOf(path)).end(path.endsWith('.js') ? file : underPolicies(file));
      if (method === 'POST' && path === '/session/token') return noted((body) => tokens.push(JSON.parse(body).token));
      if (path.endsWith('/adoption')) return noted((body) => views.push(body));
      return headers['sec-fetch-dest'] === 'document' || path.endsWith('.css') ? spoken : null;
    };

    const { accounts } = await ask<AccountPage>('/v1/accounts?sort=score');
    id = accounts.find(({ topFlag, score }) => topFlag && score !== null)?.id ?? '';
    const pages = ['/', `/accounts/${id}`, `/customers/${id}`, '/model', '/backtest', '/no-backend', '/react', '/api'];
    for (const path of [...pages, '/host/standalone', '/host/bundled', '/accounts/nobody']) left.push(await seen(path));
  });

  after(async () => {
    Object.assign(console, { error, log, warn });
    await proxy?.close();
  });

  const headersOf = (path: string) => ({
    'content-type': path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8',
    'content-security-policy': policies.join(', '),
  });

  /** A page as its host has to write it for the third policy: with the nonce on what it loads by itself. */
  const underPolicies = (html: string) =>
    html.replace(/<script\b|<link (?=rel="modulepreload")/g, `$& nonce="${nonce}" `);

  /** The demo's own page under these policies in place of its own one. The font and the icon of that host, which they forbid, stay away. */
  const spoken: Answering = async ({ answer, usual }) => {
    const { status, headers, body } = await usual();
    const text = body
      .toString()
      .replace(/@font-face\s*\{[^}]*\}/g, '')
      .replace(/<link rel="icon"[^>]*>/, '');
    const { 'content-length': _, ...rest } = headers;
    answer.writeHead(status, { ...rest, 'content-security-policy': policies.join(', ') });
    answer.end(String(headers['content-type']).startsWith('text/html') ? underPolicies(text) : text);
  };

  const noted =
    (take: (body: string) => void): Answering =>
    async ({ answer, usual }) => {
      const { status, headers, body } = await usual();
      if (status === 200) take(body.toString());
      answer.writeHead(status, headers).end(body);
    };

  /** Opens a page, uses what is in it, and leaves. */
  async function seen(path: string): Promise<Left> {
    const visited = await visit(proxy.url + path);
    const { page } = visited;
    await settled(page, async () => {
      if (path.startsWith('/host/')) await page.evaluate('useAll()');
      for (const element of await page.$$('summary, [aria-expanded="false"]')) await element.click().catch(() => {});
    });
    const text = await visibleText(page);
    const kept = await page.evaluate(async () => {
      const htmlOf = (root: ParentNode): string =>
        [...root.querySelectorAll('*')]
          .map(
            (one) =>
              `${[...one.attributes].map(({ value }) => value).join(' ')} ${one.shadowRoot ? htmlOf(one.shadowRoot) : ''}`,
          )
          .join(' ');
      const stores = { ...localStorage, ...sessionStorage };
      return JSON.stringify([
        htmlOf(document),
        document.cookie,
        stores,
        await indexedDB.databases(),
        await caches.keys(),
      ]);
    });
    await leave(visited);
    return { path, visited, text, kept };
  }

  it('violate none of them, and say nothing on the console', () => {
    for (const { path, visited } of left) {
      // The browser itself tells of every 404.
      const own = visited.problems.filter((problem) => !(path.endsWith('nobody') && problem.includes('status of 404')));
      expect(own, path).to.deep.equal([]);
    }
  });

  it('draw all that they hold', () => {
    for (const { path, text } of left.filter(({ path }) => path.startsWith('/host/'))) {
      for (const word of ['Watch', 'Seats', '62']) expect(text, path).to.include(word);
    }
    expect(left.find(({ path }) => path === '/host/bundled')?.text).to.include('Mid-market');
  });

  it('ask their own server for all they ask for', () => {
    for (const { path, visited } of left) {
      expect(visited.requests, path).to.not.deep.equal([]);
      for (const asked of visited.requests) {
        // These two go nowhere.
        if (/^(?:blob|data):/.test(asked)) continue;
        expect(new URL(asked).origin, `${path}: ${asked.slice(0, 200)}`).to.equal(proxy.url);
      }
    }
  });

  it('have tokens in memory alone: in no address, attribute, cookie, store, message or log', () => {
    expect(tokens.length).to.be.at.least(6);
    for (const { path, visited, text, kept } of left) {
      const told = [text, kept, ...visited.requests, ...visited.said, ...logged].join('\n');
      for (const token of tokens)
        for (const part of token.split('.')) expect(told.includes(part), path).to.equal(false);
    }
  });

  it('have facts of accounts in no address, store, message or log', async () => {
    const data = await ask<object>(`/v1/accounts/${id}/data`);
    const report = await ask<Report>(`/v1/accounts/${id}/health`);
    const people = report.activity?.grids.find(({ by }) => by === 'user')?.rows.map(({ label }) => label) ?? [];
    const facts = [report.account.name, ...people, ...stringsIn(data)].filter((one) => one.length > 5 && one !== id);
    expect(facts.length).to.be.above(5);
    for (const { path, visited } of left) {
      const told = decodeURIComponent([...visited.requests, ...visited.said, ...logged].join('\n'));
      for (const fact of facts) expect(told.includes(fact), `${path}: ${fact}`).to.equal(false);
    }
  });

  it('are told nothing internal where they are a customer’s', async () => {
    const [view = ''] = views;
    const { account } = JSON.parse(view) as CustomerView;
    expect(account.id).to.equal(id);
    const { signals, contributions, dimensions, activity } = await ask<Report>(`/v1/accounts/${id}/health`);
    const own = [...signals, ...contributions, ...dimensions].filter(({ id: one }) => one !== 'adoption');
    const people = activity?.grids.find(({ by }) => by === 'user')?.rows ?? [];
    for (const { id: one } of own) expect(stringsIn(JSON.parse(view)), one).not.to.include(one);
    for (const { label } of people) expect(view).not.to.include(label);
    for (const name of [
      'signals',
      'weight"',
      'tier',
      'playbook',
      'override',
      'forecast',
      'prediction',
      'segment',
      'stage',
    ])
      expect(view, name).not.to.include(`"${name}`);
  });
});

/** All texts in a document, without its keys. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}
