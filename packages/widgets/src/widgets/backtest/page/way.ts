import { html, nothing, type TemplateResult } from 'lit/html.js';
import { plainTable } from '../../../ui/data-table.ts';
import type { HorizonReading, PredictorReading } from '../backtest-reading.ts';
import type { LedgerRoom } from '../ledgers.ts';
import { bandsPanel, curvePanel, liftPanel, type PanelContent } from '../panels.ts';
import { calls, scale, whom } from '../sections.ts';
import { confusionTable } from './figures.ts';
import type { PageSpeech } from './page-speech.ts';

/** Width of a plot in px: as wide as the narrowest page has room for, so that nothing is stretched on any. */
const plotWidth = 284;

/** One way to tell, at one distance: how often it was wrong, its three plots with their tables, and for whom it is wrong. */
export function way(
  subject: PredictorReading,
  horizon: HorizonReading,
  isMirrored: boolean,
  speech: PageSpeech,
): TemplateResult {
  const { words } = speech;
  const narrow: LedgerRoom = { width: plotWidth, isMirrored };
  const wide: LedgerRoom = { width: 960, isMirrored };
  // Only figures are measured, and these are about as wide in every font.
  const room = { ...narrow, measure: (said: string) => said.length * 7 };
  return html`${scale(subject, narrow, speech)}
    <section class="confusion">
      <h4 class="label">${words.calls}</h4>
      ${calls(subject, horizon, narrow, speech)} ${subject.calls ? confusionTable(subject.calls, speech) : nothing}
    </section>
    <div class="plots">
      ${panel(curvePanel(subject, room, speech))} ${panel(bandsPanel(subject, room, speech))}
      ${panel(liftPanel(subject, room, speech))}
    </div>
    <section>
      <h4 class="label">${words.whom}</h4>
      ${whom(subject, wide, speech)}
    </section>`;
}

/** A plot below its sentence; what it shows is in the table behind it. */
function panel<Row>({ title, said, plot, table }: PanelContent<Row>): TemplateResult {
  return html`<section>
    <h4 class="label">${title}</h4>
    <p class="said"><bdi>${said}</bdi></p>
    ${plot ? [plot.draw(null), pointByPoint(table())] : nothing}
  </section>`;
}

const pointByPoint = <Row>(content: Parameters<typeof plainTable<Row>>[0]): TemplateResult =>
  html`<details><summary>${content.caption}</summary>${plainTable(content)}</details>`;
