import type { Report } from '../schema/report.ts';
import { cut } from '../schema/say.ts';
import type { Ground } from './reason.ts';
import { daysBetween, figureOf, nameOf, ofStatus, several } from './weigh-grounds.ts';

/** All of the score is at stake where a person has set it, or where there is none. */
const all = 100;
/** A tier that is not the one its score would be in puzzles whoever sees both. */
const heldWorth = 5;
const groupWorth = 1;

const groupings = ['segment', 'stage', 'maturity'] as const;

/** What the score is to be read by: that it was set by hand, that there is none, how the account is judged and why. */
export function situateGrounds(report: Report): Ground[] {
  return [...overridden(report), ...unscored(report), ...held(report), ...judged(report)];
}

function overridden(report: Report): Ground<'override'>[] {
  const { override, asOf } = report;
  if (!override) return [];
  const { score, tier, unknownTier = null, author, reason, expires, computed } = override;
  const args = {
    author: author.length <= 60 ? author : `${cut(author, 59)}…`,
    because: reason.length <= 120 ? reason : `${cut(reason, 119)}…`,
    score,
    tier: tierName(report, tier),
    unknownTier,
    computed: { score: computed.score, tier: tierName(report, computed.tier) },
    days: expires === null ? null : daysBetween(asOf, expires),
    points: score === null || computed.score === null ? null : score - computed.score,
  };
  const subjects = tier === null ? [] : [tier];
  return [{ code: 'override', subjects, args, weight: all, effect: 'neither' }];
}

function unscored(report: Report): Ground<'no-score'>[] {
  const { score, reason, coverage, minimumCoverage: minimum } = report;
  if (score !== null) return [];
  const missing = ofStatus(report, 'missing', 'stale');
  const args = { ...several(missing), because: reason?.code ?? null, coverage, minimum, points: null };
  return [{ code: 'no-score', subjects: missing.map(({ id }) => id), args, weight: all, effect: 'neither' }];
}

function held(report: Report): Ground<'tier-held'>[] {
  const { score, tier, held } = report;
  const [kept, plain] = [tierName(report, tier), tierName(report, held ?? null)];
  if (score === null || tier === null || !held || kept === null || plain === null) return [];
  const args = { tier: kept, plain, score };
  return [{ code: 'tier-held', subjects: [tier, held], args, weight: heldWorth, effect: 'neither' }];
}

function judged(report: Report): Ground<(typeof groupings)[number]>[] {
  return groupings.flatMap((code) => {
    const group = report[code];
    if (!group) return [];
    const [first] = group.because;
    const by = first
      ? { name: nameOf({ id: first.subject, label: first.label }), of: 'metric' as const, figure: figureOf(first) }
      : null;
    const args = { name: nameOf(group), by, unsure: group.unsure.length };
    return [{ code, subjects: [group.id, ...group.unsure], args, weight: groupWorth, effect: 'neither' }];
  });
}

/** A tier's name on the report's scale; its id made readable where the scale does not have it. */
export function tierName({ tiers }: Report, id: string | null): string | null {
  return id === null ? null : nameOf(tiers.find((tier) => tier.id === id) ?? { id, label: '' });
}
