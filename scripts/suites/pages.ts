import { join, relative, sep } from 'node:path';
import type { Engine } from '../browsers/find.ts';
import { root, shown } from '../workspace.ts';

/** What one page runs: a few test files of units together, or one that has the page to itself. */
export interface Page {
  /** The test file in whose place it is served: the first of its files. */
  readonly file: string;
  readonly files: readonly string[];
  /** As people read it. */
  readonly name: string;
}

/** Pages, and the engines that open them. */
export interface Pages {
  readonly engines: readonly Engine[];
  readonly pages: readonly Page[];
}

const units = join(root, 'packages', 'core', 'src');
const isUnit = (file: string) => file.startsWith(units + sep);

/** More of them in one page would keep it silent for longer than it is waited for. */
const mostInOnePage = 10;

/**
 * Which pages the engines open. Units of the core touch no page, and opening one takes longer than they do: those of a
 * room share them. Where another engine runs too, Chromium leaves them out: Node has run them on the same V8.
 */
export function pagesOf(files: readonly string[], wanted: readonly Engine[]): Pages[] {
  const rooms = new Map<string, string[]>();
  for (const file of files.filter(isUnit)) {
    const [room = ''] = relative(units, file).split(sep);
    rooms.set(room, [...(rooms.get(room) ?? []), file]);
  }
  const shared = [...rooms.values()].flatMap((tests) =>
    Array.from({ length: Math.ceil(tests.length / mostInOnePage) }, (_, place) =>
      pageOf(tests.slice(place * mostInOnePage, (place + 1) * mostInOnePage)),
    ),
  );
  return [
    { engines: wanted, pages: files.filter((file) => !isUnit(file)).map((file) => pageOf([file])) },
    { engines: wanted.length > 1 ? wanted.filter((engine) => engine !== 'chromium') : wanted, pages: shared },
  ].filter(({ pages }) => pages.length > 0);
}

function pageOf(files: readonly string[]): Page {
  const [file = ''] = files;
  return { file, files, name: files.length === 1 ? shown(file) : `${shown(file)} and ${files.length - 1} beside it` };
}
