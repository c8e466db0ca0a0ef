import { activeDaysSql } from './active-days.ts';
import { againstUsualSql } from './against-usual.ts';
import { averageSql } from './average.ts';
import { changeSql } from './change.ts';
import { closedSql } from './closed.ts';
import { countSql } from './count.ts';
import { cusumSql } from './cusum.ts';
import { differenceSql } from './difference.ts';
import { distinctSql } from './distinct.ts';
import { doneSql } from './done.ts';
import { everSql } from './ever.ts';
import { factSql } from './fact.ts';
import { firstReachedSql } from './first-reached.ts';
import type { Measure } from './kinds.ts';
import type { MeasureSql } from './measure-kind.ts';
import { medianSql } from './median.ts';
import { openSql } from './open.ts';
import { ratioSql } from './ratio.ts';
import { responseTimeSql } from './response-time.ts';
import { shareSql } from './share.ts';
import { sinceSql } from './since.ts';
import { slopeSql } from './slope.ts';
import { streakSql } from './streak.ts';
import { sumSql } from './sum.ts';
import { tagsSql } from './tags.ts';
import { untilSql } from './until.ts';

/** The SQL of every kind of measure, one line each; the compiler of types sees to it that none is left out. */
const sqlKinds: { readonly [K in Measure['kind']]: MeasureSql<Extract<Measure, { kind: K }>> } = {
  fact: factSql,
  count: countSql,
  distinct: distinctSql,
  'active-days': activeDaysSql,
  since: sinceSql,
  open: openSql,
  ratio: ratioSql,
  change: changeSql,
  done: doneSql,
  tags: tagsSql,
  closed: closedSql,
  'first-reached': firstReachedSql,
  'response-time': responseTimeSql,
  share: shareSql,
  slope: slopeSql,
  streak: streakSql,
  sum: sumSql,
  average: averageSql,
  median: medianSql,
  until: untilSql,
  ever: everSql,
  difference: differenceSql,
  'against-usual': againstUsualSql,
  cusum: cusumSql,
};

/** How a measure is read in SQL. */
export const sqlOf = (measure: Measure): MeasureSql<Measure> =>
  // Sound because it is looked up by the measure's own kind.
  sqlKinds[measure.kind] as MeasureSql<Measure>;
