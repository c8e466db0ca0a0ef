import { element } from '../host/element.ts';
import { type ApiDocument, follow, isDocument, type Schema } from './document.ts';

/** A schema in a few words, with links to documents: `text, 1–200 characters`, `list of Report`, `number or null`. */
export function typeOf(document: ApiDocument, schema: Schema): Node[] {
  const words = (text: string): Node[] => [new Text(text)];
  if (schema.$ref) {
    const { name, schema: found } = follow(document, schema.$ref);
    if (!isDocument(name)) return typeOf(document, found);
    return [element('a', { href: `#${name}` }, name)];
  }
  if (schema.const !== undefined) return [element('code', {}, JSON.stringify(schema.const))];
  if (schema.enum) {
    return schema.enum.flatMap((value, place) => [
      ...(place ? words(' | ') : []),
      element('code', {}, JSON.stringify(value)),
    ]);
  }
  const either = schema.anyOf ?? schema.oneOf;
  if (either) {
    return either.flatMap((one, place) => [...(place ? words(' or ') : []), ...typeOf(document, one)]);
  }
  if (schema.items) return [...words('list of '), ...typeOf(document, schema.items)];
  if (Array.isArray(schema.type)) return words(schema.type.map((type) => named(type)).join(' or '));
  return words(
    [named(String(schema.type ?? (schema.properties ? 'object' : 'anything'))), limits(schema)]
      .filter(Boolean)
      .join(', '),
  );
}

const names: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  object: 'object',
  boolean: 'true or false',
};
const named = (type: string): string => names[type] ?? type;

function limits({ format, minLength, maxLength, minimum, maximum, type }: Schema): string {
  const between = (low: number | undefined, high: number | undefined) =>
    low !== undefined && high !== undefined
      ? `${low}–${high}`
      : low !== undefined
        ? `at least ${low}`
        : `at most ${high}`;
  if (format === 'date-time') return 'an instant';
  if (format === 'date') return 'a day';
  if (minLength !== undefined || maxLength !== undefined) return `${between(minLength, maxLength)} characters`;
  const whole = type === 'integer' && Math.abs(maximum ?? 0) > 1e9;
  return (minimum !== undefined || maximum !== undefined) && !(whole && minimum === undefined)
    ? between(minimum, whole ? undefined : maximum)
    : '';
}

/** The objects that a schema is about: itself, its items, what it may be. What is a document of its own is linked, not shown. */
function objectsIn(document: ApiDocument, schema: Schema, seen: readonly Schema[]): Schema[] {
  if (seen.includes(schema)) return [];
  const within = [...seen, schema];
  if (schema.$ref) {
    const { name, schema: found } = follow(document, schema.$ref);
    return isDocument(name) ? [] : objectsIn(document, found, within);
  }
  if (schema.properties) return [schema];
  const parts = [
    ...(schema.anyOf ?? schema.oneOf ?? []),
    ...(schema.allOf ?? []),
    ...(schema.items ? [schema.items] : []),
  ];
  return parts.flatMap((part) => objectsIn(document, part, within));
}

/** The fields of a schema's objects, one beneath another, each with its type; null where there are none. */
export function fieldsOf(document: ApiDocument, schema: Schema, seen: readonly Schema[] = []): HTMLElement | null {
  const objects = objectsIn(document, schema, seen);
  if (!objects.length) return null;
  return element(
    'div',
    { class: 'shape' },
    ...objects.map((object) =>
      element('ul', { class: 'fields' }, ...fieldRows(document, object, [...seen, schema, object])),
    ),
  );
}

const deepest = 10;

function fieldRows(document: ApiDocument, { properties = {}, required = [] }: Schema, seen: readonly Schema[]) {
  return Object.entries(properties).map(([name, schema]) =>
    element(
      'li',
      {},
      element(
        'p',
        {},
        element('code', { class: 'name' }, name),
        element('span', { class: 'type' }, ...typeOf(document, schema)),
        required.includes(name) ? null : element('span', { class: 'small' }, 'may be left out'),
      ),
      schema.description ? element('p', { class: 'small' }, ...marked(schema.description)) : null,
      seen.length < deepest ? fieldsOf(document, schema, seen) : null,
    ),
  );
}

/** A sentence in which `code` stands between ticks. */
export const marked = (sentence: string): Node[] =>
  sentence.split('`').map((part, place) => (place % 2 ? element('code', {}, part) : new Text(part)));
