/** One thing that is wrong: a stable code, where it is (`dimensions[1].weight`, empty for the whole), and a sentence. */
export interface Issue {
  readonly code: string;
  readonly path: string;
  /** What, where, what was expected, what was given, how to mend it. */
  readonly message: string;
}

/**
 * The only error Hale throws on purpose. `code` and `path` are those of the first issue;
 * `issues` holds all of them, so that a wrong document is told everything at once.
 */
export class HealthError extends Error {
  override readonly name = 'HealthError';
  readonly code: string;
  readonly path: string;
  readonly issues: readonly Issue[];

  constructor(issues: Issue | readonly Issue[]) {
    const all = 'code' in issues ? [issues] : issues;
    const [first] = all;
    if (!first) throw new TypeError('HealthError needs at least one issue');
    super(all.map((issue) => issue.message).join('\n'));
    this.code = first.code;
    this.path = first.path;
    this.issues = all;
  }
}

const shown = 80;

/** A value as an error message shows it: JSON, cut at 80 characters; never throws. */
export function given(value: unknown): string {
  try {
    return shownAs(value);
  } catch {
    return 'something that cannot be read';
  }
}

function shownAs(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (value !== null && typeof value === 'object') return 'an object';
  // The longest texts are not gone through for their first few words.
  const text = JSON.stringify(typeof value === 'string' ? value.slice(0, shown + 1) : value) ?? typeof value;
  return text.length > shown ? `${text.slice(0, shown)}…` : text;
}

/** A path as a reader would write it: `['dimensions', 1, 'weight']` is `dimensions[1].weight`. */
export function formatPath(path: readonly PropertyKey[]): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(String(part))) text += text ? `.${String(part)}` : String(part);
    else text += `[${given(String(part))}]`;
  }
  return text;
}
