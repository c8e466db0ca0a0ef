import type { Rows } from '../../../server/database/rows.ts';
import { startOf, workingTime } from '../calendar.ts';
import { randomFor } from '../random.ts';
import type { Subject } from './trace.ts';

/** On hearing of what, how often, and for how many days an account's owner sets the score or the tier by hand. */
interface Occasion {
  readonly chance: number;
  readonly days: number;
  readonly reason: string;
  readonly score?: readonly [number, number];
  readonly tier?: string;
}

const occasions: Readonly<Record<string, Occasion>> = {
  'champion-left': { chance: 0.3, days: 60, reason: 'Sponsor left, replacement not named', score: [42, 58] },
  'being-acquired': {
    chance: 0.5,
    days: 120,
    reason: 'Being acquired; the buyer has a system of its own',
    score: [28, 38],
  },
  'strategy-changed': { chance: 0.35, days: 90, reason: 'Strategy changed, budget under review', tier: 'watch' },
  renewed: {
    chance: 0.05,
    days: 60,
    reason: 'Renewal signed; quiet weeks agreed while they change offices',
    tier: 'healthy',
  },
};

/** What the account's owner set by hand, knowing what no measure shows. */
export function overrides(subject: Subject): Rows['overrides'][] {
  const { seed, n, profile, calendar, life } = subject;
  const random = randomFor(seed, 'overrides', n);
  return [...life.causes, ...life.contract.outcomes].flatMap(({ kind, day }) => {
    const occasion = occasions[kind];
    if (!occasion || !random.chance(occasion.chance)) return [];
    const set = day + random.whole(1, 12);
    const at = workingTime(set, random);
    const { score, tier, reason, days } = occasion;
    if (set < calendar.firstDay || set > life.lastDay || at >= calendar.end) return [];
    return {
      account_id: profile.id,
      score: score ? random.whole(...score) : null,
      tier: tier ?? null,
      reason,
      author: profile.owner,
      at,
      expires: startOf(set + days),
    };
  });
}
