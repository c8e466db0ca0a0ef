import type { Model } from '../model/define-model.ts';
import { dayMs } from '../schema/time.ts';
import { versionParts } from '../schema/version.ts';
import type { Dialect } from '../sql/dialect.ts';
import { type Fragment, join, sql } from '../sql/fragment.ts';
import { upTo } from '../sql/up-to.ts';
import { comparedDays, nearEnough } from '../trend/score-trend.ts';

/**
 * Selects in brackets over `history` and `overrides`, an account's rows each or one row an account. Instants are
 * compared to the millisecond, as in JavaScript.
 */
export class PastRows {
  readonly #model: Model;
  readonly #dialect: Dialect;
  readonly #now: number;

  constructor(model: Model, dialect: Dialect, now: number) {
    this.#model = model;
    this.#dialect = dialect;
    this.#now = now;
  }

  /** The override in force: what `overrideInForce` finds. Instants in milliseconds. */
  overrideInForce(): Fragment {
    const { byCodePoint, epochMs } = this.#dialect;
    const begun = upTo(this.#dialect, sql`o.at`, this.#now);
    const holds = sql`(o.expires is null or not ${upTo(this.#dialect, sql`o.expires`, this.#now)})`;
    const keys = [
      sql`${epochMs(sql`o.at`)} desc`,
      sql`coalesce(o.score, 101)`,
      byCodePoint(sql`coalesce(o.tier, '')`),
      byCodePoint(sql`o.reason`),
      byCodePoint(sql`o.author`),
      sql`coalesce(${epochMs(sql`o.expires`)}, 1e16)`,
    ];
    return first(
      sql`o.account_id, o.score, o.tier, o.reason, o.author, ${epochMs(sql`o.at`)} as begun, ${epochMs(sql`o.expires`)} as ends`,
      sql`overrides o where ${begun} and ${holds}`,
      sql`o.account_id`,
      keys,
    );
  }

  /** The newest tier that the score itself was in by this version of the model. */
  tierBefore(): Fragment {
    const { byCodePoint, epochMs } = this.#dialect;
    const set = sql`select 1 from overrides o where o.account_id = h.account_id and ${this.#inForceThen()}`;
    return first(
      sql`h.account_id, h.tier`,
      sql`history h where h.tier is not null and ${this.#comparable()} and not exists (${set})`,
      sql`h.account_id`,
      // Two of an instant are told apart by what they say, so that every engine takes the same one.
      [sql`${epochMs(sql`h.at`)} desc`, byCodePoint(sql`h.version`), byCodePoint(sql`h.tier`)],
    );
  }

  /** The computed score that today's is compared with: what `scoreTrend` finds. */
  earlier(): Fragment {
    const { epochMs, instant } = this.#dialect;
    const days = comparedDays(this.#model);
    const target = this.#now - days * dayMs;
    const within = days * dayMs * nearEnough;
    const near = sql`not h.at < ${instant(target - within)} and ${upTo(this.#dialect, sql`h.at`, target + within)}`;
    const newest = (which: Fragment) => sql`max(case when ${which} then ${epochMs(sql`o.at`)} end)`;
    // A point from under a score set by hand that does not tell its computed one has none.
    const points = sql`select h.account_id, ${epochMs(sql`h.at`)} as seen,
case when h.has_computed then h.computed when ${newest(sql`o.score is not null`)} >= coalesce(${newest(sql`o.score is null`)}, -1e16) then null else h.score end as score
from history h left join overrides o on o.account_id = h.account_id and ${this.#inForceThen()}
where ${this.#comparable()} and ${near}
group by h.account_id, h.at, h.score, h.computed, h.has_computed`;
    return first(sql`p.account_id, p.seen, p.score`, sql`(${points}) p where p.score is not null`, sql`p.account_id`, [
      sql`abs(p.seen - ${this.#dialect.double(sql`${target}`)})`,
      sql`p.seen`,
      sql`p.score`,
    ]);
  }

  /** Points of history `h` before now that this version of the model gave. */
  #comparable(): Fragment {
    return sql`h.at < ${this.#dialect.instant(this.#now)} and ${this.#dialect.matches(sql`h.version`, versionPattern(this.#model.version))}`;
  }

  /** An override `o` that was in force at a point of history `h`. */
  #inForceThen(): Fragment {
    const [at, begun, ends] = [sql`h.at`, sql`o.at`, sql`o.expires`].map(this.#dialect.epochMs) as [
      Fragment,
      Fragment,
      Fragment,
    ];
    return sql`${begun} <= ${at} and (o.expires is null or ${at} < ${ends})`;
  }
}

/** The first row of each account. */
const first = (columns: Fragment, from: Fragment, by: Fragment, order: readonly Fragment[]): Fragment =>
  sql`(select * from (select ${columns}, row_number() over (partition by ${by} order by ${join(order, sql`, `)}) as place
from ${from}) ranked where place = 1)`;

/** A regular expression for every way to write a version: `4`, `4.0` and `4.0.0` are one, and so is `04`. */
export function versionPattern(version: string): string {
  const [major, minor, patch] = versionParts(version).map((part) => (part === 0 ? '0+' : `0*${part}`)) as [
    string,
    string,
    string,
  ];
  const least = patch === '0+' ? `(\\.${patch})?` : `\\.${patch}`;
  const rest = minor === '0+' && patch === '0+' ? `(\\.${minor}${least})?` : `\\.${minor}${least}`;
  return `${major}${rest}`;
}
