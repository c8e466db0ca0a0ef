import type { Account } from '@hale/core';

/** Tries to make an account smaller so often, and no oftener. */
const mostTrials = 400;

/** The smallest account that was found of which something still holds, taking away part by part; itself where none is. */
export async function smallestAccount(
  account: Account,
  holds: (smaller: Account) => Promise<boolean>,
): Promise<Account> {
  let smallest = account;
  let trials = 0;
  for (let goesOn = true; goesOn && trials < mostTrials; ) {
    goesOn = false;
    for (const smaller of smallerThan(smallest)) {
      if (++trials > mostTrials) break;
      if (!(await holds(smaller as Account))) continue;
      smallest = smaller as Account;
      goesOn = true;
      break;
    }
  }
  return smallest;
}

/** What a value can be made into by taking away one thing of it, the largest part first. */
function* smallerThan(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    const half = Math.ceil(value.length / 2);
    if (value.length > 1) yield* [value.slice(0, half), value.slice(half)];
    for (const place of value.keys()) if (value.length !== 2) yield value.toSpliced(place, 1);
    for (const [place, one] of value.entries()) for (const less of smallerThan(one)) yield value.with(place, less);
  } else if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value);
    for (const [key] of entries) yield Object.fromEntries(entries.filter(([other]) => other !== key));
    for (const [key, one] of entries)
      for (const less of smallerThan(one))
        yield Object.fromEntries(entries.map(([other, old]) => [other, other === key ? less : old]));
  }
}
