import type { Model } from '../model/define-model.ts';
import type { ResolvedModel } from '../model/resolve-model.ts';
import type { Dialect } from '../sql/dialect.ts';
import { type Fragment, ours, sql } from '../sql/fragment.ts';
import { onGridSql } from '../sql/on-grid.ts';
import { toDecimals } from '../stats/decimals.ts';
import type { ByPlan } from './by-plan.ts';
import { type Expression, express, type Held, joined, plain, reading } from './expression.ts';
import type { PastColumns } from './past-columns.ts';
import type { Column } from './staged-columns.ts';
import { inDecimals } from './whole-columns.ts';

/** The columns that say what is in force: computed, held to the tier before, or set by hand. */
export interface SettledColumns {
  readonly score: Column;
  /** Ids of tiers. */
  readonly tier: Column;
  readonly held: Column;
  readonly computedTier: Column;
  /** Points since the score it is compared with. */
  readonly change: Column;
}

interface Given {
  readonly model: Model;
  readonly dialect: Dialect;
  readonly plans: readonly ResolvedModel[];
  readonly byPlan: ByPlan;
  readonly held: Held;
  /** The computed score. */
  readonly computed: Column;
  readonly past: PastColumns;
}

/** Writes what `settle` does to one account. Tiers are told by their places in their list until the end. */
export function settledColumns({ model, dialect, plans, byPlan, held, computed, past }: Given): SettledColumns {
  const { override, tierBefore, earlier } = past;
  const own = reading(computed);
  const pick = (of: (tiers: ResolvedModel['tiers']) => Expression) =>
    reading(held.column(byPlan.pick(plans.map(({ tiers }) => of(tiers)))));
  const told = (points: Expression) => reading(held.column(inDecimals(points)));
  /** The highest tier whose edge, moved by `margin`, a score in decimals has reached, of those up to the one at `most`. */
  const reached = (tiers: ResolvedModel['tiers'], score: Expression, margin = 0, most?: Expression) =>
    ways(
      tiers
        .map(({ from }, place) => {
          const met = express`${score} >= ${dialect.double(sql`${toDecimals(from + margin)}`)}`;
          return express` when ${most ? express`${most} >= ${ours(place)} and ${met}` : met} then ${ours(place)}`;
        })
        .toReversed(),
      sql`cast(null as integer)`,
    );
  const placeOf = (tiers: ResolvedModel['tiers'], id: Expression) =>
    ways(
      tiers.map((tier, place) => express` when ${id} = ${sql`${tier.id}`} then ${ours(place)}`),
      sql`cast(null as integer)`,
    );
  const idOf = (place: Expression) => {
    const each = plans.map(({ tiers }) => {
      const ids = tiers.map(({ id }, at) => express` when ${place} = ${ours(at)} then ${sql`${id}`}`);
      return ways(ids, sql`nullif('', '')`);
    });
    return held.column(byPlan.pick(each));
  };

  const ownTold = told(own);
  const alone = pick((tiers) => reached(tiers, ownTold));
  const margin = model.hysteresis ?? 0;
  const holds = (): Expression => {
    const was = pick((tiers) => placeOf(tiers, reading(tierBefore)));
    const rising = pick((tiers) => reached(tiers, ownTold, margin));
    const falling = pick((tiers) => reached(tiers, ownTold, -margin, was));
    const kept = express`case when ${was} is null then ${alone} when ${rising} > ${was} then ${rising} else coalesce(${falling}, ${alone}) end`;
    return reading(held.column(express`case when ${alone} is not null then ${kept} end`));
  };
  const computedTier = margin ? holds() : alone;

  const set = reading(override.score);
  const onGrid = reading(held.column({ sql: onGridSql(set.sql), stage: set.stage }));
  const score = held.column(express`coalesce(${onGrid}, ${own})`);
  const named = pick((tiers) => placeOf(tiers, reading(override.tier)));
  const setTold = told(onGrid);
  const fallback = pick((tiers) => reached(tiers, setTold));
  const tier = reading(
    held.column(express`coalesce(${named}, case when ${set} is not null then ${fallback} else ${computedTier} end)`),
  );
  const unheld = express`case when ${reading(override.begun)} is null and ${computedTier} <> ${alone} then ${alone} end`;
  return {
    score,
    tier: idOf(tier),
    held: idOf(reading(held.column(unheld))),
    computedTier: idOf(computedTier),
    change: held.column(express`${own} - ${reading(earlier.score)}`),
  };
}

/** The first way that is open; `none`, a null of their type, where there are none. */
const ways = (cases: readonly Expression[], none: Fragment): Expression =>
  cases.length ? express`case${joined(cases, sql``)} end` : plain(none);
