import '../host/host.ts';
import './api.css';
import { byId, element } from '../host/element.ts';
import { notice } from '../host/notice.ts';
import { type ApiDocument, isDocument, type Operation } from './document.ts';
import { fieldsOf, marked, typeOf } from './schema-view.ts';

const method = (name: string) => element('span', { class: `method ${name}` }, name.toUpperCase());

/** A path that may be broken before each of its parts. */
const broken = (path: string): Node[] =>
  path.split(/(?=\/)/).flatMap((part) => [document.createElement('wbr'), new Text(part)]);

function parametersOf(api: ApiDocument, { parameters }: Operation): HTMLElement | null {
  const rows = parameters.map(({ name, in: place, required, description, schema }) =>
    element(
      'li',
      {},
      element(
        'p',
        {},
        element('code', { class: 'name' }, name),
        element('span', { class: 'type' }, ...typeOf(api, schema)),
        element('span', { class: 'small' }, place === 'path' ? 'in the address' : `in the ${place}`),
        required || place === 'path' ? null : element('span', { class: 'small' }, saidDefault(schema.default)),
      ),
      (description ?? schema.description)
        ? element('p', { class: 'small' }, ...marked(description ?? schema.description ?? ''))
        : null,
    ),
  );
  return rows.length
    ? element('div', {}, element('h3', { class: 'label' }, 'Takes'), element('ul', { class: 'fields' }, ...rows))
    : null;
}

const saidDefault = (value: unknown): string =>
  value === undefined ? 'may be left out' : `${String(value)} when absent`;

function bodyOf(api: ApiDocument, { requestBody }: Operation): HTMLElement | null {
  const schema = requestBody?.content['application/json']?.schema;
  if (!schema) return null;
  return element(
    'div',
    {},
    element('h3', { class: 'label' }, 'Is sent'),
    element('p', { class: 'sent' }, ...typeOf(api, schema), ' as JSON'),
  );
}

function responsesOf(api: ApiDocument, { responses }: Operation): HTMLElement {
  const rows = Object.entries(responses).map(([status, { description, content = {} }]) =>
    element(
      'li',
      {},
      element('code', { class: `status ${Number(status) < 400 ? 'good' : 'bad'}` }, status),
      element(
        'p',
        {},
        ...marked(description),
        ...Object.entries(content)
          .filter(([type]) => type === 'application/json')
          .flatMap(([, { schema }]) => [new Text(' '), ...typeOf(api, schema)]),
      ),
    ),
  );
  return element('div', {}, element('h3', { class: 'label' }, 'Gives'), element('ul', { class: 'answers' }, ...rows));
}

function operationView(api: ApiDocument, path: string, name: string, operation: Operation): HTMLElement {
  const label = `${operation.operationId}-label`;
  return element(
    'section',
    { class: 'operation', id: operation.operationId, 'aria-labelledby': label },
    element('h2', { id: label }, operation.summary),
    element('p', { class: 'address' }, method(name), element('code', {}, ...broken(path))),
    operation.description ? element('p', { class: 'muted words' }, ...marked(operation.description)) : null,
    operation.security.length ? null : element('p', { class: 'muted words' }, 'No token is needed.'),
    element(
      'div',
      { class: 'columns' },
      element('div', {}, parametersOf(api, operation), bodyOf(api, operation)),
      responsesOf(api, operation),
    ),
  );
}

/** A document, its fields drawn when it is opened: some have hundreds. */
function documentView(api: ApiDocument, name: string): HTMLElement {
  const schema = api.components.schemas[name] ?? {};
  const body = element('div', {});
  const view = element(
    'details',
    { id: name },
    element('summary', {}, element('span', { class: 'document' }, name)),
    body,
  );
  view.addEventListener('toggle', () => {
    if (body.childElementCount) return;
    body.append(
      ...(schema.description ? [element('p', { class: 'muted words' }, ...marked(schema.description))] : []),
      fieldsOf(api, schema) ?? element('p', { class: 'words' }, ...typeOf(api, schema)),
    );
  });
  return view;
}

/** Opens the document that the address names. */
function openNamed(): void {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!(named instanceof HTMLDetailsElement)) return;
  named.open = true;
  named.scrollIntoView();
}

async function load(): Promise<void> {
  byId('notice').replaceChildren();
  try {
    const answer = await fetch('/v1/openapi.json');
    if (!answer.ok) throw new Error(`The server could not answer (${answer.status}).`);
    // This server's own document.
    const api = (await answer.json()) as ApiDocument;
    const all = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([name, operation]) => ({ path, name, operation })),
    );
    byId('contents').replaceChildren(
      element(
        'ul',
        {},
        ...all.map(({ path, name, operation: { operationId } }) =>
          element(
            'li',
            {},
            element('a', { href: `#${operationId}` }, method(name), element('span', {}, ...broken(path))),
          ),
        ),
      ),
    );
    byId('operations').replaceChildren(
      ...all.map(({ path, name, operation }) => operationView(api, path, name, operation)),
    );
    const documents = Object.keys(api.components.schemas).filter(isDocument);
    byId('schemas').replaceChildren(...documents.map((name) => documentView(api, name)));
    byId('api').hidden = false;
    openNamed();
  } catch (error) {
    const again = { label: 'Try again', run: () => void load() };
    byId('notice').replaceChildren(notice("The API's document could not be loaded", (error as Error).message, again));
  }
}

addEventListener('hashchange', openNamed);
void load();
