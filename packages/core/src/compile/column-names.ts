/** Postgres cuts longer names off, and then takes two for one. */
const mostBytes = 63;

/**
 * Names of columns that need no quotes and tell what they are: ids in small letters, words joined by `_`, at most 63
 * bytes, each once whether or not an engine heeds case. Where two ids come to the same name, the later one gets a number.
 */
export class ColumnNames {
  readonly #taken = new Set<string>();
  /** The last number that was given to a name; all before it are taken. */
  readonly #last = new Map<string, number>();

  /** A name for a part of something: `metric`, its id, `points`. */
  take(kind: string, id = '', part = ''): string {
    const [head, tail] = [`${kind}_`, part && `_${cut(wordsOf(part), 24)}`];
    const words = cut(wordsOf(id), mostBytes);
    const numbered = (nth: number): string => {
      const end = (nth > 1 ? `_${nth}` : '') + tail;
      return id === '' ? kind : `${head}${cut(words, mostBytes - bytesOf(head + end))}${end}`;
    };
    const plain = numbered(1);
    for (let nth = (this.#last.get(plain) ?? 0) + 1; ; nth++) {
      const found = numbered(nth);
      if (this.#taken.has(found)) continue;
      this.#taken.add(found);
      this.#last.set(plain, nth);
      return found;
    }
  }
}

const wordsOf = (id: string): string =>
  id
    .normalize('NFC')
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, '_')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');

/** As many characters from the beginning as fit into so many bytes of UTF-8. */
function cut(text: string, bytes: number): string {
  let kept = '';
  let left = bytes;
  for (const character of text) {
    left -= bytesIn(character);
    if (left < 0) break;
    kept += character;
  }
  return kept;
}

const bytesOf = (text: string): number => [...text].reduce((bytes, character) => bytes + bytesIn(character), 0);

function bytesIn(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
