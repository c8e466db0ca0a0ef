import { arrowPath } from '../../ui/glyph-paths.ts';
import type { LocaleController } from '../../ui/locale-controller.ts';
import type { Mark } from '../../ui/marks.ts';
import type { ReportController } from '../../ui/report-controller.ts';
import type { ScoreReading } from '../../ui/score-reading.ts';
import { stateMessages } from '../../ui/state.messages.ts';
import { asOfText, observedText, stateReason } from '../../ui/state-words.ts';
import { summary } from '../../ui/summary.ts';
import type { Snapshot } from '../../ui/widget-state.ts';
import { gaugeMessages } from './gauge.messages.ts';
import type { GaugePicture } from './picture.ts';
import { type Loss, ledger, sumOf } from './reasons.ts';

/** How much is said: in a row, under a small dial, under a larger one, or beside it. */
export type Wordiness = 'least' | 'little' | 'more' | 'all';

/** The small print of a gauge: when, how much was seen, what is wrong, and the button that asks again. */
export function notes(
  report: ReportController,
  locale: LocaleController,
  drawn: GaugePicture,
  much: Wordiness,
): Mark[] {
  const isShort = much === 'least' || much === 'little';
  const again = isShort && report.snapshot.state !== 'error' ? null : report.retryWord;
  return [
    ...noteLines(report.snapshot, locale, drawn, much).map((line) => line && words('small', 'note', line)),
    again && ['button', { class: 'button', part: 'retry', type: 'button', onclick: report.retry }, again],
  ];
}

function noteLines(snapshot: Snapshot, locale: LocaleController, drawn: GaugePicture, much: Wordiness): string[] {
  const { state, reading, age = '', again = '' } = snapshot;
  if (!reading || reading.score === null) {
    if (much === 'least' || (much === 'little' && state === 'error')) return [];
    // Beside the dial the reason is the headline.
    return [much === 'all' ? '' : stateReason(snapshot, locale), again];
  }
  const isStale = state === 'stale';
  const set = handText(reading, locale);
  if (much === 'more' || much === 'all') {
    const second = isStale ? stateReason(snapshot, locale) : seenText(snapshot, locale, drawn);
    return [set, asOfText(snapshot, locale), second, isStale ? again : ''];
  }
  if (isStale) return [age, much === 'little' ? again : ''];
  if (set && much === 'little') return [set];
  if (state !== 'partial') return [];
  return [much === 'little' ? seenText(snapshot, locale, drawn) : observedText(snapshot, locale)];
}

/** The words beside a dial: the headline, and where the points it lacks are. */
export function story(report: ReportController, locale: LocaleController, most: number): Mark[] {
  const { snapshot } = report;
  const { reading, state } = snapshot;
  const { formats } = locale;
  if (state === 'loading') return [bar, bar];
  if (!snapshot.report || !reading || reading.score === null) {
    return [words('headline', 'headline', stateReason(snapshot, locale))];
  }
  const { rest, lost } = locale.say(gaugeMessages);
  const rows = ledger(snapshot.report, most, rest);
  const headline = words('headline', 'headline', summary(snapshot.report, reading, formats));
  if (rows.length === 0) return [headline];
  return [
    headline,
    words('label lost', 'reasons-label', lost(formats.number(-sumOf(rows), 1))),
    ['ul', { class: 'reasons', part: 'reasons' }, ...rows.map((row) => reason(row, locale))],
  ];
}

/** What a person has set, until when and why, and what was computed; empty for nothing. */
export function handText({ override }: ScoreReading, locale: LocaleController): string {
  if (!override) return '';
  const { formats } = locale;
  const say = locale.say(gaugeMessages);
  const { expires, computed, computedTier } = override;
  const reason = (override.reason ?? say.hand).replace(/\.$/, '');
  const why = expires === null ? say.handSince(reason) : say.handUntil(formats.day(expires), reason);
  const own = computedTier
    ? say.scoreSays(computedTier.label)
    : say.computed(computed === null ? '–' : formats.number(computed));
  return `${why}. ${own}.`;
}

const bar: Mark = ['p', { class: 'bar' }];
const bdi = (text: string | null): Mark => ['bdi', {}, text];

/** A paragraph of words that keep their own direction. */
export const words = (kind: string, part: string, text: string): Mark => ['p', { class: kind, part }, bdi(text)];

function reason({ label, points, sentence }: Loss, locale: LocaleController): Mark {
  return [
    'li',
    {},
    ['span', { class: 'name' }, bdi(label)],
    ['span', { class: 'seen' }, bdi(sentence)],
    ['b', {}, bdi(locale.formats.signed(points, 1))],
  ];
}

function seenText(snapshot: Snapshot, locale: LocaleController, { possible }: GaugePicture): string {
  const observed = observedText(snapshot, locale);
  if (!possible) return observed;
  const { formats } = locale;
  const range = locale.say(gaugeMessages).possible(formats.number(possible.low), formats.number(possible.high));
  return observed ? locale.say(stateMessages).and(observed, range) : range;
}

/** An arrow and how many points, between the ends of the scale. */
export function changeRow({ state, reading }: Snapshot, locale: LocaleController): Mark {
  if (!reading || reading.score === null || reading.change === null || state === 'stale') return null;
  const { steady, change } = locale.say(gaugeMessages);
  const points = Math.round(Math.abs(reading.change));
  if (points === 0) return words('change', 'change', steady(reading.days));
  const shape = { class: 'arrow', width: 10, height: 10, viewBox: '0 0 10 10', 'aria-hidden': 'true' };
  return [
    'p',
    { class: 'change', part: 'change' },
    ['svg', shape, ['path', { d: arrowPath(reading.change) }]],
    bdi(change(locale.formats.number(points), reading.days)),
  ];
}
