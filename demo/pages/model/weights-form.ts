import { element } from '../host/element.ts';
import { counted } from '../host/written.ts';
import type { Weight, WeightSet } from './weights.ts';

/** A slider for each weight, under the stage or segment whose it is. */
export function weightFields(sets: readonly WeightSet[]): HTMLElement[] {
  const isOne = sets.length === 1;
  return sets.map(({ label, customers, weights }) =>
    element(
      'fieldset',
      {},
      element(
        'legend',
        { class: isOne ? 'unseen' : 'label' },
        element('b', {}, label ?? 'Everywhere'),
        ` ${counted(customers, 'customer')}`,
      ),
      ...weights.map(slider),
    ),
  );
}

function slider({ id, label, weight, most, step }: Weight): HTMLElement {
  const input = element('input', {
    type: 'range',
    name: id,
    min: '0',
    max: String(most),
    step: String(step),
    value: String(weight),
  });
  return element(
    'label',
    {},
    element('span', {}, label),
    element('output', {}, element('b', {}, String(weight))),
    input,
  );
}
