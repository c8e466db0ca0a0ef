import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBResultReader,
  DuckDBTimestampValue,
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
  INTEGER,
  JSDuckDBValueConverter,
  LIST,
  listValue,
  SQLNULL,
  TIMESTAMP,
  VARCHAR,
} from '@duckdb/node-api';

/** A value as a query gives it: what JSON can hold. */
export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

/** What a query may be given. A Date is an instant; a list is for `= ANY($1)`. */
export type Parameter = string | number | boolean | null | Date | readonly string[] | readonly number[];

/** By place (`$1`, `$2`) or by name (`$account`). */
export type Parameters = readonly Parameter[] | Readonly<Record<string, Parameter>>;

/** An instant, given in milliseconds since 1970, as the database keeps it. */
export function timestamp(milliseconds: number): DuckDBTimestampValue {
  return new DuckDBTimestampValue(BigInt(milliseconds) * 1000n);
}

/**
 * The columns of a result as plain values: instants in ISO 8601 in UTC, JSON as what it says, whole numbers as
 * numbers (a RangeError where they would lose digits), infinities and NaN as null.
 */
export function plainColumns(reader: DuckDBResultReader): Plain[][] {
  return reader.convertColumns(toPlain).map((column, place) => {
    // JSON is text under another name, which only the result's own types tell.
    const isJson = reader.columnType(place).alias === 'JSON';
    return isJson ? column.map((text) => (typeof text === 'string' ? JSON.parse(text) : null)) : column;
  });
}

function toPlain(value: DuckDBValue, type: DuckDBType): Plain {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return wholeNumber(value);
  if (type.typeId === DuckDBTypeId.DATE) return String(value);
  const plain = JSDuckDBValueConverter(value, type, (item, itemType) => toPlain(item, itemType));
  // The converter's other results are booleans, lists and structs, whose items came back through this function.
  return plain instanceof Date ? plain.toISOString() : (plain as Plain);
}

function wholeNumber(value: bigint): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new RangeError(`${value} is too large for a number without loss: cast it to DOUBLE or VARCHAR in the query.`);
}

/** Parameters as the driver takes them: values and, apart, their types. */
export function bind(parameters: Parameters) {
  if (isByPlace(parameters)) return { values: parameters.map(toDatabase), types: parameters.map(typeOf) };
  const entries = Object.entries(parameters);
  return {
    values: Object.fromEntries(entries.map(([name, value]) => [name, toDatabase(value)])),
    types: Object.fromEntries(entries.map(([name, value]) => [name, typeOf(value)])),
  };
}

function isByPlace(parameters: Parameters): parameters is readonly Parameter[] {
  return Array.isArray(parameters);
}

function toDatabase(value: Parameter): DuckDBValue {
  if (value instanceof Date) return timestamp(value.getTime());
  return value !== null && typeof value === 'object' ? listValue([...value]) : value;
}

function typeOf(value: Parameter): DuckDBType {
  if (value === null) return SQLNULL;
  if (typeof value === 'string') return VARCHAR;
  if (typeof value === 'boolean') return BOOLEAN;
  if (typeof value === 'number')
    return !Number.isInteger(value) ? DOUBLE : Math.abs(value) < 2 ** 31 ? INTEGER : BIGINT;
  if (value instanceof Date) return TIMESTAMP;
  return LIST(value.length === 0 ? SQLNULL : typeof value[0] === 'number' ? DOUBLE : VARCHAR);
}
