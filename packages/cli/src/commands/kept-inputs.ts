import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../terminal/fault.ts';

const inputNames = [
  'model',
  'accounts',
  'facts',
  'events',
  'history',
  'overrides',
  'documents',
  'database',
  'outcomes',
] as const;

/** What options say is read; each is a file, or several. */
export type InputNames = { readonly [name in (typeof inputNames)[number]]?: string | readonly string[] | undefined };

/** An option and a file that it names. */
export type NamedFile = readonly [option: string, file: string];

/** The files that options say are read. */
export const inputsOf = (options: InputNames): NamedFile[] =>
  inputNames.flatMap((name) => [options[name] ?? []].flat().map((file): NamedFile => [`--${name}`, file]));

/** Throws a UsageError where what is to be written would take the place of what is read, or of something else that is written. */
export function keepInputs(outputs: readonly NamedFile[], options: InputNames): void {
  for (const [place, [option, file]] of outputs.entries()) {
    const others = [...inputsOf(options), ...outputs.slice(0, place)];
    const [same] = others.find(([, other]) => isSame(file, other)) ?? [];
    if (same) throw new UsageError(`${option} must be another file than ${same}: nothing is written over it.`);
  }
}

const isSame = (one: string, other: string): boolean =>
  resolve(one) === resolve(other) ||
  (existsSync(one) && existsSync(other) && realpathSync(one) === realpathSync(other));
