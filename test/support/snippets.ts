import { readFileSync } from 'node:fs';

/** A fenced piece of a README. */
export interface Snippet {
  /** `README.md line 40`, for messages. */
  readonly where: string;
  readonly language: string;
  readonly code: string;
}

/** Every fenced piece of a Markdown file, in order. */
export function snippetsOf(root: URL, file: string): Snippet[] {
  const text = readFileSync(new URL(file, root), 'utf8');
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(({ 1: language = '', 2: code = '', index }) => ({
    where: `${file} line ${text.slice(0, index).split('\n').length}`,
    language,
    code,
  }));
}
