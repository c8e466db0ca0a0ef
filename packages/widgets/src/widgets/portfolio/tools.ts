import { live } from 'lit/directives/live.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Formats } from '../../ui/formats.ts';
import { glyph } from '../../ui/glyph.ts';
import type { Column } from './columns.ts';
import type { portfolioMessages } from './portfolio.messages.ts';
import { type countRows, without } from './query-rows.ts';
import type { AccountsReading } from './read-portfolio.ts';

/** What the tools above the grid show, and what they change. */
export interface Tools {
  readonly words: (typeof portfolioMessages)['english'];
  readonly formats: Formats;
  readonly download: string;
  readonly reading: AccountsReading;
  readonly counts: ReturnType<typeof countRows>;
  readonly search: string;
  readonly tier: string;
  readonly segment: string;
  readonly sort: string;
  readonly columns: readonly Column[];
  readonly chosen: readonly Column[];
  /** How many of the chosen have room. */
  readonly fitting: number;
  readonly isFolded: boolean;
  readonly set: (change: { search?: string; tier?: string; segment?: string; sort?: string; columns?: string }) => void;
  readonly save: () => void;
  readonly leave: () => void;
}

const givenBy = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;

/** Find, filter, choose columns, save; in folded rows, which have no heads, also the order. */
export function tools(given: Tools): TemplateResult {
  const { words, search, set, leave, isFolded } = given;
  return html`<div class=${isFolded ? 'tools narrow-tools' : 'tools'} part="tools" role="search">
    <input class="field find" part="search" type="search" autocomplete="off" maxlength="100" placeholder=${words.search} aria-label=${words.search}
      .value=${live(search)} @input=${(event: Event) => set({ search: givenBy(event) })}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
        event.preventDefault();
        leave();
      }} />
    ${tiers(given)} ${segments(given)} ${isFolded ? order(given) : nothing}
    <span class="push"></span>
    ${choice(given)}
    <button class="button" part="download" type="button" @click=${given.save}>${given.download}</button>
  </div>`;
}

function tiers({ words, formats, reading, counts, tier, set }: Tools): TemplateResult | typeof nothing {
  const choices = [
    ...reading.tiers.map(({ id, label, tone }, place) => ({ id, label, tone, count: counts.tiers[place] ?? 0 })),
    { id: without, label: words.noScore, tone: 'no-score' as const, count: counts.without },
  ].filter(({ id, count, label }) => (count > 0 && label !== '') || id === tier);
  if (choices.length < 2 && tier === '') return nothing;
  return html`<div class="tiers" role="group" aria-label=${words.tier}>
    ${choices.map(
      ({
        id,
        label,
        tone,
        count,
      }) => html`<button class="button choose ${tone}" part="tier" type="button" aria-pressed=${id === tier}
        @click=${() => set({ tier: id === tier ? '' : id })}
      >${tone === 'plain' ? nothing : glyph(tone === 'no-score' ? null : tone, 10)}<bdi>${label}</bdi> <span>${formats.number(count)}</span></button>`,
    )}
  </div>`;
}

function segments({ words, reading, segment, set }: Tools): TemplateResult | typeof nothing {
  if (reading.segments.length === 0) return nothing;
  const some = reading.rows.some((row) => row.segment === null);
  const options = [
    { id: '', label: words.anySegment },
    ...reading.segments,
    ...(some ? [{ id: without, label: words.noSegment }] : []),
  ];
  return select(words.segment, options, segment, (value) => set({ segment: value }));
}

function order({ words, columns, sort, set }: Tools): TemplateResult {
  const options = columns.flatMap(({ name, by, first }) => {
    if (!by) return [];
    const rising = { id: name as string, label: words.rising(words.column[name]) };
    const falling = { id: `-${name}`, label: words.falling(words.column[name]) };
    return first === 'falling' ? [falling, rising] : [rising, falling];
  });
  return select(words.sort, options, sort, (value) => set({ sort: value }));
}

function select(
  label: string,
  options: readonly { readonly id: string; readonly label: string }[],
  value: string,
  choose: (value: string) => void,
): TemplateResult {
  return html`<select class="field" aria-label=${label} @change=${(event: Event) => choose(givenBy(event))}>
    ${options.map((option) => html`<option value=${option.id} .selected=${option.id === value}>${option.label}</option>`)}
  </select>`;
}

function choice({ words, columns, chosen, fitting, set }: Tools): TemplateResult {
  const close = (event: Event) => {
    const details = event.currentTarget as HTMLDetailsElement;
    if (event instanceof KeyboardEvent) {
      if (event.key !== 'Escape' || !details.open) return;
      details.querySelector('summary')?.focus();
    } else if (details.contains((event as FocusEvent).relatedTarget as Node | null)) return;
    details.open = false;
  };
  const toggle = ({ name }: Column) => {
    const kept = columns.filter((each) => (each.name === name) !== chosen.includes(each));
    set({ columns: kept.map((each) => each.name).join(' ') });
  };
  return html`<details class="columns" part="columns" @keydown=${close} @focusout=${close}>
    <summary class="button">${words.columns}</summary>
    <fieldset tabindex="-1">
      <legend class="unseen">${words.columns}</legend>
      ${columns
        .slice(1)
        .map(
          (column) =>
            html`<label><input type="checkbox" .checked=${live(chosen.includes(column))} @change=${() => toggle(column)} />${words.column[column.name]}</label>`,
        )}
      ${fitting < chosen.length ? html`<p class="small">${words.narrow}</p>` : nothing}
    </fieldset>
  </details>`;
}
