import { html, nothing, type TemplateResult } from 'lit/html.js';
import { glyph } from '../../ui/glyph.ts';
import { say } from '../../ui/messages.ts';
import type { ScoreReading } from '../../ui/score-reading.ts';
import { summaryMessages } from '../../ui/summary.messages.ts';
import { joined } from '../../ui/summary.ts';
import { type FoldedBreakdown, foldLines, isSumAlone } from './fold-lines.ts';
import { box, type PlacedGroup, placeGroups, total } from './ledger-picture.ts';
import { type BreakdownReading, type LineReading, wholeScale } from './read-breakdown.ts';
import { type BreakdownSpeech, sayLine, sayMost, sayPoints } from './say-breakdown.ts';

/** How the ledger is drawn. */
export interface Drawn {
  readonly reading: ScoreReading | null;
  readonly speech: BreakdownSpeech;
  /** Width of the column of bars, in px; null where there is room for names and figures alone. */
  readonly bars: number | null;
  /** Whether each metric has a row; where not, only what was not observed and what no metric gave. */
  readonly hasLines: boolean;
}

/** Lines that are drawn at first however many dimensions there are; of more than so many, one without a line has no sum of them either. */
const fewest = 10;

/** The table of a score: dimensions with their metrics, and under the rule what they add up to. */
export function ledgerTable(breakdown: BreakdownReading, drawn: Drawn): TemplateResult {
  const { words } = drawn.speech;
  const { untold, points } = breakdown;
  const isHeadless = isBare(breakdown);
  return html`<table class=${drawn.bars ? 'ledger' : 'ledger little'} part="ledger">
    <caption class="unseen">${words.caption}</caption>
    <thead class="unseen">
      <tr><th scope="col">${words.what}</th>${bar(drawn, () => words.place)}<th scope="col">${words.points}</th></tr>
    </thead>
    ${placeGroups(breakdown).map((group) => groupRows(group, isHeadless, breakdown.groups.length > fewest, drawn))}
    ${untold ? html`<tbody><tr class="line"><th scope="row">${words.untold}</th>${bar(drawn, () => '')}${amount(untold, 0, drawn)}</tr></tbody>` : nothing}
    <tfoot>
      <tr part="total">
        <th scope="row">${words.total}</th>${bar(drawn, (width) => total(drawn.reading, width))}${amount(points, wholeScale, drawn)}
      </tr>
    </tfoot>
  </table>`;
}

/** What stands in the place of the ledger until there is one. */
export const unread: BreakdownReading = { groups: [], points: null, untold: 0 };

function groupRows(
  { group, place, lines }: PlacedGroup,
  isHeadless: boolean,
  hasMany: boolean,
  drawn: Drawn,
): TemplateResult {
  const { bars, speech } = drawn;
  const { label, tier, method, coverage, points, of } = group;
  const isPartial = coverage !== null && coverage < 0.995 && lines.length > 0;
  const notes = joined(
    [method, isPartial ? speech.words.observed(speech.formats.share(coverage)) : null],
    say(summaryMessages, speech.formats.lang).both,
  );
  return html`<tbody>
    ${
      isHeadless
        ? nothing
        : html`<tr class="group" part="dimension">
            <th scope="rowgroup">
              ${label === null || tier?.tone === 'plain' ? nothing : glyph(tier?.tone ?? null)}<bdi>${label ?? speech.words.besides}</bdi>
              ${bars && notes ? html`<bdi class="small">${notes}</bdi>` : nothing}
            </th>
            ${bar(drawn, (width) => (label === null ? '' : box(place, tier, width, 10)))}${amount(points, of, drawn)}
          </tr>`
    }
    ${lines.map(([line, own]) => {
      if (!isDrawn(line, isHeadless, drawn) || (hasMany && isSumAlone(group))) return nothing;
      // What was not observed has no points of its own, and so no figure that could be taken for zero.
      const isOut = line.status !== 'observed' && line.of === 0;
      const [at, mark] = line.isAside && line.normalized !== null ? [place, line.normalized] : [own, null];
      return html`<tr class=${line.status === 'observed' ? 'line' : 'line missing'} part="metric">
        <th scope="row" colspan=${isOut ? 3 : 1}>
          ${line.status === 'observed' ? nothing : glyph(null, 9)}<bdi class="name">${line.label}</bdi>
          ${bars ? html`<bdi part="value">${sayLine(line, speech, drawn.reading?.override?.reason)}</bdi>` : nothing}
        </th>
        ${isOut ? nothing : [bar(drawn, (width) => box(at, line.tier, width, 6, mark)), amount(line.points, line.of, drawn, line.isAside)]}
      </tr>`;
    })}
  </tbody>`;
}

/** The breakdown with no more rows than are drawn at once, those of dimensions among them. */
export const foldDrawn = (
  breakdown: BreakdownReading,
  most: number,
  drawn: Pick<Drawn, 'bars' | 'hasLines' | 'speech'>,
): FoldedBreakdown =>
  foldLines(
    breakdown,
    isBare(breakdown) ? most : Math.max(fewest, most - breakdown.groups.length),
    (line) => isDrawn(line, isBare(breakdown), drawn),
    (count) => drawn.speech.words.rest(drawn.speech.formats.number(count)),
  );

/** Lines of no dimension need no heading where there is nothing else. */
const isBare = ({ groups }: BreakdownReading) => groups.length === 1 && groups[0]?.label === null;

const isDrawn = (line: LineReading, isHeadless: boolean, { bars, hasLines }: Pick<Drawn, 'bars' | 'hasLines'>) =>
  hasLines || isHeadless || (bars !== null && isTold(line));

/** What is said also where there is room for little: what was not seen, and what no metric gave. */
const isTold = ({ status, role }: LineReading) => status !== 'observed' || (role !== null && role !== 'account');

const bar = ({ bars }: Drawn, content: (width: number) => unknown) =>
  bars ? html`<td class="bars">${content(bars)}</td>` : nothing;

function amount(points: number | null, of: number, { speech, bars }: Drawn, isAside: boolean = false): TemplateResult {
  const { words } = speech;
  if (isAside) return html`<td class="amount">${words.aside}</td>`;
  return html`<td class="amount">
    <b part="points" dir="ltr">${points === null ? '–' : sayPoints(points, speech)}</b>
    ${bars ? html`<span class="of">${of ? words.of(sayMost(of, speech)) : nothing}</span>` : nothing}
  </td>`;
}
