import { html, nothing, type TemplateResult } from 'lit';
import { glyph } from '../../ui/glyph.ts';
import type { ScoreReading } from '../../ui/score-reading.ts';
import { aside, box, type PlacedGroup, type PlacedLine, placeGroups, total } from './ledger-picture.ts';
import { type BreakdownReading, type LineReading, wholeScale } from './read-breakdown.ts';
import { type BreakdownSpeech, sayLine, sayMost, sayPoints } from './say-breakdown.ts';

/** How the ledger is drawn in the room there is. */
export interface LedgerRoom {
  /** Of the column of bars, in px; null where there is no room for one. */
  readonly bars: number | null;
  /** Whether each metric has a row; where not, only what was not observed and what no metric gave. */
  readonly hasLines: boolean;
  /** Whether there is room for more than names and figures. */
  readonly hasWords: boolean;
}

/** The table of a score: dimensions with their metrics, and under the rule what they add up to. */
export function ledgerTable(
  breakdown: BreakdownReading,
  reading: ScoreReading | null,
  room: LedgerRoom,
  speech: BreakdownSpeech,
): TemplateResult {
  const { words } = speech;
  const heads = [words.what, ...(room.bars === null ? [] : [words.place]), words.points];
  const drawn: Drawn = { reading, room, speech };
  const { untold } = breakdown;
  return html`<table class="ledger" part="ledger">
    <caption class="unseen">${words.caption}</caption>
    <thead class="unseen"><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    ${placeGroups(breakdown).map((group) => groupRows(group, breakdown, drawn))}
    ${untold === 0 ? nothing : html`<tbody><tr class="line"><th scope="row" colspan=${room.bars === null ? 1 : 2}>${words.untold}</th>${figures(untold, 0, drawn)}</tr></tbody>`}
    ${totalRow(breakdown.points, drawn)}
  </table>`;
}

/** What is drawn where there is no report: the place of the sum, so that little moves when one comes. */
export function emptyLedger(room: LedgerRoom, speech: BreakdownSpeech, rows: number): TemplateResult {
  return html`<table class="ledger" aria-hidden="true">
    ${Array.from({ length: rows }, () => html`<tbody><tr class="group"><th colspan="3"><i class="skeleton"></i></th></tr></tbody>`)}
    ${totalRow(null, { reading: null, room, speech })}
  </table>`;
}

interface Drawn {
  readonly reading: ScoreReading | null;
  readonly room: LedgerRoom;
  readonly speech: BreakdownSpeech;
}

function groupRows({ group, place, lines }: PlacedGroup, { groups }: BreakdownReading, drawn: Drawn): TemplateResult {
  const { room, speech } = drawn;
  const { words, formats } = speech;
  // Lines of no dimension need no heading where there is nothing else.
  const isHeadless = group.label === null && groups.length === 1;
  const notes = [
    group.method,
    group.coverage !== null && group.coverage < 0.995 && group.lines.length > 0
      ? words.observed(formats.share(group.coverage))
      : null,
  ].filter(Boolean);
  const shown = lines.filter(({ line }) => room.hasLines || isHeadless || (room.hasWords && isTold(line)));
  return html`<tbody>
    ${
      isHeadless
        ? nothing
        : html`<tr class="group" part="dimension">
            <th scope="rowgroup">
              ${group.label === null ? nothing : group.tier?.tone === 'plain' ? nothing : glyph(group.tier?.tone ?? null)}
              <bdi>${group.label ?? words.besides}</bdi>
              ${room.hasWords && notes.length ? html`<bdi class="small">${notes.join('; ')}</bdi>` : nothing}
            </th>
            ${room.bars === null ? nothing : html`<td class="bars">${group.label === null ? nothing : box(place, group.tier, room.bars, 10)}</td>`}
            ${figures(group.points, group.of, drawn)}
          </tr>`
    }
    ${shown.map((one) => lineRow(one, place, drawn))}
  </tbody>`;
}

/** What is said also where there is room for little: what was not seen, and what no metric gave. */
const isTold = ({ status, role }: LineReading) => status !== 'observed' || (role !== null && role !== 'account');

function lineRow({ line, place }: PlacedLine, group: PlacedGroup['place'], drawn: Drawn): TemplateResult {
  const { room, speech, reading } = drawn;
  const isMissing = line.status !== 'observed';
  // What was not observed has no points of its own, and so no figure that could be taken for zero.
  const isOut = isMissing && line.of === 0;
  const isDrawn = room.bars !== null && !isOut;
  const span = room.bars === null ? 1 : isDrawn ? 1 : 3;
  const said = room.hasWords ? sayLine(line, speech, reading?.override?.reason) : '';
  const bar = () => (line.isAside ? aside(line, group, room.bars ?? 0) : box(place, line.tier, room.bars ?? 0, 6));
  return html`<tr class="line ${isMissing ? 'missing' : ''}" part="metric">
    <th scope="row" colspan=${span}>
      ${isMissing ? glyph(null, 9) : nothing}<bdi class="name">${line.label}</bdi> <bdi part="value">${said}</bdi>
    </th>
    ${isDrawn ? html`<td class="bars">${bar()}</td>` : nothing}
    ${isOut && room.bars !== null ? nothing : figures(isOut ? null : line.points, line.of, drawn, line.isAside)}
  </tr>`;
}

function figures(points: number | null, of: number, { speech, room }: Drawn, isAside: boolean = false): TemplateResult {
  const { words } = speech;
  if (isAside) return html`<td class="amount"><span class="small">${words.aside}</span></td>`;
  return html`<td class="amount">
    <b part="points">${points === null ? words.none : sayPoints(points, speech)}</b>
    ${room.hasWords ? html`<span class="of">${of === 0 ? nothing : words.of(sayMost(of, speech))}</span>` : nothing}
  </td>`;
}

function totalRow(points: number | null, drawn: Drawn): TemplateResult {
  const { room, speech, reading } = drawn;
  return html`<tfoot>
    <tr part="total">
      <th scope="row">${speech.words.total}</th>
      ${room.bars === null ? nothing : html`<td class="bars">${total(reading, room.bars)}</td>`}
      ${figures(points, wholeScale, drawn)}
    </tr>
  </tfoot>`;
}
