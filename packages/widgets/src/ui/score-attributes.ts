import { type GivenReport, readScore, type Tier } from './score-reading.ts';

/** What a widget that shows a score may be told of it without any report. */
export interface ScoreAttributes {
  readonly score?: number | null | undefined;
  readonly label?: string | null | undefined;
  readonly tier?: string | null | undefined;
  readonly tiers?: readonly Tier[] | null | undefined;
  readonly change?: number | null | undefined;
  readonly days?: number | null | undefined;
  readonly coverage?: number | null | undefined;
  readonly asOf?: string | null | undefined;
}

/** A widget's own attributes as a report; null where they say nothing about a score. */
export function attributeReport(given: ScoreAttributes): GivenReport | null {
  const { score = null, coverage = null } = given;
  if (score === null && coverage === null) return null;
  const report = {
    account: { name: given.label },
    asOf: given.asOf,
    score,
    tier: given.tier,
    tiers: given.tiers,
    coverage,
    trend: { change: given.change, days: given.days },
  };
  return given.tier ? { ...report, tiers: named(report, given.tier) } : report;
}

/** The scale, on which a tier that is not among its own takes the place of the one the score falls in. */
function named(report: GivenReport, name: string): GivenReport['tiers'] {
  const { tiers, tier } = readScore({ ...report, tier: null });
  if (!tier || tiers.some((each) => each.id === name || each.label === name)) return report.tiers;
  return tiers.map((each) => (each === tier ? { ...each, id: name, label: name } : each));
}
