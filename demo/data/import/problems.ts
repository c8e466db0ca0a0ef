import { HealthError, type Issue } from '@hale/core';

/** A place in a file. */
export interface Place {
  readonly file: string;
  /** Counted from 1, the header included; a row over several lines is named by its first. */
  readonly line: number;
  readonly column?: string;
}

/** Collects what is wrong with the files, so that a reader is told many things at once and not one by one. */
export class Problems {
  readonly #issues: Issue[] = [];
  readonly #most: number;

  constructor(most = 20) {
    this.#most = most;
  }

  get count(): number {
    return this.#issues.length;
  }

  /** Notes a problem. Throws all of them when there are as many as anyone will read. */
  add(code: string, { file, line, column }: Place, expected: string, found: string): void {
    const where = column === undefined ? `${file} line ${line}` : `${file} line ${line}, column ${quoted(column)}`;
    this.#issues.push({
      code,
      path: column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`,
      message: `${where}: expected ${expected}, given ${found}.`,
    });
    if (this.#issues.length < this.#most) return;
    const message = `Reading stopped after ${this.#most} problems; there may be more.`;
    throw new HealthError([...this.#issues, { code: 'stopped', path: file, message }]);
  }

  /** Throws a HealthError with all problems, if there are any. */
  throwIfAny(): void {
    if (this.#issues.length > 0) throw new HealthError(this.#issues);
  }
}

const shown = 80;

/** A cell as a message shows it: quoted, cut at 80 characters. */
export function quoted(text: string): string {
  if (text === '') return 'an empty cell';
  const chars = [...text];
  return JSON.stringify(chars.length > shown ? `${chars.slice(0, shown).join('')}…` : text);
}
