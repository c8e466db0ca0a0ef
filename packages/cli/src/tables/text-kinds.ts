import { literal } from './cells.ts';
import type { Query, Source, SourceColumn } from './source.ts';

/** What makes a text a number, as JSON writes one. */
const numberForm = '-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?';

/**
 * True where a text is a number that a double holds: one with more digits before its point than a double keeps, or that
 * would come to infinity or to nothing, is text, and so is what begins with a nought, such as 0815.
 */
function isNumber(text: string): string {
  const double = `try_cast(${text} as double)`;
  const isWhole = `length(${text}) <= 15 or contains(${text}, '.') or try_cast(${text} as hugeint) = try_cast(${double} as hugeint)`;
  const isKept = `isfinite(${double}) and (${double} <> 0 or regexp_full_match(${text}, '-?0(\\.0+)?([eE].*)?'))`;
  return `(regexp_full_match(${text}, '${numberForm}') and ${isKept} and coalesce(${isWhole}, false))`;
}

const isBoolean = (text: string): string => `${text} in ('true', 'false')`;

/** What the cells of one column are, among the rows that share a name. */
interface Counts {
  cells: number;
  numbers: number;
  booleans: number;
  /** One that is no number; null where there is none. */
  word: string | null;
}

/** Conditions on a row under which a text column holds numbers, or booleans. */
export interface TextKind {
  readonly number: string;
  readonly boolean: string;
}

/**
 * What the text columns of a table's files hold. All cells of a column are of one type, so that `01234` and `12345` can
 * be compared: numbers where all are, booleans where all are, text otherwise. Facts and events are told apart by their names
 * first, for a column such as `value` has something else for each.
 */
export class TextKinds {
  readonly #columns = new Map<string, Map<string, Counts>>();

  /** Looks at columns of a file; `by` is the expression that names a row, null where rows have no names. */
  async look(source: Source, columns: readonly SourceColumn[], by: string | null, query: Query): Promise<void> {
    if (columns.length === 0) return;
    for (const { name, by: key, ...found } of await counted(source, columns, by, query)) {
      const groups = this.#columns.get(name) ?? new Map<string, Counts>();
      this.#columns.set(name, groups);
      const before = groups.get(key) ?? { cells: 0, numbers: 0, booleans: 0, word: null };
      groups.set(key, {
        cells: before.cells + found.cells,
        numbers: before.numbers + found.numbers,
        booleans: before.booleans + found.booleans,
        word: before.word ?? found.word,
      });
    }
  }

  /** When a cell of this column is a number or a boolean; text that was not looked at is text. */
  of(column: string, by: string | null): TextKind {
    const groups = [...(this.#columns.get(column) ?? [])].filter(([, { cells }]) => cells > 0);
    const where = (holds: (counts: Counts) => boolean): string => {
      const names = groups.filter(([, counts]) => holds(counts)).map(([name]) => name);
      if (names.length === 0) return 'false';
      if (by === null || names.length === groups.length) return 'true';
      return `coalesce(${by} in (${names.map(literal).join(', ')}), false)`;
    };
    return {
      number: where(({ cells, numbers }) => numbers === cells),
      boolean: where(({ cells, booleans }) => booleans === cells),
    };
  }

  /** Columns that would hold numbers, but for a cell: as sentences, the first few. */
  notes(table: string): string[] {
    const mixed = [...this.#columns].flatMap(([column, groups]) =>
      [...groups].flatMap(([name, { cells, numbers, word }]) => {
        if (numbers === 0 || numbers === cells) return [];
        const what = [column, ...(name === '' ? [] : [`of ${JSON.stringify(name)}`])].join(' ');
        return [
          `${table}: ${what} is text, for ${cells - numbers} of ${cells} are no numbers, such as ${brief(word)}.`,
        ];
      }),
    );
    if (mixed.length <= mostNotes) return mixed;
    return [
      ...mixed.slice(0, mostNotes),
      `${table}: ${mixed.length - mostNotes} more columns are text for such a cell.`,
    ];
  }
}

type Found = Counts & { readonly name: string; readonly by: string };

/** What the cells of these columns are, in one pass over the file. */
async function counted(
  { relation }: Source,
  columns: readonly SourceColumn[],
  by: string | null,
  query: Query,
): Promise<Found[]> {
  const count = (text: string, number: string, boolean: string, place = '') => `count(${text}) as cells${place},
    count(*) filter (${number}) as numbers${place}, count(*) filter (${boolean}) as booleans${place},
    min(${text}) filter (not ${number}) as word${place}`;
  const found = (row: Record<string, unknown>, name: string, place: number | string): Found => ({
    name,
    by: String(row.by ?? ''),
    cells: Number(row[`cells${place}`]),
    numbers: Number(row[`numbers${place}`]),
    booleans: Number(row[`booleans${place}`]),
    word: row[`word${place}`] as string | null,
  });
  if (by === null) {
    // A table may have hundreds of columns, for which as many counts side by side take ten times as long.
    const cells = columns.map(({ text }, place) => `{'place': ${place}, 'text': ${text}}`);
    const rows = await query(
      `select place, ${count('text', 'number', 'boolean')} from (
         select cell.place as place, cell.text as text, ${isNumber('cell.text')} as number, ${isBoolean('cell.text')} as boolean
         from (select unnest([${cells.join(', ')}]) as cell from ${relation}) where cell.text is not null
       ) group by place order by place`,
    );
    return rows.map((row) => found(row, columns[Number(row.place)]?.name ?? '', ''));
  }
  const cells = columns.map(
    ({ text }, n) => `${text} as text${n}, ${isNumber(text)} as number${n}, ${isBoolean(text)} as boolean${n}`,
  );
  const counts = columns.map((_, n) => count(`text${n}`, `number${n}`, `boolean${n}`, String(n)));
  const rows = await query(
    `select "by", ${counts.join(', ')} from (select ${by} as "by", ${cells.join(', ')} from ${relation}) group by "by" order by "by"`,
  );
  return rows.flatMap((row) => columns.map(({ name }, place) => found(row, name, place)));
}

const mostNotes = 5;

const brief = (word: string | null): string =>
  JSON.stringify(word !== null && word.length > 40 ? `${word.slice(0, 40)}…` : word);
