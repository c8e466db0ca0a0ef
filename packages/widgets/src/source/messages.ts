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

const translations = new Map<string, object>();

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
  for (const [name, words] of Object.entries(sets)) {
    translations.set(key(lang, name), { ...translations.get(key(lang, name)), ...words });
  }
  redrawAll();
}

/** The words of a set in a language: those of `pt-BR`, then of `pt`, then English. */
export function say<Words extends object>(set: MessageSet<Words>, lang: string): Words {
  if (translations.size === 0) return set.english;
  const [language = ''] = lang.split('-');
  return { ...set.english, ...translations.get(key(language, set.name)), ...translations.get(key(lang, set.name)) };
}

/** The language whose words a widget in `lang` speaks: its own where any have been set, else English. */
export function spoken(lang: string): string {
  const [language = ''] = lang.toLowerCase().split('-');
  const own = [...translations.keys()].some((name) =>
    [language, lang.toLowerCase()].includes(name.split('/')[0] ?? ''),
  );
  return own || language === 'en' ? lang : 'en';
}

/** Whether a set has words in a language: English, or such as were set. */
export const hasWords = (set: MessageSet<object>, lang: string): boolean => {
  const [language = ''] = lang.toLowerCase().split('-');
  return language === 'en' || translations.has(key(language, set.name)) || translations.has(key(lang, set.name));
};

const key = (lang: string, name: string) => `${lang.toLowerCase()}/${name}`;
