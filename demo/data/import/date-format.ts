/** Reads a date as milliseconds since 1970, in UTC where it names no zone; null where it is not one. */
export type DateReader = (text: string) => number | null;

/** Where each part stands in a format such as `dd-mm-yyyy hh:mm`; the `mm` after `hh` is minutes. */
const format = /^(?:(?<day>dd)|(?<month>mm)|(?<year>yyyy)|[-./ ])+?(?:[ T]hh:mm(?::ss)?)?$/;

export function isDateFormat(text: string): boolean {
  if (text === 'iso') return true;
  const [days] = text.split(/[ T]hh/);
  return format.test(text) && ['dd', 'mm', 'yyyy'].every((part) => days?.split(part).length === 2);
}

/** A reader for a format that `isDateFormat` accepts. */
export function dateReader(text: string): DateReader {
  return text === 'iso' ? readIso : readerOf(text);
}

/** A date written in this format, for messages. */
export function exampleOf(text: string): string {
  if (text === 'iso') return 'in ISO 8601, such as 2026-12-31';
  const example = text
    .replace('hh:mm', '17:45')
    .replace('ss', '00')
    .replace('dd', '31')
    .replace('mm', '12')
    .replace('yyyy', '2026');
  return `written ${text}, such as ${example}`;
}

const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/;

function readIso(text: string): number | null {
  const match = iso.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const whole = utc(year, month, day, hour, minute, second);
  if (whole === null) return null;
  const milliseconds = fraction ? Math.floor(Number(`0.${fraction}`) * 1000) : 0;
  return whole + milliseconds - offsetOf(zone);
}

/** Milliseconds that a zone is ahead of UTC. */
function offsetOf(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

function readerOf(text: string): DateReader {
  const [days = '', ...rest] = text.split(/(?=[ T]hh)/);
  const source = days
    .replace(/[-./]/g, '\\$&')
    .replace('dd', '(?<day>\\d{1,2})')
    .replace('mm', '(?<month>\\d{1,2})')
    .replace('yyyy', '(?<year>\\d{4})');
  const time = rest
    .join('')
    .replace('hh', '(?<hour>\\d{1,2})')
    .replace('mm', '(?<minute>\\d\\d)')
    .replace('ss', '(?<second>\\d\\d)');
  const pattern = new RegExp(`^${source}${time}$`);
  return (given) => {
    const { year, month, day, hour, minute, second } = pattern.exec(given)?.groups ?? {};
    return utc(year, month, day, hour, minute, second);
  };
}

/** The instant, or null where there is no such day or time: 31-02, 25:00. */
function utc(year?: string, month?: string, day?: string, hour = '0', minute = '0', second = '0'): number | null {
  if (year === undefined) return null;
  const parts = [Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)] as const;
  const date = new Date(Date.UTC(...parts));
  const back = [
    date.getUTCFullYear(),
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ];
  return parts.every((part, place) => part === back[place]) ? date.getTime() : null;
}
