import { element } from '../host/element.ts';
import type { Edits, Field } from './account-edits.ts';

/** A field for each value that decides about segment, stage and maturity. */
export function factFields(fields: readonly Field[], { values }: Edits): HTMLElement[] {
  return fields.map(({ id, label, unit, value }) => {
    const own = values.get(id) ?? value;
    const input = element('input', {
      class: 'field',
      type: unit === 'text' ? 'text' : 'number',
      name: id,
      ...(unit === 'text' ? { maxLength: 200 } : { step: '1', inputMode: 'text' }),
      placeholder: 'none',
      value: own === null ? '' : String(own),
    });
    const of = unit === 'days' ? element('i', {}, ' days') : null;
    return element('label', {}, element('span', {}, label, of), input);
  });
}

/** What a field now says; null where it is empty or cannot be read. */
export function readField(input: HTMLInputElement): number | string | null {
  if (input.value === '' || !input.validity.valid) return null;
  return input.type === 'number' ? input.valueAsNumber : input.value;
}
