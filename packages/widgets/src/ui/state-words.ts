import type { LocaleController } from './locale-controller.ts';
import { text } from './loose.ts';
import { stateMessages } from './state.messages.ts';
import type { Snapshot, WidgetState } from './widget-state.ts';

/** The word for a state in which there is no score: "Loading", "Nothing yet", "No score", "Could not load". */
export function stateWord({ state }: Snapshot, locale: LocaleController): string {
  const words = locale.say(stateMessages);
  const own: { readonly [State in WidgetState]?: string } = words;
  return own[state] ?? words.noScore;
}

/** Why the state is what it is, in a sentence; empty where the word says it all. */
export function stateReason({ state, error, why, report, reading }: Snapshot, locale: LocaleController): string {
  const words = locale.say(stateMessages);
  const { formats } = locale;
  if (state === 'empty') return words.emptyWhy;
  if (state === 'not-enough' && reading) {
    const { coverage, minimumCoverage, reason } = reading;
    if (coverage === null || reason === 'not-applicable') return text(report?.reason?.sentence) ?? '';
    const share = formats.share(coverage);
    return minimumCoverage === null ? words.observed(share) : words.needed(share, formats.share(minimumCoverage));
  }
  return why ?? error?.message ?? '';
}

/** "As of 14 Nov, 09:00 UTC", with its age once it is stale; empty where the report has no date. */
export function asOfText(snapshot: Snapshot, locale: LocaleController): string {
  const asOf = snapshot.reading?.asOf ?? null;
  if (asOf === null) return '';
  return withAge(locale.say(stateMessages).asOf(locale.formats.moment(asOf)), snapshot, locale);
}

/** "4 days old", of a report that a newer one is missing of; empty for any other, and where it has no date. */
export const ageText = ({ age = '' }: Snapshot): string => age;

/** What is said of a report, and how old it is where a newer one is missing: "Down 12 in 28 days; 4 days old". */
export function withAge(said: string, snapshot: Snapshot, locale: LocaleController): string {
  const { age } = snapshot;
  return age ? locale.say(stateMessages).and(said, age) : said;
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
