import { formatPath, type Issue } from '@hale/core';
import { type Node, type ParseError, type ParseErrorCode, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type Fault, Faults } from '../terminal/fault.ts';
import { readText, shownName } from './read-text.ts';

/** A JSON document that knows where in its file everything stands. */
export interface JsonDocument {
  readonly file: string;
  readonly value: unknown;
  /** Keys that an object has twice: only the last counts, which is hardly meant. */
  readonly twice: readonly Fault[];
  /** An issue with the line and the character of what it is about, or of the nearest thing around it that is there. */
  locate(issue: Issue): Fault;
  /** The lines that the items of a list begin on; none where the document is no list. */
  items(): { line: number }[];
}

/** What each kind of fault in the text is called, by jsonc-parser's names for them. */
const sentences: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is no JSON: expected a text in double quotes, a number, true, false, null, an object or a list.',
  InvalidNumberFormat: 'this is no number that JSON can write.',
  PropertyNameExpected: 'expected a key in double quotes here; a comma before a closing brace is one too many.',
  ValueExpected: 'expected a value here; a comma before a closing bracket is one too many.',
  ColonExpected: 'expected a colon between a key and its value.',
  CommaExpected: 'expected a comma between two items.',
  CloseBraceExpected: 'expected a closing brace: an object ends here without one.',
  CloseBracketExpected: 'expected a closing bracket: a list ends here without one.',
  EndOfFileExpected: 'expected nothing more: the document has ended.',
  InvalidCommentToken: 'JSON has no comments: take it out, or say it in a key such as "intent" or "label".',
  UnexpectedEndOfComment: 'JSON has no comments, and this one does not end.',
  UnexpectedEndOfString: 'this text does not end: expected a closing double quote in its line.',
  UnexpectedEndOfNumber: 'this number ends before its digits.',
  InvalidUnicode: 'expected four hexadecimal digits after \\u.',
  InvalidEscapeCharacter: 'this character cannot follow a backslash in JSON.',
  InvalidCharacter: 'a text in JSON cannot hold this character as it is: write it with a backslash.',
};

/** Reads a JSON file; `-` is standard input. Throws Faults with everything that keeps it from being JSON. */
export function readJson(file: string): JsonDocument {
  return parseJson(readText(file), shownName(file));
}

/** The same from its text. */
export function parseJson(text: string, file: string): JsonDocument {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const lines = lineStarts(text);
  const at = (offset: number) => ({ file, ...placeIn(lines, offset) });
  if (errors.length > 0 || !root) {
    const told = errors.length > 0 ? errors : [{ error: 4 as ParseErrorCode, offset: 0, length: 0 }];
    throw new Faults(firstOfEachLine(told.map(({ error, offset }) => ({ ...at(offset), ...say(error, text) }))));
  }
  return {
    file,
    value: parsed(text, root, at),
    twice: [...keysTwice(root)].map(({ offset, value }) => ({
      code: 'key-twice',
      ...at(offset),
      message: `the key ${JSON.stringify(value)} stands here for the second time, and only the last counts: remove one.`,
    })),
    items: () => (root.type === 'array' ? (root.children ?? []).map(({ offset }) => placeIn(lines, offset)) : []),
    locate(issue) {
      return { ...issue, ...at(nodeOf(root, issue).offset) };
    },
  };
}

function say(error: ParseErrorCode, text: string): Pick<Fault, 'code' | 'message'> {
  const name = printParseErrorCode(error);
  const message = text.trim() === '' ? 'the file is empty: expected a JSON document.' : sentences[name];
  return { code: 'json', message: message ?? `this is no JSON (${name}).` };
}

/** What follows a fault in the same line is most often of its making. */
function firstOfEachLine(faults: readonly Fault[]): Fault[] {
  const told = faults.filter(({ line }, place) => faults.findIndex((one) => one.line === line) === place);
  return told.slice(0, 20);
}

/** The value as JSON.parse gives it, which keeps a key such as `__proto__` a key. */
function parsed(text: string, root: Node, at: (offset: number) => Pick<Fault, 'file'>): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    // The parser above is more lenient in a few places, of which it does not tell.
    throw new Faults({ code: 'json', ...at(root.offset), message: `this is no JSON: ${(error as Error).message}.` });
  }
}

function* keysTwice(node: Node): Generator<Node> {
  const seen = new Set<unknown>();
  for (const child of node.children ?? []) {
    const [key] = child.children ?? [];
    if (node.type === 'object' && key) {
      if (seen.has(key.value)) yield key;
      seen.add(key.value);
    }
    yield* keysTwice(child);
  }
}

/** The node at a path as the core writes it, or the one nearest around it. A key that should not be there is its own node. */
function nodeOf(root: Node, { code, path }: Issue): Node {
  let node = root;
  let rest = path;
  while (rest !== '') {
    const next = (node.children ?? [])
      .map((child, index) => step(node, child, index))
      .find(({ name }) => begins(rest, name));
    if (!next) return node;
    node = next.node;
    rest = rest.slice(next.name.length).replace(/^\./, '');
  }
  const { parent, type } = node;
  // Of what is long, its key says more than its opening brace.
  return parent?.type === 'property' && (code === 'unknown-key' || type === 'object' || type === 'array')
    ? (parent.children?.[0] ?? node)
    : node;
}

/** A part of a path and the node it leads to: `weight`, `[1]`. */
function step(node: Node, child: Node, index: number): { name: string; node: Node } {
  if (node.type === 'array') return { name: `[${index}]`, node: child };
  const [key, value] = child.children ?? [];
  return { name: formatPath([String(key?.value)]), node: value ?? child };
}

/** Whether a path begins with this part, and not only with its first letters. */
const begins = (path: string, part: string): boolean =>
  path.startsWith(part) && (path.length === part.length || '.['.includes(path.charAt(part.length)));

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ 0: end, index }) => index + end.length)];
}

function placeIn(starts: readonly number[], offset: number): { line: number; character: number } {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, character: offset - (starts[low] ?? 0) + 1 };
}
