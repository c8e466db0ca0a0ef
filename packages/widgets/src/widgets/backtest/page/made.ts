import { html, nothing, type TemplateResult } from 'lit/html.js';
import { type Column, plainTable } from '../../../ui/data-table.ts';
import { instant, items, number, text } from '../../../ui/loose.ts';
import type { GivenBacktest } from '../read-backtest.ts';
import type { PageSpeech } from './page-speech.ts';

type Drawn = TemplateResult | typeof nothing;

/** How it was made, so that it can be made again: from what, by what, on which days. */
export function made(given: GivenBacktest, speech: PageSpeech): TemplateResult {
  const { page, formats } = speech;
  const count = (value: unknown) => formats.number(number(value, 0) ?? 0);
  const cutOffs = texts(given.cutOffs, 6000).flatMap((at) => instant(at) ?? []);
  const [first, last] = [cutOffs[0], cutOffs.at(-1)];
  const until = instant(given.knownUntil);
  const model = text(given.model?.id, 200);
  const { made } = given;
  const lines: (readonly [string, string | null])[] = [
    [page.program, text(made?.program, 200)],
    [page.files, texts(made?.files, 200).join(', ') || text(given.title, 200)],
    [page.ofModel, model === null ? page.noModel : page.version(model, text(given.model?.version, 200) ?? '')],
    [page.accounts, count(given.accounts)],
    [
      page.cutOffs,
      first === undefined || last === undefined
        ? null
        : page.lookedBack(
            formats.number(cutOffs.length),
            given.every === 'week' ? page.week : page.month,
            formats.day(first),
            formats.day(last),
          ),
    ],
    [page.knownUntil, until === null ? null : formats.day(until)],
    [page.draws, made ? page.drawn(count(made.draws), count(made.seed)) : null],
    [page.shape, text(given.schema, 40)],
  ];
  return html`<dl>
      ${lines.map(([name, said]) => (said ? html`<div><dt>${name}</dt><dd><bdi>${said}</bdi></dd></div>` : nothing))}
    </dl>
    ${splits(given, speech)} ${features(given, speech)}`;
}

const texts = (list: unknown, most: number): string[] =>
  Array.isArray(list) ? list.slice(0, most).flatMap((one) => text(one) ?? []) : [];

/** What was learned from at each distance ahead, and what was tested on. */
function splits(given: GivenBacktest, { page, words, formats }: PageSpeech): Drawn {
  const rows = items(given.horizons, 20);
  type Row = (typeof rows)[number];
  const count = (value: unknown) => formats.number(number(value, 0) ?? 0);
  const of = (one: Row['test']) => page.of(count(one?.rows), count(one?.outcomes));
  const column = (name: string, text: (row: Row) => string): Column<Row> => ({ name, text, value: text });
  return plainTable({
    caption: page.split,
    rows,
    columns: [
      column(words.distance, ({ days }) => words.days(count(days))),
      column(page.learnedFrom, ({ training }) => of(training)),
      column(page.testedFrom, ({ testFrom }) => {
        const from = instant(testFrom);
        return from === null ? '–' : formats.day(from);
      }),
      column(page.testedOn, ({ test }) => of(test)),
      column(page.between, ({ between }) => count(between)),
    ],
  });
}

function features(given: GivenBacktest, { page, formats }: PageSpeech): Drawn {
  const rows = items(given.features, 200);
  type Row = (typeof rows)[number];
  if (rows.length === 0) return nothing;
  const column = (name: string, text: (row: Row) => string): Column<Row> => ({ name, text, value: text });
  const table = plainTable({
    caption: page.features,
    rows,
    columns: [
      column(page.feature, ({ id }) => text(id, 200) ?? ''),
      column(page.more, ({ direction }) => page.direction(String(direction))),
      column(page.missing, ({ missing }) => {
        const share = number(missing, 0, 1);
        return share === null ? '–' : formats.share(share);
      }),
    ],
  });
  return html`<details><summary>${page.features}</summary>${table}</details>`;
}

/** What people said of scores, the newest first, and what became of those accounts. */
export function saidByPeople(given: GivenBacktest, { page, words, formats }: PageSpeech): Drawn {
  const rows = items(given.feedback?.latest, 200);
  type Row = (typeof rows)[number];
  if (rows.length === 0) return nothing;
  const column = (name: string, text: (row: Row) => string): Column<Row> => ({ name, text, value: text });
  const came = { true: words.yes, false: words.no } as const;
  return plainTable({
    caption: page.people,
    rows,
    columns: [
      column(page.account, ({ account }) => text(account, 200) ?? ''),
      column(page.on, ({ at }) => {
        const when = instant(at);
        return when === null ? '–' : formats.day(when);
      }),
      column(page.says, ({ says }) => (says === 'agree' ? page.agree : page.disagree)),
      column(page.why, ({ why }) => text(why) ?? '–'),
      column(page.cameAfter, ({ happened }) => (typeof happened === 'boolean' ? came[`${happened}`] : page.notKnown)),
    ],
  });
}
