/** A value as an attribute says it; undefined, for no attribute, where HTML cannot. */
export function attributeText(value: unknown): string | undefined {
  if (value === true) return '';
  return typeof value === 'string' || Number.isFinite(value) ? String(value) : undefined;
}

/** Whether a value is a boolean that HTML spells out, as in `aria-busy="true"`; React 19 writes `aria-busy=""`. */
export function isFlag(prop: string, value: unknown): boolean {
  return typeof value === 'boolean' && /^(aria|data)-/.test(prop);
}

/**
 * Sets a property and the attribute that says it: React 19 sets only the property of an element that has one, and what
 * the server wrote would stay beside it. Undefined is the element's own default.
 */
export function assign(element: HTMLElement, name: string, attribute: string | null, value: unknown): void {
  const text = attributeText(value);
  if (attribute && text === undefined) element.removeAttribute(attribute);
  else if (attribute && text !== undefined) element.setAttribute(attribute, text);
  Reflect.set(element, name, value === undefined ? Reflect.get(fresh(element), name) : value);
}

const fresh = (element: HTMLElement) => element.ownerDocument.createElement(element.localName);
