import type { SourceError } from '../source/health-source.ts';
import type { LocaleController } from './locale-controller.ts';
import { text } from './loose.ts';
import type { ReportController } from './report-controller.ts';
import { stateMessages } from './state.messages.ts';
import type { Snapshot } from './widget-state.ts';

/** The word for a state in which there is no score: "Loading", "Nothing yet", "No score", "Could not load". */
export function stateWord({ state }: Snapshot, locale: LocaleController): string {
  const words = locale.say(stateMessages);
  if (state === 'loading' || state === 'idle' || state === 'empty' || state === 'error') return words[state];
  return words.noScore;
}

/** Why the state is what it is, in a sentence; empty where the word says it all. */
export function stateReason({ state, error, failed, report, reading }: Snapshot, locale: LocaleController): string {
  const words = locale.say(stateMessages);
  const { formats } = locale;
  if (state === 'empty') return words.emptyWhy;
  if (state === 'not-enough' && reading) {
    const { coverage, minimumCoverage, reason } = reading;
    if (coverage === null || reason === 'not-applicable') return text(report?.reason?.sentence) ?? '';
    const share = formats.share(coverage);
    return minimumCoverage === null ? words.observed(share) : words.needed(share, formats.share(minimumCoverage));
  }
  const why: Partial<Record<SourceError['code'], string>> = words.why;
  return (failed && why[failed]) ?? error?.message ?? '';
}

/** The words of the button that asks again, where an answer failed; null where none did, or without a source to ask. */
export function retryWord(
  { snapshot: { error }, canRetry }: ReportController,
  locale: LocaleController,
): string | null {
  return canRetry && error ? locale.say(stateMessages).retry : null;
}

/** "As of 14 Nov, 09:00 UTC", with its age once it is stale; empty where the report has no date. */
export function asOfText(snapshot: Snapshot, locale: LocaleController): string {
  const asOf = snapshot.reading?.asOf ?? null;
  if (asOf === null) return '';
  return withAge(locale.say(stateMessages).asOf(locale.formats.moment(asOf)), snapshot, locale);
}

/** What is said of a report, and how old it is where a newer one is missing: "Down 12 in 28 days; 4 days old". */
export function withAge(said: string, snapshot: Snapshot, locale: LocaleController): string {
  const age = ageText(snapshot, locale);
  return age ? locale.say(stateMessages).and(said, age) : said;
}

/** "4 days old", of a report that a newer one is missing of; empty for any other, and where it has no date. */
export function ageText({ state, reading }: Snapshot, locale: LocaleController): string {
  const asOf = reading?.asOf ?? null;
  if (state !== 'stale' || asOf === null) return '';
  const words = locale.say(stateMessages);
  const hours = Math.floor((Date.now() - asOf) / 3_600_000);
  if (hours < 1) return words.fresh;
  return hours < 24 ? words.hoursOld(hours) : words.daysOld(Math.floor(hours / 24));
}

/** "Trying again in 2 min": when the source asks again by itself; empty when it does not. */
export function againText({ retryAt }: Snapshot, locale: LocaleController): string {
  if (retryAt === null) return '';
  return locale.say(stateMessages).again(Math.round((retryAt - Date.now()) / 60_000));
}

/** "92% observed"; empty where the report does not say. */
export function observedText({ reading }: Snapshot, locale: LocaleController): string {
  const coverage = reading?.coverage ?? null;
  return coverage === null ? '' : locale.say(stateMessages).observed(locale.formats.share(coverage));
}

/** The date and the share observed in one line of small print. */
export function asOfLine(snapshot: Snapshot, locale: LocaleController): string {
  const parts = [asOfText(snapshot, locale), observedText(snapshot, locale)].filter(Boolean);
  return parts.length > 1 ? locale.say(stateMessages).and(parts[0] ?? '', parts[1] ?? '') : (parts[0] ?? '');
}
