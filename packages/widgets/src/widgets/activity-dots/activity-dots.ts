import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { nearest } from '../../draw/line.ts';
import type { HealthSource } from '../../source/health-source.ts';
import { base } from '../../ui/base.styles.ts';
import { tableStyles } from '../../ui/data-table.styles.ts';
import { DataTable } from '../../ui/data-table.ts';
import { formatsOf } from '../../ui/formats.ts';
import { LocaleController, localeProperties } from '../../ui/locale-controller.ts';
import { TextMeasure } from '../../ui/measure-text.ts';
import { plotStyles } from '../../ui/plot.styles.ts';
import { keyHelp, readable } from '../../ui/reader.ts';
import { ReportController, reportProperties } from '../../ui/report-controller.ts';
import type { GivenReport } from '../../ui/score-reading.ts';
import { SizeController } from '../../ui/size-controller.ts';
import { asOfLine, retryButton, stateReason, stateWord } from '../../ui/state-view.ts';
import type { Snapshot } from '../../ui/widget-state.ts';
import { activityMessages } from './activity-dots.messages.ts';
import { dotStyles } from './activity-dots.styles.ts';
import { type ActivityAttributes, attributeReport, type GivenRow } from './attribute-report.ts';
import { dotLegend, dotPlot } from './dot-plot.ts';
import { dotTable } from './dot-table.ts';
import { type DotLayout, type DotLettering, layoutDots } from './layout-dots.ts';
import { type ActivityReading, blankActivity, dayAt, readActivity } from './read-activity.ts';
import {
  type ActivitySpeech,
  activeLately,
  describeActivity,
  lately,
  sayActivity,
  sayDay,
  sayRow,
} from './say-activity.ts';

/** Width, in px, from which there is room for dots. */
const dotsFrom = 240;
/** Width from which words need not be short. */
const wordsFrom = 400;

/**
 * Who, or what, was active on which day: a dot a day, whose area grows with what was done, and who has gone quiet.
 *
 * Without a report: `rows` and `start`. Parts: base, label, headline, plot, legend, more, as-of, keys, table-toggle,
 * table, download, retry.
 */
export class ActivityDots extends LitElement {
  static readonly tag = 'hale-activity-dots';
  static override styles = [base, plotStyles, tableStyles, dotStyles];
  static override properties = {
    ...reportProperties,
    ...localeProperties,
    label: {},
    by: {},
    max: { type: Number },
    rows: { attribute: false },
    start: {},
  };

  /** The dots as one sentence, for where there is no drawing: server rendering, and text inside the tag. */
  static fallback(props: ActivityAttributes & { readonly report?: GivenReport | null }): string {
    const report = props.report ?? attributeReport(props);
    const activity = report && readActivity(report, props.by ?? null);
    const said =
      activity && sayActivity(activity, { words: activityMessages.english, formats: formatsOf('en', 'UTC') });
    return [props.label, said].filter(Boolean).join(': ');
  }

  declare report: GivenReport | null;
  declare source: HealthSource | null;
  declare account: string | null;
  declare timeZone: string;
  /** What the dots are of; "Activity" where nothing is said. */
  declare label: string | null;
  /** Which grid of the report is shown, by what its rows are told apart by: `user`, `feature`, `team`; else the first. */
  declare by: string | null;
  /** Rows drawn at most; the table has them all. */
  declare max: number;
  /** The rows themselves, with `start`. */
  declare rows: readonly GivenRow[] | null;
  /** The first day of `rows`, as `2026-01-05`. */
  declare start: string | null;

  #report = new ReportController(this, () => attributeReport(this));
  #size = new SizeController(this, [wordsFrom]);
  #locale = new LocaleController(this);
  #letters = new TextMeasure(this);
  #table = new DataTable(this, this.#locale);
  /** The day read: its row, and its place among the days shown. */
  #read: { readonly row: number; readonly column: number } | null = null;
  #layout: DotLayout | null = null;

  constructor() {
    super();
    this.report = this.source = this.account = null;
    this.timeZone = 'UTC';
    this.label = this.by = this.rows = this.start = null;
    this.max = 15;
  }

  #move = (event: PointerEvent): void => {
    if (!this.#layout) return;
    const { left, right, top } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const { width, rows, xs } = this.#layout;
    const x = this.#locale.isMirrored ? right - event.clientX : event.clientX - left;
    const row = nearest(
      rows.map(({ y }) => y),
      event.clientY - top,
    );
    this.#readAt(x > width ? null : { row, column: nearest(xs, x) });
  };

  #leave = (): void => this.#readAt(null);

  #key = (event: KeyboardEvent): void => {
    if (!this.#layout) return;
    const last = { row: this.#layout.rows.length - 1, column: this.#layout.xs.length - 1 };
    const { row, column } = this.#read ?? { row: 0, column: last.column };
    const later = this.#locale.isMirrored ? -1 : 1;
    const to: Record<string, { row: number; column: number } | null> = {
      ArrowRight: { row, column: column + later },
      ArrowLeft: { row, column: column - later },
      ArrowUp: { row: row - 1, column },
      ArrowDown: { row: row + 1, column },
      Home: { row, column: 0 },
      End: { row, column: last.column },
      Escape: null,
    };
    const next = to[event.key];
    // Escape with nothing read is the page's own, to close a dialog for example.
    if (next === undefined || (next === null && this.#read === null)) return;
    event.preventDefault();
    event.stopPropagation();
    const within = (at: number, end: number) => Math.min(end, Math.max(0, at));
    this.#readAt(next && { row: within(next.row, last.row), column: within(next.column, last.column) });
  };

  #readAt(next: { row: number; column: number } | null): void {
    if (next?.row === this.#read?.row && next?.column === this.#read?.column) return;
    this.#read = next;
    this.requestUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { width } = this.#size;
    if (width === null) return nothing;
    return this.#report.draw((snapshot) => this.#draw(snapshot, width));
  }

  #draw(snapshot: Snapshot, width: number): TemplateResult {
    const speech = { words: this.#locale.say(activityMessages), formats: this.#locale.formats };
    const activity = snapshot.report && readActivity(snapshot.report, this.by);
    this.#layout = null;
    return html`<div part="base">
      ${this.#size.reaches(dotsFrom) ? this.#full(snapshot, activity, width, speech) : this.#compact(snapshot, activity, speech)}
    </div>`;
  }

  #compact(snapshot: Snapshot, activity: ActivityReading | null, speech: ActivitySpeech): TemplateResult {
    const { words, formats } = speech;
    if (!activity) {
      return html`<p class="figures" part="headline">${snapshot.report ? words.none : stateWord(snapshot, this.#locale)}</p>
        <p class="small" part="as-of">${stateReason(snapshot, this.#locale)} ${retryButton(this.#report, this.#locale)}</p>`;
    }
    const figure = words.attendance(formats.number(activeLately(activity)), formats.number(activity.rows.length));
    return html`<p class="figures"><b class="figure-now"><bdi>${figure}</bdi></b> <span>${words.active(lately)}</span></p>
      <p class="small" part="headline"><bdi>${sayActivity(activity, speech)}</bdi> ${retryButton(this.#report, this.#locale)}</p>`;
  }

  #full(snapshot: Snapshot, activity: ActivityReading | null, width: number, speech: ActivitySpeech): TemplateResult {
    const { words, formats } = speech;
    const { report } = snapshot;
    const drawn = activity ?? blankActivity(snapshot.state === 'empty' || report !== null);
    const layout = layoutDots(drawn, width, this.max, activity ? this.#lettering(activity, speech) : mute);
    if (activity) this.#layout = layout;
    const reading = activity && this.#reading(activity, layout, speech);
    const read = reading ? this.#read : null;
    const look = activity ? (snapshot.state === 'stale' ? 'hollow' : 'solid') : 'faint';
    const plot = dotPlot({ layout, look, read, isMirrored: this.#locale.isMirrored });
    const title = activity ? this.#title(activity, layout, speech) : (this.label ?? words.activity);
    const state = report ? words.none : stateWord(snapshot, this.#locale);
    const head = reading ?? (activity ? sayActivity(activity, speech) : state);
    const hidden = activity ? activity.more + activity.rows.length - layout.rows.length : 0;
    const notes = activity || report ? asOfLine(snapshot, this.#locale) : stateReason(snapshot, this.#locale);
    return html`<div class="head">
        <p class="label" part="label"><bdi>${title}</bdi></p>
        <p class="headline" part="headline"><bdi>${head}</bdi></p>
      </div>
      ${activity ? this.#readable(activity, layout, title, plot, speech) : plot}
      ${hidden > 0 ? html`<p class="small more" part="more">${words.more(formats.number(hidden))}</p>` : nothing}
      ${activity ? dotLegend(layout, speech) : nothing}
      <div class="foot">
        <p class="small notes" part="as-of"><bdi>${notes}</bdi>${retryButton(this.#report, this.#locale)}</p>
        ${activity ? [keys(words), this.#table.toggle()] : nothing}
      </div>
      ${activity ? this.#table.render(() => dotTable(activity, layout.columns.from, title, speech)) : nothing}`;
  }

  #lettering(activity: ActivityReading, speech: ActivitySpeech): DotLettering {
    const { words, formats } = speech;
    const utc = formatsOf(formats.lang, 'UTC');
    const isBrief = !this.#size.reaches(wordsFrom);
    return {
      measure: (text, size) => this.#letters.width(text, size),
      end: (row, from) => sayRow(row, activity, from, speech, isBrief),
      week: (day) => utc.day(dayAt(activity, day)),
      column: words.column,
    };
  }

  #title(activity: ActivityReading, { columns }: DotLayout, { words, formats }: ActivitySpeech): string {
    const label = this.label ?? words.activity;
    const all = Math.ceil((activity.days + activity.weekday) / 7);
    const shown = columns.weeks.length;
    const written = formats.number(shown);
    return shown < all ? words.titleOf(label, written, formats.number(all), all) : words.title(label, written, shown);
  }

  /** The day read, in words; null where none is, or where it is no longer shown. */
  #reading(activity: ActivityReading, { rows, xs, columns }: DotLayout, speech: ActivitySpeech): string | null {
    const row = this.#read && rows[this.#read.row]?.row;
    if (!row || !this.#read || xs[this.#read.column] === undefined) return null;
    return sayDay(activity, row, columns.from + this.#read.column, speech);
  }

  #readable(activity: ActivityReading, layout: DotLayout, title: string, plot: TemplateResult, speech: ActivitySpeech) {
    const { row, column } = this.#read ?? { row: 0, column: layout.xs.length - 1 };
    return readable(plot, {
      label: speech.words.read(title),
      description: describeActivity(activity, layout.columns.from, speech),
      at: row * layout.xs.length + column,
      last: layout.rows.length * layout.xs.length - 1,
      text: this.#reading(activity, layout, speech),
      onKey: this.#key,
      onMove: this.#move,
      onLeave: this.#leave,
    });
  }
}

/** The lettering of a grid that has nothing to say. */
const mute: DotLettering = { measure: () => 0, end: () => '', week: () => '', column: '' };

function keys(words: ActivitySpeech['words']): TemplateResult {
  return keyHelp([
    [['←', '→'], words.move],
    [['↑', '↓'], words.moveRow],
    [['Home', 'End'], words.ends],
    [['Esc'], words.leave],
  ]);
}
