import { type ColumnKind, type TableName, tables } from '../engines/table-rows.ts';
import { type Fault, Faults } from '../terminal/fault.ts';
import { nearest } from '../terminal/nearest.ts';
import { literal, quoted, readers, type Scalar, scalarOfText } from './cells.ts';
import type { Source, SourceColumn } from './source.ts';
import { type ColumnForm, forms, rowRules } from './table-forms.ts';
import type { TextKinds } from './text-kinds.ts';

/** Which column of the files stands for which column of a table: `{ at: 'created_at' }`. */
export type Mapping = Readonly<Record<string, string>>;

/** One column of a table as it is read from a file. */
export interface PlannedCell {
  /** The column of the table. */
  readonly name: string;
  /** The column of the file, as messages name it. */
  readonly from: string;
  /** The cell as the table keeps it, as an expression over the file's rows. */
  readonly cell: string;
  /** The text that was there, for messages. */
  readonly given: string;
  /** True where it is not what it must be. */
  readonly wrong: string;
  readonly expected: string;
}

/** How a file fills a table. */
export interface LoadPlan {
  readonly table: TableName;
  readonly source: Source;
  /** What is checked of each row. */
  readonly cells: readonly PlannedCell[];
  /** The columns that are filled, and the query that fills them. */
  readonly columns: readonly string[];
  readonly rows: string;
  /** Columns that the table has not, and what became of them; for a note. */
  readonly extra: readonly string[];
  /** Columns whose cells are text and may mean numbers, and what tells rows of one kind from those of another. */
  readonly untyped: readonly SourceColumn[];
  readonly by: string | null;
}

/**
 * Plans how a file fills a table. Columns that the table has not are facts in `accounts` and properties in `events`.
 * Throws Faults where a column that must be there is not, or has a type that it cannot be read from.
 */
export function planLoad(table: TableName, source: Source, mapping: Mapping, kinds: TextKinds): LoadPlan {
  const shape: Readonly<Record<string, ColumnKind>> = tables[table];
  const own: Readonly<Record<string, ColumnForm>> = forms[table];
  const faults: Fault[] = [];
  const taken = new Set<string>();
  const find = (name: string): SourceColumn | undefined => {
    const column = source.columns.get(mapping[name] ?? name);
    if (column) taken.add(column.name);
    return column;
  };
  const planned = Object.entries(shape).flatMap(([name, kind]) => {
    const form = own[name] ?? { says: '' };
    const column = find(name);
    if (!column) {
      if (form.required || mapping[name] !== undefined) faults.push(missing(table, source, name, form, mapping[name]));
      // What is not told is what an empty cell would be.
      return form.absent === undefined
        ? []
        : [{ name, from: name, cell: form.absent, given: 'null', wrong: 'false', expected: '' }];
    }
    const cell = plan(name, kind, form, column, source);
    if (cell) return [cell];
    const where = { file: source.shown, column: column.name };
    const message = `${where.column} must be ${readers[kind].expected}, and is a column of ${column.type}.`;
    faults.push({ code: 'column-type', ...where, message });
    return [];
  });
  const value = table === 'facts' ? find('value') : undefined;
  if (faults.length > 0) throw new Faults(faults);
  const extra = [...source.columns.values()].filter(({ name }) => !taken.has(name));
  const by = (Object.hasOwn(shape, 'at') && source.columns.get(mapping.name ?? 'name')?.text) || null;
  const open = table === 'facts' ? [value].flatMap((one) => one ?? []) : isOpen(table) ? extra : [];
  const values = open.map((column): Valued => ({ ...column, value: scalarOf(column, kinds, by) }));
  const [fact] = table === 'facts' ? values : [];
  const all = [...planned, ...(fact ? valueCells(fact) : []), ...propertyCells(table, planned, values)];
  // Of two for one column, as with properties, the later holds.
  const filled = [...new Map(all.map((cell) => [cell.name, cell])).values()];
  const ruled = ruledCells(table, filled);
  const [first, ...rest] = filled.map(({ cell, wrong }) => unless(wrong, cell));
  const held = ruled.reduce((cell, { wrong }) => unless(wrong, cell), first ?? 'null');
  return {
    table,
    source,
    cells: [...filled, ...ruled, ...(table === 'events' ? values.map(checked) : [])],
    columns: filled.map(({ name }) => name),
    rows: `select ${[held, ...rest].join(', ')} from ${source.relation}`,
    extra: extra.map(({ name }) => name),
    untyped: open.filter(({ scalar }) => scalar === null),
    by,
  };
}

/** What must hold between cells, as it is checked: of the cell that is told of. */
function ruledCells(table: TableName, cells: readonly PlannedCell[]): PlannedCell[] {
  const named = (column: string) => cells.find(({ name }) => name === column);
  return (rowRules[table] ?? []).map(({ of, wrong, expected }) => {
    const { from = of, given = 'null' } = named(of) ?? {};
    return {
      name: '',
      from,
      cell: 'null',
      given,
      wrong: wrong((column) => `(${named(column)?.cell ?? 'null'})`),
      expected,
    };
  });
}

/** Whether columns that a table has not are read: as facts, as properties. */
const isOpen = (table: TableName): boolean => table === 'accounts' || table === 'events';

/** A column, and the value of its cells. */
type Valued = SourceColumn & { readonly value: Scalar };

const scalarOf = ({ name, text, scalar }: SourceColumn, kinds: TextKinds, by: string | null): Scalar =>
  scalar ?? scalarOfText(text, kinds.of(name, by));

/** What the statement fails with where a cell is wrong. */
const mark = 'hale: a cell is wrong';

/** In the cell and not in a condition beside it, so that each is read once. */
const unless = (wrong: string, cell: string): string =>
  wrong === 'false' ? cell : `case when ${wrong} then error('${mark}') else ${cell} end`;

/** How the columns of an accounts file that `accounts` has not become facts without a date, each by its name. */
export function planFacts({ source, cells, extra }: LoadPlan, kinds: TextKinds): LoadPlan[] {
  const id = cells.find(({ name }) => name === 'id');
  const columns = extra.flatMap((name) => source.columns.get(name) ?? []);
  if (!id || columns.length === 0) return [];
  const values = columns.map((column): Valued => ({ ...column, value: scalarOf(column, kinds, null) }));
  const facts = values.map(({ name, text, value }) => {
    const { number, text: word, boolean, wrong } = value;
    const fact = `{'name': ${literal(name)}, 'number': ${number}, 'text': ${word}, 'boolean': ${boolean}}`;
    return `case when ${text} is not null then ${unless(wrong, fact)} end`;
  });
  return [
    {
      table: 'facts',
      source,
      cells: [{ ...id, name: 'account_id' }, ...values.map(checked)],
      columns: ['account_id', 'name', 'number', 'text', 'boolean'],
      // All of them of a row at once: to read the file for each column takes as many times as long.
      rows: `select id, fact.name, fact.number, fact.text, fact.boolean from
        (select ${id.cell} as id, unnest([${facts.join(', ')}]) as fact from ${source.relation}) where fact is not null`,
      extra: [],
      untyped: [],
      by: null,
    },
  ];
}

function plan(
  name: string,
  kind: ColumnKind,
  { required, must, absent }: ColumnForm,
  { name: from, type, cell, text }: SourceColumn,
  { format }: Source,
): PlannedCell | null {
  const { fromText, fromType, expected } = readers[kind];
  const isText = type === 'VARCHAR' || type === 'JSON' || format !== 'parquet';
  const read = isText ? fromText(text) : (fromType?.(type, cell) ?? null);
  if (read === null) return null;
  const blank = kind === 'text' ? `${text} is null or ${text} = ''` : `${text} is null`;
  const unread = `${text} is not null and (${read}) is null`;
  const broken = must ? [`coalesce(not (${must.hold(`(${read})`)}), false)`] : [];
  return {
    name,
    from,
    cell: absent === undefined ? read : `coalesce(${read}, ${absent})`,
    given: text,
    wrong: [...(required ? [blank] : []), unread, ...broken].map((one) => `(${one})`).join(' or '),
    expected: must?.expected ?? expected,
  };
}

/** A value as it is checked where it is a part of something else. */
const checked = ({ name: from, text, value: { wrong } }: Valued): PlannedCell => {
  return { name: '', from, cell: text, given: text, wrong, expected: readers.double.expected };
};

/** number, text and boolean of a fact whose value may be any of them. */
function valueCells(column: Valued): PlannedCell[] {
  const { number, text, boolean } = column.value;
  const value = checked(column);
  return [
    { ...value, name: 'number', cell: number },
    { ...value, name: 'text', cell: text, wrong: 'false' },
    { ...value, name: 'boolean', cell: boolean, wrong: 'false' },
  ];
}

/** The properties of an event, where columns of their own tell them. */
function propertyCells(table: TableName, planned: readonly PlannedCell[], extra: readonly Valued[]): PlannedCell[] {
  if (table !== 'events' || extra.length === 0) return [];
  const told = `json_object(${extra.map(({ name, value }) => `${literal(name)}, ${unless(value.wrong, value.json)}`).join(', ')})`;
  const given = planned.find(({ name }) => name === 'properties');
  if (!given) return [{ name: 'properties', from: '', cell: told, given: 'null', wrong: 'false', expected: '' }];
  return [{ ...given, cell: `json_merge_patch(${told}, coalesce(${given.cell}, cast('{}' as json)))` }];
}

function missing(
  table: TableName,
  { shown, columns, format, header }: Source,
  name: string,
  { says }: ColumnForm,
  mapped?: string,
): Fault {
  const names = [...columns.keys()];
  const wanted = mapped ?? name;
  const near = nearest(wanted, names);
  const found = names.map((one) => JSON.stringify(one)).join(', ');
  const likely = near ? ` Is it ${JSON.stringify(near)}?` : '';
  return {
    code: 'column-missing',
    file: shown,
    ...(format === 'csv' ? { line: header } : {}),
    column: wanted,
    message: `there is no column ${JSON.stringify(wanted)} (${says}); found ${found}.${likely} Say which it is with --map ${table}.${name}=${near ? quotedWord(near) : 'COLUMN'}.`,
  };
}

const quotedWord = (word: string): string => (/^[\w.-]+$/.test(word) ? word : quoted(word));
