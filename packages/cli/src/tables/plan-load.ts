import { type ColumnKind, type TableName, tables } from '../engines/table-rows.ts';
import { type Fault, Faults } from '../terminal/fault.ts';
import { nearest } from '../terminal/nearest.ts';
import { literal, quoted, readers } from './cells.ts';
import type { Source, SourceColumn } from './source.ts';
import { type ColumnForm, forms } from './table-forms.ts';

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
  readonly cells: readonly PlannedCell[];
  /** A condition on rows that are to be read; those of a fact that are null are not. */
  readonly only: string | null;
  /** Columns that the table has not, and what became of them; for a note. */
  readonly extra: readonly string[];
}

/**
 * Plans how a file fills a table. Columns that the table has not are facts in `accounts` and properties in `events`.
 * Throws Faults where a column that must be there is not, or has a type that it cannot be read from.
 */
export function planLoad(table: TableName, source: Source, mapping: Mapping): LoadPlan {
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
  const all = [...planned, ...(value ? valueCells(value) : []), ...propertyCells(table, planned, extra)];
  return {
    table,
    source,
    // Of two for one column, as with properties, the later holds.
    cells: [...new Map(all.map((cell) => [cell.name, cell])).values()],
    only: null,
    extra: extra.map(({ name }) => name),
  };
}

/** How the columns of an accounts file that `accounts` has not become facts without a date, each by its name. */
export function planFacts({ source, cells, extra }: LoadPlan): LoadPlan[] {
  const id = cells.find(({ name }) => name === 'id');
  return extra.flatMap((name) => {
    const column = source.columns.get(name);
    if (!id || !column) return [];
    const fact = { name: 'name', from: name, cell: literal(name), given: 'null', wrong: 'false', expected: '' };
    return [
      {
        table: 'facts',
        source,
        cells: [{ ...id, name: 'account_id' }, fact, ...valueCells(column)],
        only: `${column.text} is not null`,
        extra: [],
      },
    ];
  });
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

/** number, text and boolean of a fact whose value may be any of them. */
function valueCells({ name: from, scalar, text }: SourceColumn): PlannedCell[] {
  return (['number', 'text', 'boolean'] as const).map((name) => {
    return { name, from, cell: scalar[name], given: text, wrong: 'false', expected: '' };
  });
}

/** The properties of an event, where columns of their own tell them. */
function propertyCells(
  table: TableName,
  planned: readonly PlannedCell[],
  extra: readonly SourceColumn[],
): PlannedCell[] {
  if (table !== 'events' || extra.length === 0) return [];
  const told = `json_object(${extra.map(({ name, scalar }) => `${literal(name)}, ${scalar.json}`).join(', ')})`;
  const given = planned.find(({ name }) => name === 'properties');
  if (!given) return [{ name: 'properties', from: '', cell: told, given: 'null', wrong: 'false', expected: '' }];
  return [{ ...given, cell: `json_merge_patch(${told}, coalesce(${given.cell}, cast('{}' as json)))` }];
}

function missing(
  table: TableName,
  { shown, columns, format }: Source,
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
    ...(format === 'csv' ? { line: 1 } : {}),
    column: wanted,
    message: `there is no column ${JSON.stringify(wanted)} (${says}); found ${found}.${likely} Say which it is with --map ${table}.${name}=${near ? quotedWord(near) : 'COLUMN'}.`,
  };
}

const quotedWord = (word: string): string => (/^[\w.-]+$/.test(word) ? word : quoted(word));
