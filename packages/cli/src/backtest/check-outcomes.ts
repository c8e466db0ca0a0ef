import type { Outcome } from '@hale/core/validation';
import { Faults } from '../terminal/fault.ts';

/** Throws Faults where nothing of what is to be foreseen came: every account would seem to have stayed. */
export function mustCome(outcomes: readonly Outcome[], of: Outcome['kind']): void {
  if (outcomes.some(({ kind }) => kind === of)) return;
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))].sort();
  throw new Faults({
    code: 'no-outcomes',
    message: `No outcome says that an account ${of}: these came: ${kinds.join(', ')}. Ask for one of them with --outcome.`,
  });
}

/**
 * Says how many outcomes are of accounts that are not there; null where none is. Throws Faults where all are: they name
 * accounts in another way, and every account would seem to have stayed.
 */
export function strangersAmong(outcomes: readonly Outcome[], accounts: ReadonlySet<string>): string | null {
  const strange = outcomes.filter(({ account }) => !accounts.has(account));
  const [first] = strange;
  if (!first) return null;
  const such = `such as ${JSON.stringify(first.account)}`;
  if (strange.length < outcomes.length)
    return `${strange.length} of ${outcomes.length} outcomes are of accounts that are not there, ${such}: they do not count.`;
  throw new Faults({
    code: 'unknown-account',
    message: `No outcome is of an account that is there: account_id must be what accounts have as id, and is one ${such}.`,
  });
}

/** Says that all outcomes came before the first day that is looked back from, in milliseconds; null where some did not. */
export function allBefore(outcomes: readonly Outcome[], of: Outcome['kind'], first: number): string | null {
  const own = outcomes.filter(({ kind }) => kind === of);
  if (own.some(({ at }) => Date.parse(at) >= first)) return null;
  return `All outcomes, ${own.length} in number, came before ${dayOf(first)}, the first day that is looked back from: afterwards everybody stayed, as far as is known.`;
}

/** A day for people, of an instant in milliseconds. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
