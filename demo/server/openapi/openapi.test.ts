import { randomUUID } from 'node:crypto';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect } from 'chai';
import { createApp } from '../app.ts';
import { textOf } from '../fixtures/answer.ts';
import { asStaff } from '../fixtures/as-staff.ts';
import { suiteFolder } from '../fixtures/suite-folder.ts';
import { unread } from '../fixtures/unread.ts';
import type { Listening } from '../listen.ts';
import { startServer } from '../start-server.ts';
import type { OpenApi } from './document.ts';

const wanted = { audience: 'internal', account: null };
const events = [
  { account: 'acct-0001', name: 'login', at: '2026-03-03T09:00:00Z' },
  { account: 'nobody', name: 'login', at: '2026-03-03T09:00:00Z' },
];

/** What is sent to each operation so that it succeeds, and what makes it fail. */
const asked: Readonly<
  Record<string, { readonly query?: string; readonly body?: unknown; readonly wrong: string | object }>
> = {
  mintToken: { body: wanted, wrong: { audience: 'everyone' } },
  listAccounts: { query: '?sort=-change&limit=3&status=all&tier=healthy', wrong: '?sort=colour' },
  readAccount: { wrong: '?x=1' },
  readReport: { wrong: '?x=1' },
  readCustomerView: { wrong: '?x=1' },
  readAccountData: { wrong: '?x=1' },
  sayFeedback: { body: { says: 'agree', why: 'It is.' }, wrong: { says: 'perhaps' } },
  takeInEvents: { body: { events }, wrong: { events: [] } },
  readReports: { query: '?ids=acct-0001,nobody', wrong: '' },
  followChanges: { wrong: '?x=1' },
  summarisePortfolio: { wrong: '?x=1' },
  listPortfolio: { wrong: '?x=1' },
  listModels: { wrong: '?x=1' },
  readObservations: { wrong: '?model=none' },
  readModel: { wrong: '?x=1' },
  readBacktest: { wrong: '?x=1' },
  readOpenApi: { wrong: '?x=1' },
};

describe("the API's document", function () {
  this.timeout(120_000);
  const folder = suiteFolder();
  let server: Listening;
  let text: string;
  let document: OpenApi;
  let answers: ReturnType<typeof validatorOf>['answers'];
  let takes: ReturnType<typeof validatorOf>['takes'];

  before(async () => {
    const end = new Date('2026-03-02T09:00:00Z');
    server = await startServer({ file: `${folder.path}/company.duckdb`, port: 0, accounts: 6, seed: 3, end });
    text = await (await fetch(`${server.url}/v1/openapi.json`)).text();
    document = JSON.parse(text) as OpenApi;
    ({ answers, takes } = validatorOf(document));
  });

  after(async () => {
    await server.close();
    folder.remove();
  });

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );

  it('is one of OpenAPI 3.1, by the schema of that specification', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(text));
    expect(errors ?? []).to.deep.equal([]);
    expect(valid).to.equal(true);
  });

  it('has every route that the server has, and no other', () => {
    const { routes } = createApp(unread);
    const known = routes
      .filter(({ method, path }) => method !== 'ALL' && /^\/(v1|session)\//.test(path))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    const listed = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`);
    expect(listed.toSorted()).to.deep.equal([...new Set(known)].toSorted());
    expect(operations().map(({ operation }) => operation.operationId)).to.have.members(Object.keys(asked));
  });

  it('says which parameters must be there, and what the others are when absent', () => {
    const listed = operations().flatMap(({ operation }) =>
      operation.parameters.filter(({ in: place }) => place !== 'path'),
    );
    expect(listed.filter(({ required }) => required).map(({ name }) => name)).to.have.members([
      'ids',
      'Idempotency-Key',
    ]);
    const defaults = new Map(listed.map(({ name, schema }) => [name, schema.default]));
    expect([defaults.get('status'), defaults.get('sort'), defaults.get('limit')]).to.deep.equal([
      'current',
      'score',
      50,
    ]);
  });

  it('is for anybody, on any page, and tells nothing of the portfolio', async () => {
    const answer = await fetch(`${server.url}/v1/openapi.json`, { headers: { origin: 'https://elsewhere.example' } });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).to.deep.equal([200, '*']);
    const model = await (await staff('/v1/model')).json();
    const { accounts } = await (await staff('/v1/accounts')).json();
    const own = [...model.signals, ...accounts].flatMap(({ id, label, name }) => [`"${id}"`, label ?? name]);
    expect(own.length).to.be.above(10);
    for (const word of own) expect(text).not.to.include(word);
  });

  it('is true of what the server answers, to whom may ask and to whom may not', async () => {
    const headersOf = (body: unknown) => ({
      'idempotency-key': randomUUID(),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    });
    for (const { path, method, operation } of operations()) {
      takes(path, method, asked[operation.operationId]?.body);
      const { query = '', body, wrong } = asked[operation.operationId] ?? { wrong: '' };
      const seen = new Map<number, string>();
      const send = async (by: typeof fetch, search: string, sent: unknown, id = 'acct-0001', headers = {}) => {
        const response = await by(path.replace('{id}', id) + search, {
          method: method.toUpperCase(),
          headers: { ...headersOf(sent), ...headers },
          ...(sent !== undefined && { body: JSON.stringify(sent) }),
        });
        const told = await textOf(response);
        answers(path, method, response, told);
        seen.set(response.status, response.headers.get('etag') ?? '');
      };
      await send(staff, query, body);
      const good = body !== undefined && operation.responses[204] ? 204 : 200;
      expect([...seen.keys()], path).to.deep.equal([good]);
      const etag = seen.get(200);
      if (method === 'get' && etag) await send(staff, query, body, 'acct-0001', { 'if-none-match': etag });
      if (typeof wrong === 'string') await send(staff, wrong, body);
      else await send(staff, query, wrong);
      if (path.includes('{id}')) await send(staff, query, body, 'nobody');
      await send(anonymous, query, body);
      await send(customer, query, body);
      const open = operation.security.length === 0;
      expect([...seen.keys()], path).to.include.members([400, ...(open ? [] : [401])]);
    }
  });

  const at = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);
  // Each is asked by a path of the server.
  const staff = asStaff(at) as typeof fetch;
  const customer = asStaff(at, { audience: 'customer', account: 'acct-0001' }) as typeof fetch;
  const anonymous = at as typeof fetch;
});

/**
 * What fails where an answer is none that the document tells of, by its status, its media type or its body; and what fails
 * where the document would not have taken a body that is sent.
 */
function validatorOf(document: OpenApi) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ ...document, $id: 'https://document.example/' });
  const compiled = new Map<string, ValidateFunction>();
  const check = (parts: readonly string[], value: unknown, where: string) => {
    const pointer = parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `https://document.example/#/${pointer}` });
    compiled.set(pointer, validate);
    expect(validate(value), `${where}: ${ajv.errorsText(validate.errors)}`).to.equal(true);
  };
  const takes = (path: string, method: string, body: unknown): void => {
    const place = ['paths', path, method, 'requestBody', 'content', 'application/json', 'schema'];
    if (body !== undefined) check(place, body, `${method} ${path}`);
  };
  const answers = (path: string, method: string, response: Response, body: string): void => {
    const where = `${method} ${path} ${response.status}`;
    const told = document.paths[path]?.[method]?.responses[response.status];
    expect(told, `${where} is not told of: ${body.slice(0, 200)}`).not.to.equal(undefined);
    if (!told?.content) return void expect(body, where).to.equal('');
    const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
    expect(Object.keys(told.content), where).to.include(type);
    const place = ['paths', path, method, 'responses', String(response.status), 'content', type, 'schema'];
    check(place, type === 'text/event-stream' ? body : JSON.parse(body), where);
  };
  return { answers, takes };
}
