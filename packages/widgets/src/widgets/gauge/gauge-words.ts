import { html, nothing, type TemplateResult } from 'lit/html.js';
import { arrow } from '../../ui/arrow.ts';
import type { LocaleController } from '../../ui/locale-controller.ts';
import type { ReportController } from '../../ui/report-controller.ts';
import type { ScoreReading } from '../../ui/score-reading.ts';
import { stateMessages } from '../../ui/state.messages.ts';
import { againText, ageText, asOfText, observedText, retryButton, stateReason } from '../../ui/state-view.ts';
import { summary } from '../../ui/summary.ts';
import type { Snapshot } from '../../ui/widget-state.ts';
import { gaugeMessages } from './gauge.messages.ts';
import type { GaugePicture } from './picture.ts';
import { type Loss, ledger } from './reasons.ts';

/** How much is said: in a row, under a small dial, under a larger one, or beside it. */
export type Wordiness = 'least' | 'little' | 'more' | 'all';

/** The small print of a gauge: when, how much was seen, what is wrong, and the button that asks again. */
export function notes(
  report: ReportController,
  locale: LocaleController,
  drawn: GaugePicture,
  much: Wordiness,
): TemplateResult {
  const lines = noteLines(report.snapshot, locale, drawn, much).filter(Boolean);
  const isShort = much === 'least' || much === 'little';
  return html`${lines.map((line) => html`<p class="small" part="note"><bdi>${line}</bdi></p>`)}${
    isShort && report.snapshot.state !== 'error' ? nothing : retryButton(report, locale)
  }`;
}

function noteLines(snapshot: Snapshot, locale: LocaleController, drawn: GaugePicture, much: Wordiness): string[] {
  const { state, reading, error } = snapshot;
  const again = againText(snapshot, locale);
  if (!reading || reading.score === null) {
    if (much === 'least' || (much === 'little' && state === 'error')) return [];
    // Beside the dial the reason is the headline.
    return [much === 'all' ? '' : stateReason(snapshot, locale), again];
  }
  const isStale = state === 'stale';
  const set = handText(reading, locale);
  if (much === 'more' || much === 'all') {
    const second = isStale ? (error?.message ?? '') : seenText(snapshot, locale, drawn);
    return [set, asOfText(snapshot, locale), second, isStale ? again : ''];
  }
  if (isStale) return [reading.asOf === null ? '' : ageText(reading.asOf, locale), much === 'little' ? again : ''];
  if (set && much === 'little') return [set];
  if (state !== 'partial') return [];
  return [much === 'little' ? seenText(snapshot, locale, drawn) : observedText(snapshot, locale)];
}

/** The words beside a dial: the headline, and where the points it lacks are. */
export function story(report: ReportController, locale: LocaleController, most: number): TemplateResult {
  const { snapshot } = report;
  const { reading, state } = snapshot;
  const { formats } = locale;
  if (state === 'loading') return html`<p class="bar"></p><p class="bar"></p>`;
  if (!snapshot.report || !reading || reading.score === null) return headline(stateReason(snapshot, locale));
  const words = locale.say(gaugeMessages);
  const rows = ledger(snapshot.report, most, words.rest);
  const lost = formats.number(Math.round(1000 - reading.score * 10) / 10, 1);
  return html`${headline(summary(snapshot.report, reading, formats))}${
    rows.length === 0
      ? nothing
      : html`<p class="label lost" part="reasons-label"><bdi>${words.lost(lost)}</bdi></p><ul
          class="reasons" part="reasons">${rows.map((row) => reason(row, locale))}</ul>`
  }`;
}

/** What a person has set, until when and why, and what was computed; empty for nothing. */
export function handText({ override }: ScoreReading, locale: LocaleController): string {
  if (!override) return '';
  const { formats } = locale;
  const words = locale.say(gaugeMessages);
  const { expires, computed, computedTier } = override;
  const reason = (override.reason ?? words.hand).replace(/\.$/, '');
  const why = expires === null ? words.handSince(reason) : words.handUntil(formats.day(expires), reason);
  const own = computedTier
    ? words.scoreSays(computedTier.label)
    : words.computed(computed === null ? '–' : formats.number(computed));
  return `${why}. ${own}.`;
}

const headline = (sentence: string) => html`<p class="headline" part="headline"><bdi>${sentence}</bdi></p>`;

function reason({ label, points, sentence }: Loss, locale: LocaleController): TemplateResult {
  return html`<li><span class="name"><bdi>${label}</bdi></span><span class="seen"><bdi>${sentence}</bdi></span><b><bdi>${locale.formats.signed(points, 1)}</bdi></b></li>`;
}

function seenText(snapshot: Snapshot, locale: LocaleController, { possible }: GaugePicture): string {
  const observed = observedText(snapshot, locale);
  if (!possible) return observed;
  const { formats } = locale;
  const range = locale.say(gaugeMessages).possible(formats.number(possible.low), formats.number(possible.high));
  return observed ? locale.say(stateMessages).and(observed, range) : range;
}

/** An arrow and how many points, between the ends of the scale. */
export function changeRow({ state, reading }: Snapshot, locale: LocaleController): TemplateResult | typeof nothing {
  if (!reading || reading.score === null || reading.change === null || state === 'stale') return nothing;
  const words = locale.say(gaugeMessages);
  const points = Math.round(Math.abs(reading.change));
  if (points === 0) return html`<p class="change" part="change"><bdi>${words.steady(reading.days)}</bdi></p>`;
  return html`<p class="change" part="change">${arrow(reading.change)}<bdi>${words.change(
    locale.formats.number(points),
    reading.days,
  )}</bdi></p>`;
}
