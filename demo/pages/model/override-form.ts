import type { Override, Report } from '@hale/core';
import { element } from '../host/element.ts';

const day = 86_400_000;

/** Lays out the fields of an override: a score, a tier or both, why, by whom, and until when. */
export function overrideFields({ tiers, asOf }: Pick<Report, 'tiers' | 'asOf'>): HTMLElement[] {
  const labelled = (label: string, field: HTMLElement) => element('label', {}, element('span', {}, label), field);
  const earliest = new Date(Date.parse(asOf) + day).toISOString().slice(0, 10);
  const inTwoMonths = new Date(Date.parse(asOf) + 60 * day).toISOString().slice(0, 10);
  return [
    labelled(
      'Score',
      element('input', {
        class: 'field',
        type: 'number',
        name: 'score',
        min: '0',
        max: '100',
        step: '1',
        inputMode: 'numeric',
        placeholder: 'as computed',
      }),
    ),
    labelled(
      'Tier',
      element(
        'select',
        { class: 'field', name: 'tier' },
        element('option', { value: '' }, 'By the score'),
        ...tiers.map(({ id, label }) => element('option', { value: id }, label)),
      ),
    ),
    labelled(
      'Why',
      element('input', {
        class: 'field',
        type: 'text',
        name: 'reason',
        required: true,
        maxLength: 200,
        value: 'Sponsor left, replacement not named',
      }),
    ),
    labelled(
      'By',
      element('input', { class: 'field', type: 'text', name: 'author', required: true, maxLength: 100, value: 'You' }),
    ),
    labelled(
      'Until',
      element('input', { class: 'field', type: 'date', name: 'expires', min: earliest, value: inTwoMonths }),
    ),
  ];
}

/** What a form says is to be set from `asOf` on, or a sentence on what is missing. */
export function readOverride(form: HTMLFormElement, asOf: string): Override | string {
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
  const text = (name: string) => field(name).value.trim();
  const wrong = ['score', 'reason', 'author', 'expires'].map(field).find((one) => !one.validity.valid);
  if (wrong) return `${wrong.labels?.[0]?.firstElementChild?.textContent}: ${wrong.validationMessage}`;
  const [score, tier, reason, author, expires] = ['score', 'tier', 'reason', 'author', 'expires'].map(text);
  if (!score && !tier) return 'Set a score, a tier or both.';
  if (!reason || !author) return 'Say why, and who says so.';
  return {
    ...(score ? { score: Number(score) } : {}),
    ...(tier ? { tier } : {}),
    reason,
    author,
    at: asOf,
    ...(expires ? { expires: `${expires}T00:00:00.000Z` } : {}),
  };
}
