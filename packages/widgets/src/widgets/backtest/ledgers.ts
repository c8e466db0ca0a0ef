import { html, nothing, type TemplateResult } from 'lit/html.js';
import type {
  Area,
  Calls,
  GroupReading,
  HorizonReading,
  PredictorReading,
  WeightsReading,
} from './backtest-reading.ts';
import { areaMark, callBar } from './plots.ts';
import { type Speech, sayCalls, wrongOf } from './say-backtest.ts';

/** How wide pictures inside of tables may be, in px, and which way they are read. */
export interface LedgerRoom {
  readonly width: number;
  readonly isMirrored: boolean;
}

type Drawn = TemplateResult | typeof nothing;

/** The AUC of each of some rows, drawn and in figures. */
export function areaLedger(
  head: string,
  rows: readonly { readonly label: string; readonly area: Area | null }[],
  { width, isMirrored }: LedgerRoom,
  speech: Speech,
): TemplateResult {
  const { words } = speech;
  return html`<table>
    <caption class="unseen">${head}</caption>
    <thead><tr><th scope="col">${head}</th><th scope="col" class="drawn">${words.area}</th></tr></thead>
    <tbody>
      ${rows.map(
        ({ label, area }) => html`<tr>
          <th scope="row"><bdi>${label}</bdi></th>
          <td class="drawn">${width >= 420 ? areaMark(area, 120, isMirrored) : nothing} ${areaWords(area, speech)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** An AUC in figures, with its interval. */
export function areaWords(area: Area | null, { words, formats }: Speech): TemplateResult {
  if (!area) return html`<span class="small">${words.unknown}</span>`;
  const figure = (value: number) => formats.fixed(value, 2);
  return html`<span><b>${figure(area.value)}</b> <bdi class="small">${words.range(figure(area.low), figure(area.high))}</bdi></span>`;
}

/** Segments, or stages: how often it is wrong for each, and which way. */
export function groupLedger(
  head: string,
  groups: readonly GroupReading[],
  { width, isMirrored }: LedgerRoom,
  speech: Speech,
): Drawn {
  if (groups.length === 0) return nothing;
  const { words, formats } = speech;
  const part = (count: number, whole: number) =>
    html`<td class="figure"><bdi>${whole === 0 ? '–' : words.of(formats.number(count), formats.number(whole))}</bdi></td>`;
  return html`<table class="groups">
    <caption class="unseen">${head}</caption>
    <thead>
      <tr>
        <th scope="col">${head}</th>
        <th scope="col" class="figure">${words.wrongColumn}</th>
        ${
          width >= 420
            ? html`<th scope="col" class="figure">${words.alarmColumn}</th><th scope="col" class="figure">${words.missedColumn}</th>`
            : nothing
        }
        ${width >= 620 ? html`<th scope="col" class="drawn">${words.area}</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${groups.map(({ label, calls, area }) => {
        const { wrong, rows } = wrongOf(calls);
        return html`<tr>
          <th scope="row">
            <bdi>${label}</bdi>
            ${width < 420 && rows > 0 ? html`<p class="small"><bdi>${words.ways(formats.number(calls.alarms), formats.number(calls.missed))}</bdi></p>` : nothing}
          </th>
          ${part(wrong, rows)}
          ${width >= 420 ? [part(calls.alarms, calls.alarms + calls.quiet), part(calls.missed, calls.hits + calls.missed)] : nothing}
          ${width >= 620 ? html`<td class="drawn">${width >= 760 ? areaMark(area, 120, isMirrored) : nothing} ${areaWords(area, speech)}</td>` : nothing}
        </tr>`;
      })}
    </tbody>
  </table>`;
}

/** Two bars, those called and those not, each with its sentence. */
export function callLedger(calls: Calls, horizon: HorizonReading, room: LedgerRoom, speech: Speech): TemplateResult {
  const { hits, alarms, missed, quiet } = calls;
  const width = Math.min(room.width, 640);
  const said = sayCalls(calls, horizon, speech);
  const rows = [
    [hits, alarms],
    [missed, quiet],
  ] as const;
  return html`<ul class="calls">
      ${rows.map(
        ([solid, hollow], i) => html`<li>
          ${callBar(solid, hollow, width, room.isMirrored)}
          <p><bdi>${said[i]}</bdi></p>
        </li>`,
      )}
    </ul>
    <p class="small key">
      <span><i class="swatch" aria-hidden="true"></i>${speech.did}</span>
      <span><i class="swatch rest" aria-hidden="true"></i>${speech.not}</span>
    </p>`;
}

/** What would come of warning below other scores, today's among them: lowest first, without those that warn of nobody. */
export function lineLedger({ line, calls, others }: PredictorReading, { width }: LedgerRoom, speech: Speech): Drawn {
  if (line === null || !calls) return nothing;
  const rows = [{ score: line, calls }, ...others.filter(({ score }) => score !== line)]
    .filter((one) => one.score === line || one.calls.hits + one.calls.alarms > 0)
    .sort((a, b) => a.score - b.score);
  if (rows.length < 2) return nothing;
  // What is not right is a false alarm: that column is the first to go.
  const isWide = width >= 480;
  const { words, formats } = speech;
  const part = (count: number, whole: number) =>
    html`<td class="figure"><bdi>${whole === 0 ? '–' : words.of(formats.number(count), formats.number(whole))}</bdi></td>`;
  return html`<table class=${isWide ? 'lines' : 'lines tight'}>
    <caption class="small">${words.lines}</caption>
    <thead>
      <tr>
        <th scope="col">${words.below}</th>
        <th scope="col" class="figure">${words.right}</th>
        ${isWide ? html`<th scope="col" class="figure">${words.alarmColumn}</th>` : nothing}
        <th scope="col" class="figure">${words.missedColumn}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(({ score, calls: { hits, alarms, missed, quiet } }) => {
        const said = formats.number(score);
        return html`<tr>
          <th scope="row"><bdi>${score === line ? words.belowToday(said) : said}</bdi></th>
          ${part(hits, hits + alarms)} ${isWide ? part(alarms, alarms + quiet) : nothing} ${part(missed, hits + missed)}
        </tr>`;
      })}
    </tbody>
  </table>`;
}

/** Today's weights beside those that outcomes would have. */
export function weightLedger({ weights, before, after }: WeightsReading, room: LedgerRoom, speech: Speech): Drawn {
  if (weights.length === 0) return nothing;
  const { words, formats } = speech;
  const figure = (value: number | null) => (value === null ? '–' : formats.number(value, 1));
  const tells = { true: words.yes, false: words.no, null: '–' } as const;
  const isWide = room.width >= 480;
  const number = (count: number) => formats.number(count);
  return html`<table>
      <caption class="unseen">${words.weights}</caption>
      <thead>
        <tr>
          <th scope="col">${words.dimension}</th>
          <th scope="col" class="figure">${words.today}</th>
          <th scope="col" class="figure">${words.proposed}</th>
          ${
            isWide
              ? html`<th scope="col" class="figure">${words.between}</th><th scope="col" class="figure">${words.tells}</th>`
              : nothing
          }
        </tr>
      </thead>
      <tbody>
        ${weights.map(
          ({ label, today, proposed, low, high, hasValue }) => html`<tr>
            <th scope="row"><bdi>${label}</bdi></th>
            <td class="figure">${figure(today)}</td>
            <td class="figure">${figure(proposed)}</td>
            ${
              isWide
                ? html`<td class="figure"><bdi>${words.range(figure(low), figure(high))}</bdi></td>
                    <td class="figure">${tells[`${hasValue}`]}</td>`
                : nothing
            }
          </tr>`,
        )}
      </tbody>
    </table>
    ${
      before && after
        ? html`<p class="small">
            <bdi>${words.wouldBe(number(wrongOf(before).rows), number(before.alarms), number(after.alarms), number(before.missed), number(after.missed))}</bdi>
          </p>`
        : nothing
    }`;
}
