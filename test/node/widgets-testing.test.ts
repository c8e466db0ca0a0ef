import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Report } from '@hale/core';
import type { SourceState } from '@hale/widgets';
import { fetchSource } from '@hale/widgets/sources/fetch.js';
import {
  cutOff,
  failing,
  first,
  type HealthHandlerOptions,
  healthHandlers,
  malformed,
  slow,
  unreachable,
} from '@hale/widgets/testing';
import { expect } from 'chai';
import { setupServer } from 'msw/node';
import { FakeClock } from '../support/fake-clock.ts';
import { ready, reportOf } from '../support/reports.ts';
import { snippetsOf } from '../support/snippets.ts';

const baseUrl = 'https://health.example/api';
const root = new URL('../../', import.meta.url);

describe('@hale/widgets/testing', () => {
  const id = ready().account.id;
  let api: ReturnType<typeof setupServer> | null = null;

  afterEach(() => {
    api?.close();
    api = null;
  });

  function play(options: Omit<HealthHandlerOptions, 'baseUrl'>): void {
    api = setupServer(...healthHandlers({ baseUrl, ...options }));
    api.listen({ onUnhandledFrame: 'error' });
  }
  const sourceOf = (given: Partial<Parameters<typeof fetchSource>[0]> = {}) =>
    fetchSource({ baseUrl, random: () => 0.5, clock: new FakeClock(), ...given });
  const settled = (source: ReturnType<typeof fetchSource>, account: string) =>
    new Promise<SourceState>((resolve) => {
      const stop = source.subscribe(account, (state) => {
        if (state.status === 'loading') return;
        queueMicrotask(() => stop());
        resolve(state);
      });
    });

  it('gives reports by account, and nothing for the others', async () => {
    play({ reports: [ready()] });
    expect(await settled(sourceOf(), id)).to.have.nested.property('report.score', ready().score);
    expect(await settled(sourceOf(), 'nobody')).to.deep.equal({ status: 'empty' });
  });

  it("gives customers' views at a path of their own", async () => {
    play({ reports: [ready()], path: 'v2/{id}/adoption' });
    expect((await settled(sourceOf({ path: 'v2/{id}/adoption' }), id)).status).to.equal('ready');
  });

  it('answers 304 until the report is another one', async () => {
    const reports: Report[] = [ready()];
    play({ reports });
    const address = `${baseUrl}/v1/accounts/${id}/health`;
    const etag = (await fetch(address)).headers.get('etag') ?? '';
    const again = () => fetch(address, { headers: { 'if-none-match': etag } });
    expect((await again()).status).to.equal(304);
    reports[0] = reportOf({ score: 12 });
    const other = await again();
    expect([other.status, (await other.json()).score]).to.deep.equal([200, 12]);
  });

  it('gives many reports at once, and says which there are not', async () => {
    play({ reports: [ready()] });
    const { reports, missing } = await (await fetch(`${baseUrl}/v1/health?ids=${id},nobody`)).json();
    expect([reports.length, missing]).to.deep.equal([1, ['nobody']]);
  });

  it('refuses tokens that do not hold, so that the page gets another one', async () => {
    const asked: (string | null)[] = [];
    const tokens = ['ended', 'good'];
    play({ reports: [ready()], takes: (token) => token === 'good' });
    const fetchToken = (refused: string | null) => {
      asked.push(refused);
      return tokens.shift() ?? '';
    };
    expect((await settled(sourceOf({ fetchToken }), id)).status).to.equal('ready');
    expect(asked).to.deep.equal([null, 'ended']);
    expect((await fetch(`${baseUrl}/v1/health?ids=${id}`)).status).to.equal(401);
  });

  it('plays every fault as its page is to see it', async () => {
    play({
      reports: [ready()],
      answers: {
        busy: failing(429, 'Too many requests', 60),
        gone: failing(403, 'Not for you'),
        cut: unreachable(),
        half: cutOff(),
        odd: malformed(),
      },
    });
    const seen = async (account: string) => {
      const state = await settled(sourceOf(), account);
      if (state.status !== 'error') return state.status;
      const { code, message, retryAt } = state.error;
      return [code, message, retryAt !== null];
    };
    expect(await seen('busy')).to.deep.equal(['server', 'Too many requests.', true]);
    expect(await seen('gone')).to.deep.equal(['refused', 'Not for you.', false]);
    expect(await seen('cut')).to.deep.equal(['network', 'The server could not be reached.', true]);
    expect(await seen('half')).to.deep.equal(['malformed', 'The answer is not JSON.', false]);
    expect((await seen('odd'))[0]).to.equal('malformed');
  });

  it('is slow, and fails for as long as it is told to', async () => {
    play({ reports: [ready()], answers: { [id]: first(1, slow(1, failing(503))) } });
    const ask = async () => (await fetch(`${baseUrl}/v1/accounts/${id}/health`)).status;
    expect([await ask(), await ask()]).to.deep.equal([503, 200]);
  });

  it('is as its page says: the example runs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hale-testing-'));
    try {
      const [example] = snippetsOf(root, 'packages/widgets/docs/testing.md').filter(
        ({ language }) => language === 'js',
      );
      const file = join(folder, 'example.mjs');
      const code = (example?.code ?? '').replaceAll(
        /from '([^']+)'/g,
        (_, name) => `from '${import.meta.resolve(name)}'`,
      );
      expect(code).to.include('healthHandlers');
      writeFileSync(file, code);
      await import(pathToFileURL(file).href);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
