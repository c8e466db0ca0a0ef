import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { BacktestReading, HorizonReading, PredictorReading, WeightsReading } from './backtest-reading.ts';
import { areaLedger, callLedger, groupLedger, type LedgerRoom, lineLedger, weightLedger } from './ledgers.ts';
import { areaMark } from './plots.ts';
import { type Speech, sayBasis, sayGoesBy, sayNobody, sayRanking, sayWhom, sayWrong } from './say-backtest.ts';

/** What follows the headings of a backtest, one part each: the widget and the page made of it have all of them in common. */

/** What it rests on: how many scores, of whom, from when. */
export function basis(reading: BacktestReading, horizon: HorizonReading, speech: Speech): TemplateResult {
  return html`<p class="small about"><bdi>${sayBasis(reading, horizon, speech)}</bdi></p>`;
}

/** How well it ranks: the AUC on its scale, in figures, and what it means. */
export function scale({ area }: PredictorReading, { width, isMirrored }: LedgerRoom, speech: Speech): TemplateResult {
  const { words, formats } = speech;
  const figure = (value: number) => formats.fixed(value, 2);
  return html`<div class="scale">
      ${areaMark(area, Math.min(width, 280), isMirrored)}
      <bdi>${area ? words.areaOf(figure(area.value), figure(area.low), figure(area.high)) : words.unknown}</bdi>
      <bdi class="small">${words.marks(figure(0.5), figure(0.6))}</bdi>
    </div>
    ${area ? html`<p class="small about"><bdi>${sayRanking(area, speech)}</bdi></p>` : nothing}`;
}

/** How often it was wrong, and which way. */
export function calls(
  subject: PredictorReading,
  horizon: HorizonReading,
  room: LedgerRoom,
  speech: Speech,
): TemplateResult {
  const { calls, says } = subject;
  return html`<p class="said wide-said"><bdi>${sayWrong(calls, speech)}</bdi></p>
    <p class="small"><bdi>${says} ${calls ? sayNobody(calls, speech) : ''}</bdi></p>
    ${calls ? callLedger(calls, horizon, room, speech) : nothing} ${room.width >= 280 ? lineLedger(subject, room, speech) : nothing}`;
}

/** For whom it is wrong: by segment, and by stage. */
export function whom(subject: PredictorReading, room: LedgerRoom, speech: Speech): TemplateResult {
  const { words } = speech;
  const { segments, stages } = subject;
  return html`<p class="said wide-said"><bdi>${sayWhom(subject, speech)}</bdi></p>
    ${groupLedger(words.segment, segments, room, speech)} ${groupLedger(words.stage, stages, room, speech)}`;
}

/** What else tells the outcome ahead, and what was decided of it. */
export function beside(horizon: HorizonReading, room: LedgerRoom, speech: Speech): TemplateResult {
  const { adoption, predictors } = horizon;
  const goesBy = sayGoesBy(horizon, speech);
  return html`${adoption ? html`<p class="said wide-said"><bdi>${adoption}</bdi></p>` : nothing}
    ${goesBy ? html`<p class="small about"><bdi>${goesBy}</bdi></p>` : nothing}
    ${areaLedger(speech.words.way, predictors, room, speech)}`;
}

/** The AUC at each distance ahead. */
export function distances({ horizons }: BacktestReading, room: LedgerRoom, speech: Speech): TemplateResult {
  const { words, formats } = speech;
  const rows = horizons.map(({ days, predictors: [subject] }) => ({
    label: words.days(formats.number(days)),
    area: subject?.area ?? null,
  }));
  return areaLedger(words.distance, rows, room, speech);
}

/** What becomes of the weights. */
export function weights(weights: WeightsReading, room: LedgerRoom, speech: Speech): TemplateResult {
  const isHopeless = weights.weights.length > 0 && weights.weights.every(({ hasValue }) => hasValue === false);
  return html`<p class="said wide-said"><bdi>${weights.advice}</bdi></p>
    ${isHopeless ? html`<p class="small about"><bdi>${speech.words.noValue(speech.did)}</bdi></p>` : nothing}
    ${room.width >= 240 ? weightLedger(weights, room, speech) : nothing}`;
}

/** How often people said that a score was right, and wrong. */
export function feedback({ feedback }: BacktestReading, { words, formats }: Speech): TemplateResult | typeof nothing {
  if (!feedback) return nothing;
  const { agree, disagree } = feedback;
  return html`<p class="small about"><bdi>${words.feedback(formats.number(agree), formats.number(disagree))}</bdi></p>`;
}

/** What to be careful of, each said once. */
export const cautionList = (cautions: readonly string[]): TemplateResult =>
  html`<ul class="cautions small">${[...new Set(cautions)].map((caution) => html`<li><bdi>${caution}</bdi></li>`)}</ul>`;
