import { cached } from './cached.ts';
import { say } from './messages.ts';
import { summaryMessages } from './summary.messages.ts';
import { today } from './today.ts';

/** Numbers and dates as a language writes them, in one time zone. Every method takes null-free values. */
export interface Formats {
  readonly lang: string;
  readonly timeZone: string;
  /** `1,234`, with at most `digits` decimals. */
  number(value: number, digits?: number): string;
  /** `62.0`, with exactly `digits` decimals, for figures that stand under each other. */
  fixed(value: number, digits: number): string;
  /** `−6.8`, `+0.7`, `0.0`, with a true minus and exactly `digits` decimals. */
  signed(value: number, digits?: number): string;
  /** A share 0–1 as `92%`, with at most `digits` decimals. */
  share(value: number, digits?: number): string;
  /** `14 Nov`, with the year where it is not this one. `at` in ms since 1970. */
  day(at: number): string;
  /** `14 Nov 2026`, for what is read years later. */
  date(at: number): string;
  /** `14 Nov, 09:00 UTC`. */
  moment(at: number): string;
  /** `Tue 4 Nov`. */
  weekday(at: number): string;
  /** `Nov`. */
  month(at: number): string;
  /** `2026`. */
  year(at: number): string;
}

const known = new Map<string, Formats>();

/** The formats of a language and time zone. One that the engine does not know becomes English, or UTC. */
export function formatsOf(lang: string, timeZone: string): Formats {
  return cached(known, `${lang} ${timeZone}`, () => make(supported(lang), zone(timeZone)));
}

function make(lang: string, timeZone: string): Formats {
  const numbers = new Map<string, (value: number) => string>();
  const format = (value: number, digits: number, options: Intl.NumberFormatOptions = {}) =>
    cached(numbers, `${digits}${Object.values(options)}`, () => {
      const { format } = new Intl.NumberFormat(lang, { maximumFractionDigits: digits, ...options });
      // A hyphen is not a minus.
      return (value: number) => format(value).replace('-', '−');
    })(value);
  const dates = (options: Intl.DateTimeFormatOptions) => {
    // An engine takes long to make one, and most widgets write one kind of date or none.
    let dateFormat: Intl.DateTimeFormat | undefined;
    return (at: number) => {
      dateFormat ??= new Intl.DateTimeFormat(dateLang(lang), { timeZone, ...options });
      return dateFormat.format(at);
    };
  };
  const short = { day: 'numeric', month: 'short' } as const;
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' } as const;
  const yearOf = dates({ year: 'numeric' });
  const both = { day: [dates(short), dates({ ...short, year: 'numeric' })], time: dates(time) } as const;
  const day = (at: number) => both.day[yearOf(at) === yearOf(today.at()) ? 0 : 1](at);
  return {
    lang,
    timeZone,
    number: (value, digits = 0) => format(value, digits),
    fixed: (value, digits) => format(value, digits, { minimumFractionDigits: digits }),
    signed: (value, digits = 0) => format(value, digits, { minimumFractionDigits: digits, signDisplay: 'exceptZero' }),
    share: (value, digits = 0) => format(value, digits, { style: 'percent' }),
    day,
    date: both.day[1],
    moment: (at) => say(summaryMessages, lang).list(day(at), both.time(at)),
    weekday: dates({ ...short, weekday: 'short' }),
    month: dates({ month: 'short' }),
    year: yearOf,
  };
}

/** Plain `en` writes `Nov 14`; the widgets' own English writes the day first, as most of the world does. */
const dateLang = (lang: string) => (lang === 'en' ? 'en-GB' : lang);

function supported(lang: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(lang)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function zone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
