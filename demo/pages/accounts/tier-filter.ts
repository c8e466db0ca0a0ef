import { element } from '../host/element.ts';
import { tierGlyph } from '../host/tier-mark.ts';
import { count } from '../host/written.ts';
import type { PortfolioSummary } from './account-list.ts';

/** The tiers as choices, each with how many accounts are in it; `chosen` is a tier's id, `none`, or empty for all. */
export function tierChoices({ tiers, unscored, total }: PortfolioSummary, chosen: string): Node[] {
  const choice = (id: string, label: string, n: number, tone?: Parameters<typeof tierGlyph>[0]) =>
    element(
      'label',
      { class: tone === undefined ? 'choice' : `choice ${tone ?? 'no-score'}` },
      element('input', { type: 'radio', name: 'tier', value: id, checked: id === chosen }),
      element('span', {}, tone === undefined ? null : tierGlyph(tone), label, element('b', {}, count(n))),
    );
  return [
    choice('', 'All', total),
    ...tiers.map((tier) => choice(tier.id, tier.label, tier.count, tier.tone)),
    ...(unscored > 0 || chosen === 'none' ? [choice('none', 'No score', unscored, null)] : []),
  ];
}
