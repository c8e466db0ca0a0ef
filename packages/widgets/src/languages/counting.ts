import { formatsOf } from '../ui/formats.ts';
import { plural } from './plural.ts';

/** Says how many in a language: `#` in the form that goes with the count becomes the figure, written by it or as given. */
export type Counting = (count: number, forms: Parameters<typeof plural>[2], shown?: string) => string;

/** The counting of a language. */
export const counting =
  (lang: string): Counting =>
  (count, forms, shown = formatsOf(lang, 'UTC').number(count)) =>
    plural(lang, count, forms).replace('#', () => shown);
