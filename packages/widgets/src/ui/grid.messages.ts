import { defineMessages } from './messages.ts';
import { noun } from './noun.ts';

/** The words of figures in a grid, as the heat map shows them. Figures come as written, counts before them where a form is chosen by one. */
export const heatMessages = defineMessages('heat-map', {
  title: 'Feature use',
  weeks: (label: string, shown: string, count: number) => `${label}, ${shown} ${noun(count, 'week')}`,

  most: (row: string) => `${row} is used most`,
  least: (said: string, row: string) => `${said}, ${row} least`,
  unused: (said: string, rows: string) => `${said}; ${rows} not at all`,
  others: (shown: string) => `${shown} more`,
  /** A list of names. */
  list: (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names),
  none: 'Nothing is in use',
  unmeasured: 'Not measured',
  unknown: 'Not part of this report',

  all: 'all',
  missing: 'n/a',
  less: (figure: string) => `<${figure}`,
  steps: (share: string) => `steps of ${share}`,
  fifths: (most: string) => `five steps up to ${most}`,
  notMeasured: 'not measured',
  moreRows: (shown: string) => `and ${shown} more`,
  columnsShown: (shown: string, of: string) => `${shown} of ${of} columns; all are in the table`,

  reading: (row: string, column: string, figure: string) => `${row}, ${column}: ${figure}`,
  week: (day: string) => `week of ${day}`,
  summary: (rows: string, columns: string) => `Rows: ${rows}; columns: ${columns}; most used first.`,
  row: (row: string, figure: string) => `${row}: ${figure}.`,

  read: (title: string) => `${title}: read cell by cell`,
  move: 'column',
  moveRow: 'row',
  ends: 'ends',
  leave: 'leave',

  table: (title: string) => `${title}, as a table`,
  name: 'Feature',
});
