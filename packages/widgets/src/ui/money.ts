import type { Formats } from './formats.ts';

/** How yearly values are written: in a currency, in whole units; as numbers where none is told. */
export function moneyIn(currency: string | null, formats: Formats): (value: number) => string {
  if (currency === null) return (value) => formats.number(value);
  // Plain `en` puts the sign first, as the widgets' own English does.
  const { format } = new Intl.NumberFormat(formats.lang, { style: 'currency', currency, maximumFractionDigits: 0 });
  return (value) => format(value);
}
