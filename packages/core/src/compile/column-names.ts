/** Postgres cuts longer names off, and then takes two for one. */
const mostBytes = 63;

/**
 * Names of columns that need no quotes and tell what they are: ids in small letters, words joined by `_`, at most 63
 * bytes, each once whether or not an engine heeds case. Where two ids come to the same name, the later one gets a number.
 */
export class ColumnNames {
  readonly #taken = new Set<string>();

  /** A name for a part of something: `metric`, its id, `points`. */
  take(kind: string, id = '', part = ''): string {
    const [head, tail] = [`${kind}_`, part && `_${cut(wordsOf(part), 24)}`];
    const words = wordsOf(id);
    for (let nth = 1; ; nth++) {
      const end = (nth > 1 ? `_${nth}` : '') + tail;
      const found = id === '' ? kind : `${head}${cut(words, mostBytes - bytesOf(head + end))}${end}`;
      if (this.#taken.has(found)) continue;
      this.#taken.add(found);
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
  for (const character of text) {
    if (bytesOf(kept) + bytesOf(character) > bytes) break;
    kept += character;
  }
  return kept;
}

const bytesOf = (text: string): number =>
  [...text].reduce((bytes, character) => {
    const code = character.codePointAt(0) ?? 0;
    return bytes + (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);
  }, 0);
