import type { CombinedSql, MemberSql } from '../methods/method-sql.ts';
import { methodSqlOf } from '../methods/sql-methods.ts';
import type { Group } from '../model/dimension.ts';
import type { Dialect } from '../sql/dialect.ts';
import { dust, withoutDust } from '../sql/dust.ts';
import type { Fragment } from '../sql/fragment.ts';
import type { ByPlan } from './by-plan.ts';
import type { Held } from './expression.ts';
import type { GroupSlot } from './slots.ts';
import type { Column } from './staged-columns.ts';

/** What columns are written with. */
export interface Writing {
  readonly by: ByPlan;
  readonly held: Held;
  readonly dialect: Dialect;
}

/** A group's members combined by the methods that plans have for it, most often one. */
export class Combining {
  readonly #writing: Writing;
  /** The methods, and by which of them each plan goes; −1 for a plan without the group. */
  readonly #ways: readonly CombinedSql[];
  readonly #wayOf: readonly number[];
  /** The first select that has all that has been written so far. */
  #stage: number;

  constructor(writing: Writing, slot: GroupSlot, members: readonly MemberSql[], stage: number) {
    const { held, dialect } = writing;
    this.#writing = writing;
    this.#stage = stage;
    const keys = slot.each.map((group) => group && settingsKey(group));
    const different = [...new Set(keys.filter((key) => key !== null))];
    this.#wayOf = keys.map((key) => (key === null ? -1 : different.indexOf(key)));
    const hold = (expression: Fragment) => {
      const column = held.column({ sql: expression, stage: this.#stage });
      this.#stage = Math.max(this.#stage, column.stage + 1);
      return column.read;
    };
    this.#ways = different.map((key) => {
      // Sound: every key is some group's.
      const group = slot.each[keys.indexOf(key)] as Group;
      return methodSqlOf(group)(members, group, { dialect, hold });
    });
  }

  score(): Column {
    return this.#pick(this.#ways.map(({ score }) => score));
  }

  /** What the group begins with, in each plan. */
  starts(): number[] {
    return this.#wayOf.map((way) => (this.#ways[way]?.start ?? 0) + dust - dust);
  }

  shares(score: Column): Column[] {
    this.#stage = Math.max(this.#stage, score.stage + 1);
    const ways = this.#ways.map((way) => way.shares(score.read));
    return (ways[0] ?? []).map((_, member) => this.#pick(ways.map((shares) => shares[member] ?? null)));
  }

  parts(): Column[] | null {
    const ways = this.#ways.map((way) => way.parts?.() ?? null);
    const some = ways.find((parts) => parts !== null);
    return some ? some.map((_, member) => this.#pick(ways.map((parts) => parts?.[member] ?? null))) : null;
  }

  limit(score: Column): Column | null {
    this.#stage = Math.max(this.#stage, score.stage + 1);
    const ways = this.#ways.map((way) => way.limit?.(score.read) ?? null);
    return ways.some((limit) => limit !== null) ? this.#pick(ways) : null;
  }

  #pick(ways: readonly (Fragment | null)[]): Column {
    const stage = this.#stage;
    const each = this.#wayOf.map((way) => {
      const one = ways[way];
      return one ? { sql: withoutDust(one), stage } : null;
    });
    return this.#writing.held.column(this.#writing.by.pick(each));
  }
}

/** What a group's method is told: all that groups have which score alike however their members differ. */
const settingsKey = ({ id: _, label: __, weight: ___, intent: ____, metrics: _____, ...settings }: Group): string =>
  JSON.stringify({ ...settings, kind: undefined });
