import { sayNumber } from '../schema/say.ts';
import { fieldChanges, listChanges, type ModelChange } from './model-change.ts';
import type { Tier } from './tier.ts';

/** How two scales of tiers differ: "Healthy begins at 75, at 70 before." */
export const diffTiers = (before: readonly Tier[], after: readonly Tier[], path: string): ModelChange[] =>
  listChanges(before, after, {
    path,
    kind: 'tier',
    effect: 'scores',
    order: 'scores',
    plural: 'Tiers',
    arrived: ({ from }) => `is a new tier from ${sayNumber(from)}`,
    gone: 'is no longer a tier',
    both: (a, b, place) =>
      fieldChanges(a, b, place, 'words', {
        from: {
          effect: 'scores',
          say: () => `${place.subject} begins at ${sayNumber(b.from)}, at ${sayNumber(a.from)} before`,
        },
        playbook: { effect: 'signals' },
      }),
  });
