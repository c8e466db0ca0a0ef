import * as z from 'zod/mini';
import { formatPath, given, HealthError, type Issue } from '../errors.ts';
import { mostFaults as most } from './few-faults.ts';

/** What is said of a name that is none of those there are; nothing, where what is parsed was not written by hand. */
export type Suggest = (name: unknown, known: readonly unknown[]) => string;

const nothing: Suggest = () => '';

/**
 * Parses `value` with `schema`, naming the document as `what` in messages.
 * Throws a HealthError that carries up to 50 issues, each with its path, what was expected and what was given.
 */
export function parse<T>(schema: z.ZodMiniType<T>, value: unknown, what: string, suggest?: Suggest): T {
  const parsed = attempt(schema, value, what, suggest);
  if ('data' in parsed) return parsed.data;
  throw new HealthError(parsed.issues);
}

/** What a document turned out to be, or what is wrong with it: as it is told, and as zod tells it. */
export type Parsed<T> = { readonly data: T } | Refused;

/** What is wrong with a document, in up to 50 issues, and all that zod found. */
export interface Refused {
  readonly issues: readonly Issue[];
  readonly faults: readonly z.core.$ZodIssue[];
}

/** The same without throwing what is wrong. Throws a HealthError for what cannot be looked at. */
export const attempt = <T>(schema: z.ZodMiniType<T>, value: unknown, what: string, suggest = nothing): Parsed<T> =>
  readable(() => {
    // No words of zod's own: what a schema says for itself is then all there is in a message.
    const result = z.safeParse(schema, value, { error: keysThereAre });
    if (result.success) return { data: result.data };
    const faults = result.error.issues;
    return {
      faults,
      issues: faults
        .slice(0, most)
        .flatMap((issue) => toIssues(issue, value, what, suggest))
        .slice(0, most),
    };
  }, what);

/** The keys an object may have, for one that it may not: no other place is told which schema refused it. */
const keysThereAre = ({ code, inst }: z.core.$ZodRawIssue): string => {
  // Sound: only the schemas of objects refuse keys.
  const { shape = {} } = (inst as z.ZodMiniObject | undefined)?._zod.def ?? {};
  return code === 'unrecognized_keys' ? Object.keys(shape).join('\n') : '';
};

/** Looks at what came from outside. What throws when it is looked at, or is nested without end, is refused. */
export function readable<T>(look: () => T, what: string): T {
  try {
    return look();
  } catch (error) {
    if (error instanceof HealthError) throw error;
    throw new HealthError({
      code: 'unreadable',
      path: '',
      message: `${what} must be plain JSON: this is nested too deep, wrong in too many places, or throws when it is looked at.`,
    });
  }
}

function toIssues(issue: z.core.$ZodIssue, root: unknown, what: string, suggest: Suggest): Issue[] {
  if (issue.code === 'invalid_union') {
    // A branch that takes this type of value is the one the author meant; of several, the one that got furthest.
    const [branch] = issue.errors
      .filter((errors) => !errors.some(isOfAnotherType))
      .toSorted((a, b) => depth(b) - depth(a) || a.length - b.length);
    if (branch?.length) {
      return branch.flatMap((inner) =>
        toIssues({ ...inner, path: [...issue.path, ...inner.path] }, root, what, suggest),
      );
    }
  }
  const path = formatPath(issue.path);
  const where = path || what;
  const input = at(root, issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, most).map((key) => ({
      code: 'unknown-key',
      path: formatPath([...issue.path, key]),
      message: `${where} has no key ${given(key)}: remove it or mend its spelling.${suggest(key, issue.message.split('\n'))}`,
    }));
  }
  // A check of our own says in its words what must be so, and which it is.
  if (issue.code === 'custom') {
    return [{ code: String(issue.params?.code ?? 'custom'), path, message: `${where} must ${issue.message}.` }];
  }
  const choices = choicesOf(issue);
  return [
    {
      code: issue.code.replaceAll('_', '-'),
      path,
      message: `${where} must be ${expected(issue)}, not ${given(input)}.${choices[1] === undefined ? '' : suggest(input, choices)}`,
    },
  ];
}

/** Whether an issue is that the whole value is of another type, rather than that something about it is wrong. */
const isOfAnotherType = ({ code, path }: z.core.$ZodIssue): boolean =>
  !path.length && (code === 'invalid_type' || code === 'invalid_value' || code === 'invalid_union');

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return issues.reduce((deepest, issue) => Math.max(deepest, issue.path.length), 0);
}

function at(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const key of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

function expected(issue: z.core.$ZodIssue): string {
  if (issue.message) return issue.message;
  const values = choicesOf(issue);
  if (values.length) return oneOf(values);
  switch (issue.code) {
    case 'invalid_type':
      return nouns[issue.expected] ?? issue.expected;
    case 'too_small':
      return bound(issue.inclusive ? 'at least' : 'more than', issue.minimum, issue.origin);
    case 'too_big':
      return bound(issue.inclusive ? 'at most' : 'less than', issue.maximum, issue.origin);
    case 'invalid_format':
      return `text in the form ${issue.format}`;
    case 'invalid_union':
      return either([...new Set(choices(issue))]);
    default:
      return 'valid';
  }
}

/** What a value may be, where it is one of a few; zod's types leave out those of a union told apart by a key. */
const choicesOf = (issue: z.core.$ZodIssue): readonly unknown[] =>
  issue.code === 'invalid_value'
    ? issue.values
    : 'options' in issue && Array.isArray(issue.options)
      ? issue.options
      : [];

const oneOf = (values: readonly unknown[]): string =>
  `${values.length === 1 ? '' : 'one of '}${values.map(given).join(', ')}`;

/** What each branch of a union expects, and of the unions in it. */
const choices = (issue: z.core.$ZodIssue): string[] =>
  issue.code === 'invalid_union' ? issue.errors.flat().filter(isOfAnotherType).flatMap(choices) : [expected(issue)];

/** "a or b"; "a, b, or c". */
const either = (words: readonly string[]): string =>
  words.join(', ').replace(/, ([^,]*)$/, words.length > 2 ? ', or $1' : ' or $1');

const nouns: Record<string, string> = {
  string: 'text',
  number: 'a finite number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

/** "at most 100"; "of at most 12 items" for what is counted. */
function bound(words: string, edge: number | bigint, origin: string): string {
  const thing = origin === 'array' ? 'item' : origin === 'string' && 'character';
  return thing ? `of ${words} ${edge} ${thing}${edge === 1 ? '' : 's'}` : `${words} ${edge}`;
}
