import { activeDays } from './active-days.ts';
import { againstUsual } from './against-usual.ts';
import { average } from './average.ts';
import { change } from './change.ts';
import { closed } from './closed.ts';
import { count } from './count.ts';
import { cusum } from './cusum.ts';
import { difference } from './difference.ts';
import { distinct } from './distinct.ts';
import { done } from './done.ts';
import { ever } from './ever.ts';
import { fact } from './fact.ts';
import { firstReached } from './first-reached.ts';
import type { Measure } from './forms.ts';
import type { MeasureKind } from './measure-kind.ts';
import { median } from './median.ts';
import { open } from './open.ts';
import { ratio } from './ratio.ts';
import { responseTime } from './response-time.ts';
import { share } from './share.ts';
import { since } from './since.ts';
import { slope } from './slope.ts';
import { streak } from './streak.ts';
import { sum } from './sum.ts';
import { tags } from './tags.ts';
import { until } from './until.ts';

export type { Measure };

/** The registry: every kind of measure there is, one line each. Its form has a line in `forms.ts`. */
const kinds = [
  fact,
  count,
  distinct,
  activeDays,
  since,
  open,
  ratio,
  change,
  done,
  tags,
  closed,
  firstReached,
  responseTime,
  share,
  slope,
  streak,
  sum,
  average,
  median,
  until,
  ever,
  difference,
  againstUsual,
  cusum,
] as const;

const byKind = new Map<Measure['kind'], unknown>(kinds.map((kind) => [kind.kind, kind]));

/** Every kind there is, as a model writes it. */
export const measureKinds: readonly string[] = [...byKind.keys()];

/** The kind that answers for a measure. A parsed measure always has one. */
export const kindOf = (measure: Measure): MeasureKind<Measure> =>
  // Sound because a kind is looked up by the very literal its schema demands.
  byKind.get(measure.kind satisfies (typeof kinds)[number]['kind']) as MeasureKind<Measure>;
