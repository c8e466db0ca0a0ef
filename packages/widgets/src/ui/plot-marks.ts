// What plots have beside them as `DataTable` and `PlotReader` have it, for what is drawn without templates.
import type { DataTable } from './data-table.ts';
import type { LocaleController } from './locale-controller.ts';
import type { Mark } from './marks.ts';
import type { KeyHelp, PlotReader, PlotWords } from './plot-reader.ts';
import { tableMessages } from './table.messages.ts';

/** A plot that can be read, behind its description. */
export function readMarks(reader: PlotReader, plot: Mark, { label, description, say }: PlotWords): Mark[] {
  const [now, last] = reader.range;
  const id = 'description';
  const slider = {
    class: 'plot',
    part: 'plot',
    role: 'slider',
    tabindex: 0,
    'aria-label': label,
    'aria-describedby': id,
    'aria-valuemin': 0,
    'aria-valuemax': last,
    'aria-valuenow': now,
    'aria-valuetext': last < 0 ? null : say(reader.place),
    onkeydown: reader.key,
    onfocus: reader.attend,
    onblur: reader.leave,
    onpointermove: reader.move,
    onpointerleave: reader.leave,
  };
  return [
    ['p', { class: 'unseen', id, part: id }, description],
    ['div', slider, plot],
  ];
}

/** The words that open and close a table. */
export function toggleMark(table: DataTable, locale: LocaleController): Mark {
  const { hide, show } = locale.say(tableMessages);
  const shape = { class: 'link press', part: 'table-toggle', type: 'button', onclick: table.press };
  return ['button', { ...shape, 'aria-expanded': `${table.isOpen}` }, table.isOpen ? hide : show];
}

/** Which keys read a plot: a place for them, filled while the plot has the keyboard. */
export const keyMarks = (reader: PlotReader, keys: KeyHelp): Mark => [
  'p',
  { class: 'small keys', part: 'keys' },
  ...(reader.hasKeyboard ? keys : []).map(
    ([names, does]): Mark => ['span', {}, ...names.map((name): Mark => ['kbd', {}, name]), does],
  ),
];
