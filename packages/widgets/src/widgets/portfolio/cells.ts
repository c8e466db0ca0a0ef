import { html, nothing, type TemplateResult } from 'lit/html.js';
import { arrow } from '../../ui/arrow.ts';
import type { Cell } from '../../ui/csv.ts';
import type { Formats } from '../../ui/formats.ts';
import { glyph } from '../../ui/glyph.ts';
import type { Tier } from '../../ui/score-reading.ts';
import { sparkLine } from '../../ui/spark-line.ts';
import { scoreText } from '../../ui/summary.ts';
import type { ColumnName } from './columns.ts';
import type { portfolioMessages } from './portfolio.messages.ts';
import { isLittle, isSoon, type Row } from './read-portfolio.ts';
import { rowScale, seatBar, severityMark } from './row-marks.ts';

/** What cells are written with. */
export interface CellSpeech {
  readonly words: (typeof portfolioMessages)['english'];
  readonly formats: Formats;
  /** A yearly value in the portfolio's currency. */
  readonly money: (value: number) => string;
  /** A number of seats. */
  readonly count: (value: number) => string;
  readonly tiers: readonly Tier[];
  /** The address of an account's own page; null for none. */
  readonly address: (id: string) => string | null;
  /** Each row takes two lines. */
  readonly isFolded: boolean;
}

type Drawn = TemplateResult | typeof nothing;

const severities = ['high', 'medium', 'low'] as const;

/** What is seen as a picture, and read as words: hidden words beside it would take twice as long to be painted. */
const picture = (words: string, drawn: unknown, kind: string): TemplateResult =>
  html`<span class=${kind} role="img" aria-label=${words}>${drawn}</span>`;

const missing = ({ words }: CellSpeech): TemplateResult => picture(words.nothingKnown, '–', 'missing');

/** A count of what there are few of: beyond 99 there is no room for it, nor need. */
const few = (count: number, { formats }: CellSpeech): string =>
  count > 99 ? `${formats.number(99)}+` : formats.number(count);

/** What stands in a cell, by its column. */
export const cells: Readonly<Record<ColumnName, (row: Row, speech: CellSpeech) => Drawn>> = {
  account: ({ id, name, segmentLabel, stage }, { address }) => {
    const href = address(id);
    const line = [segmentLabel, stage].filter(Boolean).join(', ');
    return html`<span class="two"
      >${href === null ? html`<bdi class="name" part="name">${name}</bdi>` : html`<a class="name" part="name" href=${href} tabindex="-1"><bdi>${name}</bdi></a>`}${
        line ? html`<bdi class="second">${line}</bdi>` : nothing
      }</span>`;
  },
  health: ({ score, tier, isByHand }, { words, formats, tiers, isFolded }) => {
    const tone = tier?.tone ?? 'no-score';
    const word = tier === null ? words.noScore : tier.label;
    return html`<span class="health ${tone}"
      ><b class=${score === null ? 'missing' : ''}>${score === null ? '–' : scoreText({ score, tiers }, formats)}</b>${isFolded ? nothing : rowScale(score, tiers, isByHand)}${
        tone === 'plain'
          ? nothing
          : html`<span class="two"><span class="tier-word">${glyph(tone === 'no-score' ? null : tone, 10)}<bdi>${word}</bdi></span>${
              isByHand ? html`<span class="second">${words.byHand}</span>` : nothing
            }</span>`
      }</span>`;
  },
  trend: ({ spark }, speech) => {
    const drawn = sparkLine(spark);
    if (drawn === null) return missing(speech);
    const known = spark.filter((score) => score !== null);
    const write = (score: number | undefined) => speech.formats.number(score ?? 0);
    return picture(speech.words.trend(write(known[0]), write(known.at(-1))), drawn, '');
  },
  change: ({ change }, speech) => {
    if (change === null) return missing(speech);
    const { words, formats } = speech;
    const points = Math.round(Math.abs(change));
    if (points === 0) return html`<span class="missing">${words.steady}</span>`;
    const written = formats.number(points);
    return picture((change < 0 ? words.down : words.up)(written), [arrow(change), written], 'change');
  },
  flags: ({ risks }, speech) => {
    if (risks === null || risks.every((count) => count === 0)) return missing(speech);
    // More than two would not fit, and the severest say what there is to say.
    const told = severities.flatMap((severity, place) => (risks[place] ? [{ severity, count: risks[place] }] : []));
    return html`${told.slice(0, 2).map(({ severity, count }) => {
      const said = `${speech.formats.number(count)} ${speech.words.severity[severity]}`;
      return picture(said, [severityMark(severity), few(count, speech)], 'flag');
    })}`;
  },
  growth: ({ growth }, speech) => (growth ? html`${few(growth, speech)}` : missing(speech)),
  seats: ({ seats, used }, speech) => {
    const { words, count } = speech;
    if (seats === null || seats === 0) return missing(speech);
    if (used === null) return html`<span class="missing">${words.onlySeats(count(seats), seats)}</span>`;
    return html`${seatBar(used / seats)}<bdi>${words.seats(count(used), count(seats))}</bdi>`;
  },
  value: ({ value }, speech) => (value === null ? missing(speech) : html`<bdi>${speech.money(value)}</bdi>`),
  renewal: (row, speech) => {
    const { renewal, days } = row;
    if (renewal === null) return missing(speech);
    const { words, formats } = speech;
    const away = days === null ? '' : formats.number(Math.abs(days));
    const said =
      days === null ? '' : days === 0 ? words.today : (days < 0 ? words.ago : words.days)(away, Math.abs(days));
    return html`<span class=${isSoon(row) ? 'two eye' : 'two'}><bdi>${formats.day(renewal)}</bdi><bdi class="second">${said}</bdi></span>`;
  },
  coverage: (row, speech) =>
    row.coverage === null
      ? missing(speech)
      : html`<span class=${isLittle(row) ? 'eye' : ''}>${speech.formats.share(row.coverage)}</span>`,
};

const isoDay = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString().slice(0, 10));

/** What a column is in a file: its headings, and a row's values under them. Names of tiers and figures as they are. */
export const filed: Readonly<
  Record<
    ColumnName,
    { heads: (words: CellSpeech['words']) => readonly string[]; values: (row: Row) => readonly Cell[] }
  >
> = {
  account: {
    heads: ({ column, segment }) => ['id', column.account, segment],
    values: ({ id, name, segmentLabel }) => [id, name, segmentLabel],
  },
  health: { heads: ({ score, tier }) => [score, tier], values: ({ score, tier }) => [score, tier?.label ?? null] },
  trend: {
    heads: ({ column }) => [column.trend],
    values: ({ spark }) => [spark.map((score) => score ?? '').join(' ')],
  },
  change: { heads: ({ column }) => [column.change], values: ({ change }) => [change] },
  flags: {
    heads: ({ column }) => [column.flags],
    values: ({ risks }) => [risks?.reduce((sum, count) => sum + count, 0) ?? null],
  },
  growth: { heads: ({ column }) => [column.growth], values: ({ growth }) => [growth] },
  seats: {
    heads: ({ column, onlySeats }) => [column.seats, onlySeats('', 2).trim()],
    values: ({ used, seats }) => [used, seats],
  },
  value: { heads: ({ column }) => [column.value], values: ({ value }) => [value] },
  renewal: { heads: ({ column }) => [column.renewal], values: ({ renewal }) => [isoDay(renewal)] },
  coverage: { heads: ({ column }) => [column.coverage], values: ({ coverage }) => [coverage] },
};
