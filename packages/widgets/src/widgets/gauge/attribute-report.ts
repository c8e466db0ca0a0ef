import type { GivenReport, Tier } from '../../ui/score-reading.ts';

/** What a gauge may be told without any report. */
export interface GaugeAttributes {
  readonly score?: number | null;
  readonly label?: string | null;
  readonly tier?: string | null;
  readonly tiers?: readonly Tier[] | null;
  readonly change?: number | null;
  readonly days?: number | null;
  readonly coverage?: number | null;
  readonly asOf?: string | null;
}

/** A gauge's own attributes as a report; null where they say nothing about a score. */
export function attributeReport(given: GaugeAttributes): GivenReport | null {
  const { score = null, label, tier, tiers, change = null, days, coverage = null, asOf } = given;
  if (score === null && coverage === null) return null;
  return {
    account: { name: label },
    asOf,
    score,
    tier,
    tiers,
    coverage,
    trend: { change, days },
  };
}
