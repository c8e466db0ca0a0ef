import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { round } from '../../draw/path.ts';
import { edges } from '../../draw/scale.ts';
import { glyph } from '../../ui/glyph.ts';
import type { CauseReading, ChangeReading, Mover } from './read-change.ts';
import { type ChangeSpeech, sayMoved, sayMover } from './say-change.ts';

/** How the waterfall is drawn. */
export interface Drawn {
  readonly speech: ChangeSpeech;
  /** Width of the column of steps, in px; null where there is room for names and figures alone. */
  readonly bars: number | null;
}

type Moved = NonNullable<ChangeReading['moved']>;

/** Lines named under one cause; the rest of them is one more. */
const most = 6;
/** The least of the scale that is drawn, in tenths: a change of a point is not to look like a fall from the roof. */
const least = 100;
const margin = 6;

/** From the score that was, by what each cause did, to the score that is. */
export function waterfall(change: ChangeReading, moved: Moved, drawn: Drawn): TemplateResult {
  const { words, formats } = drawn.speech;
  const { from, to } = moved;
  const causes = moved.causes.map((one) => ({
    ...one,
    movers: cut(one, (count) => words.rest(formats.number(count))),
  }));
  const at = placing([from, ...reached(from, causes)], drawn.bars ?? 0);
  const tiers = edges(change.after.tiers)
    .map((edge) => at(edge * 10))
    .filter((x) => x > 0 && x < (drawn.bars ?? 0));
  const cell = (marks: unknown) =>
    drawn.bars
      ? html`<td class="steps" width=${drawn.bars}><svg class="place" part="step" width=${drawn.bars} aria-hidden="true">
          ${tiers.map((x) => svg`<line class="edge" x1=${x} x2=${x} y1="0" y2="100%" />`)}${marks}
        </svg></td>`
      : nothing;
  const line = (x: number, y1: string, y2: string) => svg`<line class="link-line" x1=${x} x2=${x} y1=${y1} y2=${y2} />`;
  let score = from;
  return html`<table class="waterfall" part="waterfall">
    <caption class="unseen">${words.caption}</caption>
    <thead class="unseen">
      <tr><th scope="col">${words.what}</th>${drawn.bars ? html`<th scope="col">${words.place}</th>` : nothing}<th scope="col">${words.points}</th></tr>
    </thead>
    <tbody>${endRow('before', change, from, drawn, cell([line(at(from), '50%', '100%'), dot('then', at(from))]))}</tbody>
    ${causes.map(
      ({ cause, points, movers }) => html`<tbody class=${cause}>
        <tr class="cause" part="cause">
          <th scope="rowgroup"><bdi>${words[cause]}</bdi></th>${cell(line(at(score), '0', '100%'))}
          <td class="amount"><bdi dir="ltr">${sayMoved(points, drawn.speech)}</bdi></td>
        </tr>
        ${(drawn.bars ? movers : []).map((one) => {
          const [start, end] = [at(score), at(score + one.points)];
          score += one.points;
          const box = svg`<rect class=${one.points < 0 ? 'fall at-risk' : 'rise healthy'} x=${Math.min(start, end)} y="50%" width=${round(Math.max(1.5, Math.abs(end - start)))} height="10" rx="1" transform="translate(0 -5)" />`;
          return html`<tr part="mover">
            <th scope="row"><bdi class="name">${one.label ?? words.untold}</bdi> <bdi part="how">${sayMover(one, drawn.speech)}</bdi></th>
            ${cell([line(start, '0', '50%'), line(end, '50%', '100%'), box])}
            <td class="amount"><bdi dir="ltr" part="points">${sayMoved(one.points, drawn.speech)}</bdi></td>
          </tr>`;
        })}
      </tbody>`,
    )}
    <tfoot>${endRow('after', change, to, drawn, cell([line(at(to), '0', '50%'), dot('now', at(to))]))}</tfoot>
  </table>`;
}

function endRow(
  name: 'before' | 'after',
  change: ChangeReading,
  score: number,
  { speech, bars }: Drawn,
  cell: unknown,
): TemplateResult {
  const { words, formats } = speech;
  const { tier } = change[name];
  const [day, other] = [change[name], name === 'after' ? change.before : change.after].map(({ asOf }) =>
    asOf === null ? null : formats.day(asOf),
  );
  return html`<tr class="end" part=${name}>
    <th scope="row">
      ${tier && tier.tone !== 'plain' ? glyph(tier.tone) : nothing}<bdi>${day && day !== other ? day : words[name]}</bdi>
      ${tier && bars ? html`<bdi class="small">${tier.label}</bdi>` : nothing}
    </th>
    ${cell}
    <td class="amount"><b part="score">${formats.fixed(score / 10, 1)}</b></td>
  </tr>`;
}

const dot = (name: string, x: number) => svg`<circle class=${name} cx=${x} cy="50%" r="4" />`;

/** The greatest movers of a cause; what is left of it as one. */
function cut({ movers, cause }: CauseReading, say: (count: number) => string): readonly Mover[] {
  // One left out would take the line that says so.
  if (movers.length <= most + 1) return movers;
  const left = movers.slice(most);
  const points = left.reduce((sum, one) => sum + one.points, 0);
  return [...movers.slice(0, most), { cause, points, label: say(left.length), before: undefined, after: undefined }];
}

function reached(from: number, causes: readonly CauseReading[]): number[] {
  let score = from;
  return causes.flatMap(({ movers }) => movers.map(({ points }) => (score += points)));
}

/** Where a score, in tenths, lies in a column `width` px wide that shows all of `scores`, and never less than ten points. */
function placing(scores: readonly number[], width: number): (score: number) => number {
  const low = scores.reduce((a, b) => Math.min(a, b));
  const high = scores.reduce((a, b) => Math.max(a, b));
  const spare = Math.max(0, least - (high - low)) / 2;
  return (score) => round(margin + ((score - low + spare) / (high - low + spare * 2)) * (width - margin * 2));
}
