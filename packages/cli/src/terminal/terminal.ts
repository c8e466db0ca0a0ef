import { once } from 'node:events';
import { styleText } from 'node:util';
import { type Fault, placeOf } from './fault.ts';
import { printable } from './printable.ts';
import { openProgress, type Progress } from './progress.ts';

/** Where a command writes: answers to stdout, everything about the work to stderr. */
export interface Terminal {
  /** Whether answers are for programs. */
  readonly json: boolean;
  /** Writes to stdout; resolves when there is room for more. */
  write(text: string): Promise<void>;
  /** Writes a line for people to stderr. */
  note(line: string): void;
  /** Writes faults to stderr, a line each. */
  fault(fault: Fault, kind: 'error' | 'warning'): void;
  /** Shows how far long work has come, on stderr. */
  progress(): Progress;
  /** Text in a colour, where stdout shows colours and they are wanted. */
  paint: Paint;
}

export type Colour = 'red' | 'yellow' | 'green' | 'bold' | 'dim';
export type Paint = (colour: Colour, text: string) => string;

/** Colours for a stream: none where it is no terminal, or NO_COLOR says so. */
const paintFor = (stream: NodeJS.WriteStream): Paint => {
  const coloured = stream.isTTY && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
  return (colour, text) => (coloured ? styleText(colour, text, { validateStream: false }) : text);
};

/** The terminal this process runs in. */
export function openTerminal({ json, quiet }: { readonly json: boolean; readonly quiet: boolean }): Terminal {
  const paintErrors = paintFor(process.stderr);
  const note = (line: string) => void process.stderr.write(`${line}\n`);
  return {
    json,
    async write(text) {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    },
    note: (line) => {
      if (!quiet) note(printable(line));
    },
    fault(fault, kind) {
      const place = printable(placeOf(fault));
      // What an engine says may have lines, none of which may pass for a fault of its own.
      const message = fault.message.split('\n').map(printable).join('\n    ');
      const [colour, word] = kind === 'error' ? (['red', 'error'] as const) : (['yellow', 'warning'] as const);
      note(`${place ? `${paintErrors('bold', place)}: ` : ''}${paintErrors(colour, word)}: ${message}`);
    },
    progress: () => openProgress(process.stderr, quiet),
    paint: paintFor(process.stdout),
  };
}
