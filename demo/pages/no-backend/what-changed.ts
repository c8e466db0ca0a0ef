import type { Report } from '@hale/core/report';
import { tenths } from '../host/written.ts';
import { ledgerOf } from '../ledger/ledger-figures.ts';

/** Movers that are named; what is left is summed up. */
const most = 2;

/** What a change of facts did to a score, in one sentence whose figures add up. */
export function whatChanged(before: Report, after: Report): string {
  if (after.score === null) return `No score any more: ${after.reason?.sentence ?? 'not enough was observed.'}`;
  if (before.score === null) return `Scored again: ${tenths(ledgerOf(after).points ?? 0)}${tierOf(after)}`;
  const movers = moversBetween(before, after);
  const total = movers.reduce((sum, { by }) => sum + by, 0);
  if (movers.length === 0) return `Nothing: ${tenths(ledgerOf(after).points ?? 0)} as before`;
  const named = movers.slice(0, movers.length === most + 1 ? most + 1 : most);
  const rest = movers.slice(named.length).reduce((sum, { by }) => sum + by, 0);
  const parts = [
    ...named.map(({ label, by }) => `${label} ${signed(by)}`),
    ...(rest ? [`everything else ${signed(rest)}`] : []),
  ];
  const way = total < 0 ? `Down ${tenths(-total)} to` : total > 0 ? `Up ${tenths(total)} to` : 'Still';
  const moved = before.tier === after.tier ? '' : tierOf(after);
  return `${way} ${tenths(ledgerOf(after).points ?? 0)}${moved}: ${parts.join(', ')}`;
}

const signed = (by: number) => (by > 0 ? `+${tenths(by)}` : tenths(by));

const tierOf = ({ tier, tiers }: Report) => {
  const label = tiers.find(({ id }) => id === tier)?.label;
  return label === undefined ? '' : `, now ${label}`;
};

/** The metrics whose points differ, in tenths as the ledger shows them, the largest difference first. */
function moversBetween(before: Report, after: Report): { label: string; by: number }[] {
  const old = ledgerOf(before).groups.flatMap((group) => group.lines);
  return ledgerOf(after)
    .groups.flatMap((group) => group.lines)
    .map(({ label, points }, index) => ({ label, by: (points ?? 0) - (old[index]?.points ?? 0) }))
    .filter(({ by }) => by !== 0)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
}
