import type { Formats } from './formats.ts';

/**
 * How whole units are written: in a currency, or as numbers where none is told. What would take more than
 * `most` characters is shortened as the language does it, to `IDR 250M`: a figure that is cut off is another figure.
 */
export function moneyIn(
  currency: string | null,
  formats: Formats,
  most: number = Number.POSITIVE_INFINITY,
): (value: number) => string {
  // Plain `en` puts the sign first, as the widgets' own English does.
  const style = currency === null ? {} : ({ style: 'currency', currency } as const);
  const whole = new Intl.NumberFormat(formats.lang, { ...style, maximumFractionDigits: 0 });
  let short: Intl.NumberFormat | undefined;
  return (value) => {
    const written = whole.format(value);
    if (written.length <= most) return written;
    short ??= new Intl.NumberFormat(formats.lang, { ...style, notation: 'compact', maximumSignificantDigits: 3 });
    return short.format(value);
  };
}
