import type { Report } from '@hale/core/report';
import './override-note.css';
import { element } from './element.ts';
import { tierPill } from './tier-mark.ts';
import { dateNear } from './written.ts';

/** What a person has set in place of the computed score: by whom, why, until when, and what was computed; null for nothing. */
export function overrideNote({ override, score, tier, tiers, asOf }: Report): HTMLElement | null {
  if (!override) return null;
  const { author, reason, at, expires, computed } = override;
  const pill = (id: string | null, value: number | null) => {
    const own = tiers.find((one) => one.id === id);
    return tierPill(own?.tone ?? null, own?.label ?? 'No score', value === null ? null : String(Math.round(value)));
  };
  const until = expires === null ? 'until it is lifted' : `until ${dateNear(expires, asOf)}`;
  return element(
    'aside',
    { class: 'override-note', 'aria-label': 'Set by hand' },
    element(
      'p',
      {},
      element('b', {}, 'Set by hand'),
      ` by `,
      element('bdi', {}, author),
      ` on ${dateNear(at, asOf)}, ${until}: “`,
      element('bdi', {}, reason),
      '”',
    ),
    element(
      'dl',
      {},
      element('div', {}, element('dt', {}, 'Shown'), element('dd', {}, pill(tier, score))),
      element(
        'div',
        { class: 'computed' },
        element('dt', {}, 'Computed'),
        element('dd', {}, pill(computed.tier, computed.score)),
      ),
    ),
  );
}
