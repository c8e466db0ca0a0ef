import type { Command, OptionForm } from './command.ts';
import { commonOptions } from './command.ts';

const exits = `Exit codes
  0  done, and nothing is wrong
  1  done, and there are findings: faults in a model, answers that differ
  2  the command line cannot be understood
  3  it could not be done: a file, data or an engine that cannot be used`;

/** What `hale --help` shows. */
export function helpOnAll(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `hale: customer health from the command line

Usage
  hale COMMAND [options]

Commands
${list.join('\n')}

  hale COMMAND --help shows what a command takes, with examples; hale --version the version.

${exits}
`;
}

/** What `hale COMMAND --help` shows. */
export function helpOn({ name, summary, takes, about, options, examples }: Command): string {
  const all = Object.entries<OptionForm>({ ...options, ...commonOptions });
  const lines = all.map(([option, form]) => [flags(option, form), form.says] as const);
  const width = Math.max(...lines.map(([flag]) => flag.length));
  return `hale ${name}: ${summary}

Usage
  hale ${name} ${takes}

${about}

Options
${lines.map(([flag, says]) => `  ${flag.padEnd(width)}  ${says}`).join('\n')}

Examples
${examples.map((example) => `  ${example}`).join('\n')}

${exits}
`;
}

function flags(name: string, { short, value, multiple }: OptionForm): string {
  return `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}${multiple ? ' …' : ''}`;
}
