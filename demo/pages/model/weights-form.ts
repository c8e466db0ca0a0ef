import { element } from '../host/element.ts';
import { count, counted } from '../host/written.ts';
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

function slider({ id, label, weight, most, step, elsewhere }: Weight): HTMLElement {
  const [own, note] = [`weight-${id}`, `elsewhere-${id}`];
  const input = element('input', {
    type: 'range',
    id: own,
    name: id,
    min: '0',
    max: String(most),
    step: String(step),
    value: String(weight),
    ...(elsewhere.length && { 'aria-describedby': note }),
  });
  return element(
    'div',
    { class: 'weight' },
    element('label', { htmlFor: own }, label),
    // Spoken with the slider, as its value.
    element('span', { class: 'value', 'aria-hidden': 'true' }),
    input,
    elsewhere.length ? element('span', { class: 'small elsewhere', id: note }) : null,
  );
}

/** Writes beside a slider what it says now, what it said before, and what that makes of the weights elsewhere. */
export function showWeight(input: HTMLInputElement, { weight, unit, elsewhere }: Weight): void {
  const now = input.valueAsNumber;
  const was = now === weight ? '' : `was ${count(weight)}${unit}`;
  const row = input.closest('.weight');
  input.setAttribute('aria-valuetext', `${count(now)}${unit}${was && `, ${was}`}`);
  row
    ?.querySelector('.value')
    ?.replaceChildren(
      element('b', {}, `${count(now)}${unit}`),
      ...(was ? [element('span', { class: 'was' }, ` ${was}`)] : []),
    );
  const note = elsewhere.map(
    ({ label, weight: own }) => `${label} ${count(Math.round((own * now * 10) / weight) / 10)}`,
  );
  row?.querySelector('.elsewhere')?.replaceChildren(note.join(', '));
}
