import { isDeveloping, warnOnce } from '#developing';
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

const made = new Map<string, Formats>();

/** The formats of a language and time zone. One that the engine does not know becomes English, or UTC. */
export function formatsOf(lang: string, timeZone: string): Formats {
  return cached(made, `${lang} ${timeZone}`, () =>
    make(
      known(() => Intl.NumberFormat.supportedLocalesOf(lang)[0], 'en'),
      known(() => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone, 'UTC', timeZone),
    ),
  );
}

function make(lang: string, timeZone: string): Formats {
  const numbers = new Map<string, (value: number) => string>();
  const format = (value: number, digits: number, options: Intl.NumberFormatOptions = {}) =>
    cached(numbers, `${digits}${Object.values(options)}`, () => {
      const { format } = new Intl.NumberFormat(lang, { maximumFractionDigits: digits, ...options });
      // A hyphen is not a minus.
      return kept((value) => format(value).replace('-', '−'));
    })(value);
  const dates = (options: Intl.DateTimeFormatOptions) => {
    // An engine takes long to make one, and most widgets write one kind of date or none.
    let dateFormat: Intl.DateTimeFormat | undefined;
    return kept((at) => {
      // Plain `en` writes `Nov 14`; the widgets' own English writes the day first, as most of the world does.
      dateFormat ??= new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { timeZone, ...options });
      return dateFormat.format(at);
    });
  };
  const short = { day: 'numeric', month: 'short' } as const;
  const dayOfYear = dates(short);
  const date = dates({ ...short, year: 'numeric' });
  const year = dates({ year: 'numeric' });
  const time = dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' });
  const day = (at: number) => (year(at) === year(today.at()) ? dayOfYear : date)(at);
  return {
    lang,
    timeZone,
    number: (value, digits = 0) => format(value, digits),
    fixed: (value, digits) => format(value, digits, { minimumFractionDigits: digits }),
    signed: (value, digits = 0) => format(value, digits, { minimumFractionDigits: digits, signDisplay: 'exceptZero' }),
    share: (value, digits = 0) => format(value, digits, { style: 'percent' }),
    day,
    date,
    moment: (at) => say(summaryMessages, lang).list(day(at), time(at)),
    weekday: dates({ ...short, weekday: 'short' }),
    month: dates({ month: 'short' }),
    year,
  };
}

/** What is written of a number, for the next that has the same: hundreds of widgets share their days and edges. */
function kept(write: (value: number) => string): (value: number) => string {
  const written = new Map<number, string>();
  return (value) => cached(written, value, write);
}

/** What a browser makes of a name; where it does not know it, `otherwise`. */
function known(name: () => string | undefined, otherwise: string, zone?: string): string {
  try {
    return name() ?? otherwise;
  } catch {
    if (isDeveloping && zone) warnOnce(`hale: there is no time zone ${`${zone}`.slice(0, 60)}: dates are in UTC.`);
    return otherwise;
  }
}
