import type { Model } from '../model/define-model.ts';
import type { SignalRule } from '../model/model.ts';
import { groupings, measuresOf, type ResolvedModel } from '../model/resolve-model.ts';
import type { Rule, Subject } from '../rules/rule-kind.ts';
import { comparisons } from '../rules/rules.ts';
import type { Dialect } from '../sql/dialect.ts';
import { finite } from '../sql/finite.ts';
import { name, sql } from '../sql/fragment.ts';
import { ByPlan } from './by-plan.ts';
import { Held, plain, reading } from './expression.ts';
import { type GroupColumns, groupColumns } from './group-columns.ts';
import { type MeasureColumn, MeasureColumns } from './measure-columns.ts';
import { type PastColumns, pastColumns } from './past-columns.ts';
import { plansOf } from './plans.ts';
import { RowSets } from './row-sets.ts';
import { type Asked, conditionOver } from './rule-columns.ts';
import { type ScoreColumns, scoreColumns } from './score-columns.ts';
import { type SettledColumns, settledColumns } from './settled-columns.ts';
import { type Column, StagedColumns } from './staged-columns.ts';
import { inDecimals } from './whole-columns.ts';

/** A fact that rules ask about: a column for each type it may have, of which at most one is not null, and when it was observed. */
export type FactColumns = Readonly<Record<'number' | 'text' | 'boolean' | 'at', Column>>;

/** All the figures of accounts at one instant, in columns: what `Standing` is to one account. */
export interface StandingColumns {
  readonly model: Model;
  readonly dialect: Dialect;
  readonly now: number;
  readonly rows: RowSets;
  readonly staged: StagedColumns;
  /** Holds more columns of the same table. */
  readonly held: Held;
  readonly plans: readonly ResolvedModel[];
  /** Writes what differs between them. */
  readonly byPlan: ByPlan;
  /** By measure id. */
  readonly measures: ReadonlyMap<string, MeasureColumn>;
  /** By name. */
  readonly facts: ReadonlyMap<string, FactColumns>;
  readonly groups: GroupColumns;
  readonly scores: ScoreColumns;
  readonly past: PastColumns;
  readonly settled: SettledColumns;
  /** Whether each signal fires: true, false, or null where that is not known. */
  readonly signals: ReadonlyMap<SignalRule, Column>;
}

/** Writes them. */
export function standingColumns(model: Model, dialect: Dialect, now: number): StandingColumns {
  const rows = new RowSets(null);
  const staged = new StagedColumns();
  const held = new Held(staged, 'y');
  const set = measuresOf(model);
  const reader = new MeasureColumns(set, dialect, rows, staged);
  const measures = new Map([...set.measures.keys()].map((id) => [id, reader.column(id, now)]));
  const facts = new Map(
    factsAsked(model).map((fact) => {
      const { number, text, boolean, at } = reader.fact(fact, now);
      const hold = (one: typeof at) => held.column(plain(one));
      return [fact, { number: hold(number), text: hold(text), boolean: hold(boolean), at: hold(at) }] as const;
    }),
  );
  const past = pastColumns(model, dialect, now, rows);
  const plans = plansOf(model);

  const columnsOf = ({ value, at, stage }: MeasureColumn) => ({
    value: columnAt(value, stage),
    at: columnAt(at, stage),
  });
  const ofAccount = (from: Subject, id: string): Asked => {
    const measure = from === 'measure' ? measures.get(id) : undefined;
    if (measure) {
      const { sql: value, stage } = reading(columnsOf(measure).value);
      return { number: { sql: finite(value), stage } };
    }
    const fact = from === 'fact' ? facts.get(id) : undefined;
    return fact ? { number: reading(fact.number), text: reading(fact.text), boolean: reading(fact.boolean) } : {};
  };
  const condition = (rule: Rule, read: (from: Subject, id: string) => Asked) => conditionOver(rule, dialect, read);
  const groups = groupColumns(model, plans, held, (rule) => condition(rule, ofAccount));

  const observation = (id: string) => columnsOf(measures.get(id) as MeasureColumn);
  const scores = scoreColumns({ staged, dialect, now, model, plans, plan: groups.plan, observation });
  const byPlan = new ByPlan(groups.plan, plans.length, dialect, held);
  const settled = settledColumns({ model, dialect, plans, byPlan, held, computed: scores.score, past });
  const told = (points: Column) => held.column(inDecimals(reading(points)));
  const figures = () => ({ value: told(settled.score), change: told(settled.change), coverage: scores.coverage });
  const ofScore = (from: Subject, id: string): Asked => {
    // Sound: the schema of rules takes no other names.
    const own =
      from === 'score'
        ? figures()[id as keyof ReturnType<typeof figures>]
        : from === 'dimension'
          ? scores.dimension(id)
          : null;
    return own ? { number: reading(own) } : ofAccount(from, id);
  };
  const signals = new Map(
    (model.signals ?? []).map((signal) => [signal, held.column(condition(signal.when, ofScore))] as const),
  );
  return {
    model,
    dialect,
    now,
    rows,
    staged,
    held,
    plans,
    byPlan,
    measures,
    facts,
    groups,
    scores,
    past,
    settled,
    signals,
  };
}

/** The names of the facts that any rule asks about. */
function factsAsked(model: Model): string[] {
  const groups = groupings.flatMap((grouping) => model[grouping] ?? []);
  const asked = [...groups, ...(model.signals ?? [])].flatMap(({ when }) => comparisons(when, ''));
  return [...new Set(asked.flatMap(({ compare: { fact } }) => (fact === undefined ? [] : [fact])))];
}

const columnAt = (column: string, stage: number): Column => ({ read: sql`a.${name(column)}`, name: column, stage });
