import type { Measure } from '../measures/kinds.ts';
import type { SqlContext, SqlObservation } from '../measures/measure-kind.ts';
import { type MeasureSet, reachIn } from '../measures/read-measures.ts';
import { sqlOf } from '../measures/sql-kinds.ts';
import type { Dialect } from '../sql/dialect.ts';
import { finite } from '../sql/finite.ts';
import { type Fragment, name, sql } from '../sql/fragment.ts';
import { upTo } from '../sql/up-to.ts';
import { engineZone } from './engine-zone.ts';
import type { RowSets } from './row-sets.ts';
import type { StagedColumns } from './staged-columns.ts';

/** The last millisecond before the year 0, which is the first that an instant may be written with. */
const beforeAll = -62_167_219_200_001;

/** The names of the columns that hold a measure at an instant. */
export interface MeasureColumn {
  readonly value: string;
  readonly at: string;
  readonly parts: readonly (readonly [part: string, column: string])[];
  /** The select that makes them: 0 reads accounts and aggregates only, the next ones the columns before. */
  readonly stage: number;
}

/** Measures at instants, each written out once: a measure made of others reads their columns. */
export class MeasureColumns {
  readonly #set: MeasureSet;
  readonly #dialect: Dialect;
  readonly #rows: RowSets;
  readonly #columns = new Map<string, MeasureColumn>();
  readonly #staged: StagedColumns;
  #made = 0;

  constructor(set: MeasureSet, dialect: Dialect, rows: RowSets, staged: StagedColumns) {
    this.#set = set;
    this.#staged = staged;
    this.#dialect = dialect;
    this.#rows = rows;
  }

  /** The columns of a measure as of `at` (milliseconds). */
  column(id: string, at: number): MeasureColumn {
    const key = `${at} ${id}`;
    const known = this.#columns.get(key);
    if (known) return known;
    const measure = this.#set.measures.get(id) as Measure;
    let stage = 0;
    const prefix = `m${this.#made++}`;
    const reads = (inner: MeasureColumn) => {
      stage = Math.max(stage, inner.stage + 1);
    };
    let holds = 0;
    const hold = (expressions: readonly Fragment[]) => {
      const columns = expressions.map((one) => this.#add(stage, `${prefix}_h${holds++}`, one));
      stage += 1;
      return columns.map(held);
    };
    const context = { ...this.#contextAt(at, reads), hold };
    const { value, at: seen, parts = {} } = sqlOf(measure)(measure, context);
    const column: MeasureColumn = {
      value: this.#add(stage, prefix, value),
      at: this.#add(stage, `${prefix}_at`, seen),
      parts: Object.entries(parts).map(([part, expression], place) => [
        part,
        this.#add(stage, `${prefix}_p${place}`, expression),
      ]),
      stage,
    };
    this.#columns.set(key, column);
    return column;
  }

  /** The newest value of a fact at or before `at`, a column for each type it may have, and when it was observed. */
  fact(fact: string, at: number): Record<'number' | 'text' | 'boolean' | 'at', Fragment> {
    return {
      number: finite(this.#newest(fact, at, sql`f.number`)),
      text: this.#newest(fact, at, sql`f.text`),
      boolean: this.#newest(fact, at, sql`f.boolean`),
      at: this.#newest(fact, at, this.#dialect.epochMs(sql`f.at`)),
    };
  }

  #newest(fact: string, at: number, value: Fragment): Fragment {
    const dialect = this.#dialect;
    const seen = sql`f.name = ${fact} and (f.at is null or ${upTo(dialect, sql`f.at`, at)})`;
    // An undated fact is the oldest: it holds until a dated one says otherwise.
    const when = sql`coalesce(f.at, ${dialect.instant(beforeAll)})`;
    return dialect.latest(value, when, (aggregate) => held(this.#rows.column('facts', aggregate, seen)));
  }

  #add(stage: number, column: string, expression: Fragment): string {
    return this.#staged.addAt(stage, column, expression).name;
  }

  #contextAt(now: number, reads: (inner: MeasureColumn) => void): Omit<SqlContext, 'hold'> {
    const dialect = this.#dialect;
    const newest = this.#newest.bind(this);
    return {
      dialect,
      now,
      since: sql`a.since`,
      zone: engineZone(this.#set.zone),
      reach: reachIn(this.#set),
      measure: (id, at = now): SqlObservation => {
        const inner = this.column(id, at);
        reads(inner);
        // Read as in JavaScript, where what overflowed is missing.
        return { value: finite(held(inner.value)), at: held(inner.at) };
      },
      event: (aggregate, where) => held(this.#rows.column('events', aggregate, where)),
      over: (rows, aggregate) => held(this.#rows.over(rows, aggregate)),
      fact: (fact, at) => ({
        number: newest(fact, at, sql`coalesce(f.number, cast(f.boolean as integer))`),
        at: newest(fact, at, dialect.epochMs(sql`f.at`)),
      }),
      factText: (fact, at) => newest(fact, at, sql`f.text`),
      tracks: (event) => sql`coalesce(${dialect.includes(sql`a.tracked`, event)}, true)`,
    };
  }
}

const held = (column: string): Fragment => sql`a.${name(column)}`;
