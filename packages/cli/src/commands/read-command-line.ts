import { parseArgs } from 'node:util';
import { UsageError } from '../terminal/fault.ts';
import { nearest } from '../terminal/nearest.ts';
import { type Command, commonOptions, type Given, type OptionForms } from './command.ts';

/** Reads what follows the name of a command. Throws a UsageError that says what is wrong with it. */
export function readCommandLine(command: Command, args: readonly string[]): Given<OptionForms> {
  const options = { ...command.options, ...commonOptions };
  const { values, positionals, tokens } = parse(options, args);
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const form = Object.hasOwn(options, token.name) ? (options as OptionForms)[token.name] : undefined;
    if (!form) throw unknownOption(token.rawName, Object.keys(options));
    if (form.type === 'string' && (token.value === undefined || (!token.inlineValue && token.value.startsWith('--')))) {
      throw new UsageError(`${token.rawName} needs a value: ${token.rawName} ${form.value ?? 'VALUE'}.`);
    }
    if (form.type === 'boolean' && token.value !== undefined) {
      throw new UsageError(`${token.rawName} takes no value, and was given ${JSON.stringify(token.value)}.`);
    }
  }
  const twice = Object.entries<OptionForms[string]>(options).find(
    ([name, { multiple }]) =>
      !multiple && tokens.filter((one) => one.kind === 'option' && one.name === name).length > 1,
  );
  if (twice) throw new UsageError(`--${twice[0]} is given twice: once is all it takes.`);
  if (!values.help) checkWords(command, positionals);
  // Not strict, so that the messages are ours; the checks above are what strict would have checked.
  return { options: values as Given<OptionForms>['options'], words: positionals };
}

function parse(options: OptionForms, args: readonly string[]) {
  const forms = Object.entries(options).map(([name, { type, short, multiple = false }]) => {
    return [name, { type, multiple, ...(short ? { short } : {}) }] as const;
  });
  return parseArgs({
    args: [...args],
    options: Object.fromEntries(forms),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
}

function unknownOption(given: string, names: readonly string[]): UsageError {
  const near = nearest(given.replace(/^-+/, ''), names);
  return new UsageError(`There is no option ${given}${near ? `: is it --${near}?` : '.'}`);
}

function checkWords({ name, takes, words: [least, most] }: Command, words: readonly string[]): void {
  if (words.length < least) throw new UsageError(`hale ${name} needs more: hale ${name} ${takes}.`);
  const over = words[most];
  if (over !== undefined) {
    throw new UsageError(`${JSON.stringify(over)} is not understood: hale ${name} takes ${takes}.`);
  }
}
