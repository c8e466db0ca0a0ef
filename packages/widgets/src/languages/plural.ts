import { cached } from '../ui/cached.ts';

const rules = new Map<string, Intl.PluralRules>();

/** The form of a word that goes with a count in a language: `plural('en', 2, { one: 'day', other: 'days' })` is `days`. */
export function plural(
  lang: string,
  count: number,
  forms: { readonly [Form in Intl.LDMLPluralRule]?: string } & { readonly other: string },
): string {
  const rule = cached(rules, lang, () => new Intl.PluralRules(lang));
  return forms[rule.select(count)] ?? forms.other;
}
