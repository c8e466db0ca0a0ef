import { HealthError } from '@hale/core';
import { dateReader, exampleOf } from './date-format.ts';
import type { Cell, Where } from './mapping.ts';
import { type Problems, quoted } from './problems.ts';
import type { CsvRow } from './read-csv.ts';

const truths = new Map([
  ['true', true],
  ['false', false],
]);

/** Reads one value from a row; null where the cell is empty, and where it is wrong, which is then noted. */
export type Read<T> = (row: CsvRow) => T | null;

/** What the cells of a file are read with. */
export interface Reading {
  readonly file: string;
  readonly columns: readonly string[];
  /** How its dates are written where a cell does not say so. */
  readonly date: string;
  readonly problems: Problems;
}

export type Value = string | number | boolean;

/** What a text may say: the value, or null where it says something else. */
interface Reader<T> {
  readonly expected: string;
  read(text: string): T | null;
}

type Column = Exclude<Cell, string | { constant: Value }>;

/** A value of the kind its mapping says, text where it says nothing. */
export function readValue(cell: Cell, reading: Reading): Read<Value> {
  if (isConstant(cell)) return () => cell.constant;
  const column = columnOf(cell);
  const { values } = column;
  return readColumn(column, reading, values ? oneOf(values) : readerOf(column), false);
}

/** Text of at most so many characters. */
export function readText(cell: Cell, reading: Reading, longest: number, required = false): Read<string> {
  return readAs(cell, reading, text(longest), required);
}

/** Milliseconds since 1970. */
export function readInstant(cell: Cell, reading: Reading, required = false): Read<number> {
  const format = (typeof cell === 'object' && 'date' in cell ? cell.date : undefined) ?? reading.date;
  return readAs(cell, reading, { expected: `a date ${exampleOf(format)}`, read: dateReader(format) }, required);
}

/** A number of at least `least`. */
export function readNumber(cell: Cell, reading: Reading, least: number): Read<number> {
  const column = isConstant(cell) ? null : columnOf(cell);
  return readAs(
    cell,
    reading,
    number({ ...column, least: Math.max(least, column?.least ?? least), whole: column?.as === 'whole' }),
    false,
  );
}

/** Whether the cells a condition names hold what it says. */
export function readWhere(where: Where | undefined, reading: Reading): (row: CsvRow) => boolean {
  const conditions = Object.entries(where ?? {}).map(([column, wanted]) => ({
    read: readColumn({ column }, reading, text(Number.POSITIVE_INFINITY), false),
    wanted: new Set(typeof wanted === 'string' ? [wanted] : wanted),
  }));
  return (row) => conditions.every(({ read, wanted }) => wanted.has(read(row) ?? ''));
}

/** The column a cell is read from, for messages; null for a constant. */
export function columnName(cell: Cell): string | null {
  return isConstant(cell) ? null : columnOf(cell).column;
}

function readAs<T>(cell: Cell, reading: Reading, reader: Reader<T>, required: boolean): Read<T> {
  if (isConstant(cell)) {
    const constant = reader.read(String(cell.constant));
    if (constant !== null) return () => constant;
    const message = `The mapping of ${reading.file} must have ${reader.expected} as a constant here, not ${quoted(String(cell.constant))}.`;
    throw new HealthError({ code: 'constant', path: reading.file, message });
  }
  const column = columnOf(cell);
  const { values } = column;
  if (!values) return readColumn(column, reading, reader, required);
  const { expected, read } = oneOf(values);
  const mapped = { expected, read: (given: string) => then(read(given), (value) => reader.read(String(value))) };
  return readColumn(column, reading, mapped, required);
}

function readColumn<T>({ column }: Column, reading: Reading, reader: Reader<T>, required: boolean): Read<T> {
  const { file, columns, problems } = reading;
  const place = columns.indexOf(column);
  if (place < 0) {
    const found = columns.map(quoted).join(', ') || 'none';
    problems.add('no-column', { file, line: 1 }, `a column ${quoted(column)}`, found);
    return () => null;
  }
  return ({ line, cells }) => {
    const given = (cells[place] ?? '').trim();
    if (given === '' && !required) return null;
    const value = given === '' ? null : reader.read(given);
    if (value === null) problems.add('cell', { file, line, column }, reader.expected, quoted(given));
    return value;
  };
}

function readerOf(column: Column): Reader<Value> {
  switch (column.as) {
    case 'number':
    case 'whole':
      return number({ ...column, whole: column.as === 'whole' });
    case 'boolean':
      return boolean;
    default:
      return text(2000);
  }
}

function number({
  whole,
  least = -Infinity,
  most = Infinity,
}: {
  whole: boolean;
  least?: number | undefined;
  most?: number | undefined;
}): Reader<number> {
  const bounds = [
    least > -Infinity && most < Infinity && ` from ${least} to ${most}`,
    least > -Infinity && most === Infinity && ` of at least ${least}`,
    least === -Infinity && most < Infinity && ` of at most ${most}`,
  ];
  return {
    expected: `a ${whole ? 'whole ' : ''}number${bounds.find(Boolean) || ''}`,
    read(given) {
      if (!/^[+-]?\d+(\.\d+)?([eE][+-]?\d{1,3})?$/.test(given)) return null;
      const value = Number(given);
      const fits = Number.isFinite(value) && value >= least && value <= most && (!whole || Number.isSafeInteger(value));
      return fits ? value : null;
    },
  };
}

const text = (longest: number): Reader<string> => ({
  expected: `text of 1 to ${longest} characters`,
  read: (given) => (given.length <= longest ? given : null),
});

const boolean: Reader<boolean> = {
  expected: 'true or false',
  read: (given) => truths.get(given.toLowerCase()) ?? null,
};

function oneOf(values: Readonly<Record<string, Value>>): Reader<Value> {
  const meanings = new Map(Object.entries(values));
  return {
    expected: `one of ${[...meanings.keys()].map(quoted).join(', ')}`,
    read: (given) => meanings.get(given) ?? null,
  };
}

const isConstant = (cell: Cell): cell is { constant: Value } => typeof cell === 'object' && 'constant' in cell;
const columnOf = (cell: Exclude<Cell, { constant: Value }>): Column =>
  typeof cell === 'string' ? { column: cell } : cell;
const then = <A, B>(value: A | null, next: (value: A) => B | null): B | null => (value === null ? null : next(value));
