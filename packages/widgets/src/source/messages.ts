import { page } from './page.ts';

/** A widget's words: its name in the catalogue and every sentence in English, as text or as functions of values. */
export interface MessageSet<Words extends object> {
  readonly name: string;
  readonly english: Words;
}

/** Words in another language: every one of them there, taking the same values; what is text may be any text. */
export type Translated<Words> = Words extends string
  ? string
  : Words extends (...values: never[]) => unknown
    ? Words
    : { readonly [Name in keyof Words]: Translated<Words[Name]> };

/** The words that were set in each language, by the names of their sets. */
const translations = new Map<string, Readonly<Record<string, object>>>();

/** Tells widgets on the page that words have changed; they listen while connected. */
export const catalogue: EventTarget = page;

/** Has every widget on the page read and draw anew. */
export const redrawAll = (): boolean => catalogue.dispatchEvent(new Event('change'));

/** Names a set of words, so that it can be spoken with `say` and translated with `setMessages`. */
export function defineMessages<Words extends object>(name: string, english: Words): MessageSet<Words> {
  return { name, english };
}

/** Translates a set, wholly or in part, into a language such as `nl` or `pt-BR`; the rest stays English. */
export function setMessages<Words extends object>(
  lang: string,
  set: MessageSet<Words>,
  words: Partial<Translated<Words>>,
): void {
  setWords(lang, { [set.name]: words });
}

/** Gives a language's words for many sets at once, by the names of the sets; the page is drawn anew once. */
export function setWords(lang: string, sets: Readonly<Record<string, object>>): void {
  const [, own] = tongues(lang);
  for (const [name, words] of Object.entries(sets)) {
    const there = translations.get(own);
    translations.set(own, { ...there, [name]: { ...there?.[name], ...words } });
  }
  redrawAll();
}

/** The words of a set in a language: those of `pt-BR`, then of `pt`, then English. */
export function say<Words extends object>(set: MessageSet<Words>, lang: string): Words {
  if (translations.size === 0) return set.english;
  const [parent, own] = tongues(lang).map((tongue) => translations.get(tongue)?.[set.name]);
  return { ...set.english, ...parent, ...own };
}

/** The language whose words a widget in `lang` speaks: its own where any have been set, else English. */
export function spoken(lang: string): string {
  return tongues(lang).some((tongue) => tongue === 'en' || translations.has(tongue)) ? lang : 'en';
}

/** Whether a set has words in a language: English, or such as were set. */
export const hasWords = (set: MessageSet<object>, lang: string): boolean =>
  tongues(lang).some((tongue) => tongue === 'en' || translations.get(tongue)?.[set.name] !== undefined);

/** A language as it is kept, after the one that it is a kind of: of `pt-BR`, `pt` and `pt-br`. */
const tongues = (lang: string): readonly [parent: string, own: string] => {
  const own = lang.toLowerCase();
  return [own.replace(/-.*/, ''), own];
};
