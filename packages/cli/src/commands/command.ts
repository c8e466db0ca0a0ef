import type { ExitCode } from '../terminal/exit-codes.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** One option of a command, as `parseArgs` of `node:util` takes it, and what help says of it. */
export interface OptionForm {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** Whether it may be given several times. */
  readonly multiple?: boolean;
  /** What stands for its value in help: `FILE`. */
  readonly value?: string;
  readonly says: string;
}

export type OptionForms = Readonly<Record<string, OptionForm>>;

type ValueOf<O extends OptionForm> = O['type'] extends 'boolean'
  ? boolean
  : O extends { readonly multiple: true }
    ? string[]
    : string;

/** What the command line gave. */
export interface Given<Forms extends OptionForms> {
  readonly options: { readonly [Name in keyof Forms]?: ValueOf<Forms[Name]> };
  /** What stands there without an option before it. */
  readonly words: readonly string[];
}

/** One command of `hale`: what it is called, what it takes, what it says of itself, and what it does. */
export interface Command {
  readonly name: string;
  /** What it does, in a line. */
  readonly summary: string;
  /** What may follow its name: `MODEL…`. */
  readonly takes: string;
  /** More about it, in lines of at most 90 characters. */
  readonly about: string;
  readonly options: OptionForms;
  readonly examples: readonly string[];
  /** How many words it takes. */
  readonly words: readonly [least: number, most: number];
  run(given: Given<OptionForms>, terminal: Terminal): Promise<ExitCode>;
}

/** A command whose options are known by their names. */
export function defineCommand<const Forms extends OptionForms>(
  command: Omit<Command, 'run' | 'options'> & {
    readonly options: Forms;
    run(given: Given<Forms>, terminal: Terminal): Promise<ExitCode>;
  },
): Command {
  // What is parsed with these forms has the values that their types say.
  return command as unknown as Command;
}

/** The options that every command has. */
export const commonOptions = {
  json: { type: 'boolean', says: 'answers, and faults, as JSON on stdout' },
  quiet: { type: 'boolean', short: 'q', says: 'no progress and no notes on stderr; faults are told all the same' },
  help: { type: 'boolean', short: 'h', says: 'shows this' },
} as const satisfies OptionForms;
