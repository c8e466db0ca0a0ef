import { html, nothing, type TemplateResult } from 'lit/html.js';
import { isDeveloping, listOf } from '#developing';
import type { HealthSource } from '../../source/health-source.ts';
import { asReport, type GivenView } from '../../ui/as-report.ts';
import { base } from '../../ui/base.styles.ts';
import { tableStyles } from '../../ui/data-table.styles.ts';
import { DataTable } from '../../ui/data-table.ts';
import { formatsOf } from '../../ui/formats.ts';
import { LocaleController, localeProperties } from '../../ui/locale-controller.ts';
import { TextMeasure } from '../../ui/measure-text.ts';
import { plotStyles } from '../../ui/plot.styles.ts';
import { keyHelp, type Place, PlotReader } from '../../ui/plot-reader.ts';
import { PrintedSize } from '../../ui/printed-size.ts';
import { dateText, numberFrom } from '../../ui/properties.ts';
import { ReportController, reportProperties } from '../../ui/report-controller.ts';
import { isRightToLeft } from '../../ui/right-to-left.ts';
import { roomStyles } from '../../ui/room.styles.ts';
import type { GivenReport } from '../../ui/score-reading.ts';
import { ageText, asOfLine, retryButton, stateReason, stateWord, withAge } from '../../ui/state-view.ts';
import { TemplateWidget } from '../../ui/template-widget.ts';
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
  sayNone,
  sayRow,
} from './say-activity.ts';

/** Rows drawn where nothing is said. */
const mostRows = 15;
/** Width, in px, from which there is room for dots. */
const dotsFrom = 240;
/** Width from which words need not be short. */
const wordsFrom = 400;

/** What `ActivityDots.fallback` makes its sentence of. */
export interface ActivityFallback extends ActivityAttributes {
  readonly report?: GivenReport | GivenView | null | undefined;
}

/**
 * Who, or what, was active on which day: a dot a day, whose area grows with what was done, and who has gone quiet.
 * The container decides how many weeks are shown. Read by pointer, by keyboard, or as a table.
 *
 * @element hale-activity-dots
 *
 * @attr account - Id of the account to show, with a source of one's own or of `<hale-provider>`.
 * @attr label - What the dots are of; "Activity" where absent.
 * @attr by - Which grid of the report is shown, by what its rows are told apart by: `user`, `feature`, `team`; the first by default.
 * @attr {number} max - Rows drawn at most, 15 by default; the table has them all.
 * @attr start - The first day of `rows`: `2026-01-05`.
 * @attr time-zone - In which the report's date is written: an IANA name, `UTC` by default. The days themselves are UTC.
 *
 * @prop {Report | CustomerView | null} report - A report, or a customer's view, at hand. It goes before a source, which goes before `rows`.
 * @prop {HealthSource | null} source - A source of this widget's own.
 * @prop {GivenRow[] | null} rows - Rows without a report; they need a `start`.
 *
 * @fires {CustomEvent<ReportDetail>} hale-report - Another report is shown.
 * @fires {CustomEvent<ErrorDetail>} hale-error - A report did not come, or cannot be read.
 *
 * @csspart base - All of it.
 * @csspart label - What the dots are of, and over how many weeks.
 * @csspart headline - The generated sentence, or the day being read.
 * @csspart plot - The drawing.
 * @csspart description - All that the plot shows in words, for assistive technology.
 * @csspart more - How many rows are not drawn.
 * @csspart legend - What the dots mean.
 * @csspart as-of - Date, share observed, state.
 * @csspart keys - The keys that read the plot, while it has the keyboard.
 * @csspart table-toggle - The words that open and close the table.
 * @csspart table - The table.
 * @csspart download - The button that saves the table as CSV.
 * @csspart retry - The button that asks again.
 *
 * @cssprop --hale-rows - How many people, features or teams it keeps room for, at any time; as are usual while it waits for a report, where absent.
 * @cssprop --hale-surface, --hale-wash - Behind the widget: hollow marks, hovered buttons.
 * @cssprop --hale-ink, --hale-ink-muted, --hale-line, --hale-line-strong - Words, discs and lines.
 * @cssprop --hale-accent, --hale-accent-text - Squares, the day read, focus, and what is pressed.
 * @cssprop --hale-radius - Corner of buttons.
 */
export class ActivityDots extends TemplateWidget {
  static readonly tag = 'hale-activity-dots';
  static override styles = [base, roomStyles, plotStyles, tableStyles, dotStyles];
  static override properties = {
    ...reportProperties,
    ...localeProperties,
    label: {},
    by: {},
    max: numberFrom(1, Infinity),
    rows: { attribute: false, ...(isDeveloping && listOf(({ counts }) => Array.isArray(counts), '{ label, counts }')) },
    start: dateText,
  };

  /** The dots as one sentence, for where there is no drawing: server rendering, and text inside the tag. */
  static fallback(given: ActivityFallback): string {
    const report = given.report ? asReport(given.report) : attributeReport(given);
    const activity = report && readActivity(report, given.by ?? null);
    const said =
      activity && sayActivity(activity, { words: activityMessages.english, formats: formatsOf('en', 'UTC') });
    return [given.label, said].filter(Boolean).join(': ');
  }

  declare report: GivenReport | GivenView | null;
  declare source: HealthSource | null;
  declare account: string | null;
  declare timeZone: string;
  declare label: string | null;
  declare by: string | null;
  declare max: number | null;
  declare rows: readonly GivenRow[] | null;
  declare start: string | null;

  #report = new ReportController(this, () => attributeReport(this));
  #size = new PrintedSize(this, [wordsFrom]);
  #locale = new LocaleController(this);
  #letters = new TextMeasure(this);
  #table = new DataTable(this, this.#locale);
  #reader = new PlotReader(this);

  protected override render(): TemplateResult | typeof nothing {
    const { width } = this.#size;
    if (width === null) return nothing;
    return this.#report.draw((snapshot) => this.#draw(snapshot, width));
  }

  #draw(snapshot: Snapshot, width: number): TemplateResult {
    const speech = { words: this.#locale.say(activityMessages), formats: this.#locale.formats };
    const activity = snapshot.report && readActivity(snapshot.report, this.by);
    const hasDots = this.#size.reaches(dotsFrom);
    return html`<div class=${hasDots ? 'room' : ''} part="base">
      ${hasDots ? this.#full(snapshot, activity, width, speech) : this.#compact(snapshot, activity, speech)}
    </div>`;
  }

  #compact(snapshot: Snapshot, activity: ActivityReading | null, speech: ActivitySpeech): TemplateResult {
    const { words, formats } = speech;
    if (!activity) {
      return html`<p class="figures" part="headline">${snapshot.report ? sayNone(snapshot.report, speech) : stateWord(snapshot, this.#locale)}</p>
        <p class="small" part="as-of">${ageText(snapshot) || stateReason(snapshot, this.#locale)} ${retryButton(this.#report)}</p>`;
    }
    const figure = words.attendance(formats.number(activeLately(activity)), formats.number(activity.rows.length));
    return html`<p class="figures"><b class="figure-now"><bdi>${figure}</bdi></b> <span>${words.active(lately)}</span></p>
      <p class="small" part="headline"><bdi>${withAge(sayActivity(activity, speech), snapshot, this.#locale)}</bdi> ${retryButton(this.#report)}</p>`;
  }

  #full(snapshot: Snapshot, activity: ActivityReading | null, width: number, speech: ActivitySpeech): TemplateResult {
    const { words, formats } = speech;
    const { report } = snapshot;
    const drawn = activity ?? blankActivity(snapshot.state === 'empty' || report !== null);
    const layout = layoutDots(drawn, width, this.max ?? mostRows, activity ? this.#lettering(activity, speech) : mute);
    const place =
      activity &&
      this.#reader.over(
        layout.xs,
        layout.rows.map(({ y }) => y),
        layout.columns.pitch,
      );
    const say = ({ row, column }: Place) => {
      const at = layout.rows[row]?.row;
      return activity && at ? sayDay(activity, at, layout.columns.from + column, speech) : '';
    };
    const look = activity ? (snapshot.state === 'stale' ? 'hollow' : 'solid') : 'faint';
    const plot = dotPlot({ layout, look, read: place, isMirrored: isRightToLeft(this) });
    const title = activity ? this.#title(activity, layout, speech) : (this.label ?? words.activity);
    const state = report ? sayNone(report, speech) : stateWord(snapshot, this.#locale);
    const head = place ? say(place) : activity ? sayActivity(activity, speech) : state;
    const hidden = activity ? activity.more + activity.rows.length - layout.rows.length : 0;
    const notes = activity || report ? asOfLine(snapshot, this.#locale) : stateReason(snapshot, this.#locale);
    return html`<div class="head">
        <p class="label" part="label"><bdi>${title}</bdi></p>
        <p class="headline" part="headline"><bdi>${head}</bdi></p>
      </div>
      ${
        activity
          ? this.#reader.render(plot, {
              label: words.read(title),
              description: describeActivity(activity, layout.columns.from, speech),
              say,
            })
          : plot
      }
      ${hidden > 0 ? html`<p class="small more" part="more">${words.more(formats.number(hidden))}</p>` : nothing}
      ${activity ? dotLegend(layout, speech) : nothing}
      <div class="foot">
        <p class="small notes" part="as-of"><bdi>${notes}</bdi>${retryButton(this.#report)}</p>
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
