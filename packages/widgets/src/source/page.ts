import type { Follow } from './follower.ts';

const key: unique symbol = Symbol.for('hale.page/1');

interface Page extends EventTarget {
  /** Set by the first source or provider that is made. */
  follow?: Follow;
}

const all = globalThis as { [key]?: Page };

/** What every copy of the package in a page shares, of whatever version: `change` is sent when widgets are to be drawn anew. */
all[key] ??= new EventTarget();
export const page: Page = all[key];
