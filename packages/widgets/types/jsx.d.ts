import type { HaleElements } from './elements.d.ts';

/** What hears an event of a tag. */
export type Listener<Tag extends keyof HaleElements, Name extends keyof HaleElements[Tag]['events']> = (
  event: HaleElements[Tag]['events'][Name] & { readonly currentTarget: HaleElements[Tag]['element'] },
) => unknown;

/** A listener for each event, by the event's name behind a prefix: `onhale-report`, `on:hale-report`. */
export type Listeners<Tag extends keyof HaleElements, Prefix extends string> = {
  [Name in keyof HaleElements[Tag]['events'] & string as `${Prefix}${Name}`]?: Listener<Tag, Name> | undefined;
};

/** What a tag takes: its own properties and listeners, and of what any element takes the rest. */
export type Taken<Tag extends keyof HaleElements, Prefix extends string, Any> = Omit<
  Any,
  keyof HaleElements[Tag]['properties']
> &
  HaleElements[Tag]['properties'] &
  Listeners<Tag, Prefix>;
