import { isDeveloping, warnOnce } from '#developing';
import type { HealthSource } from '../../source/health-source.ts';
import { asReport, type GivenView } from '../../ui/as-report.ts';
import { formatsOf } from '../../ui/formats.ts';
import { frame } from '../../ui/frame.styles.ts';
import { glyphMark } from '../../ui/glyph-mark.ts';
import { LocaleController, localeProperties } from '../../ui/locale-controller.ts';
import { elementOf, type Mark, type Shape } from '../../ui/marks.ts';
import { dateText, daysBack, numberAttribute, numberFrom, oneOf, tierList } from '../../ui/properties.ts';
import { ReportController, reportProperties } from '../../ui/report-controller.ts';
import { attributeReport, type ScoreAttributes } from '../../ui/score-attributes.ts';
import { type GivenReport, readScore, type Tier } from '../../ui/score-reading.ts';
import { type Size, SizeController } from '../../ui/size-controller.ts';
import { stateWord } from '../../ui/state-words.ts';
import { summaryMessages } from '../../ui/summary.messages.ts';
import { changeSentence, joined, scoreSentence } from '../../ui/summary.ts';
import { sweep } from '../../ui/sweep.ts';
import { Widget } from '../../ui/widget.ts';
import type { Snapshot } from '../../ui/widget-state.ts';
import { type DialForm, dial, dialForm } from './dial.ts';
import { gaugeMessages } from './gauge.messages.ts';
import { gaugeStyles } from './gauge.styles.ts';
import { changeRow, handText, notes, story, type Wordiness, words } from './gauge-words.ts';
import { lyingScale } from './lying-scale.ts';
import { type GaugePicture, picture } from './picture.ts';

/** The width in px from which the dial is drawn at its largest, until words come beside it. */
const roomy = 320;

/** What `Gauge.fallback` makes its sentence of. */
export interface GaugeFallback extends ScoreAttributes {
  readonly report?: GivenReport | GivenView | null | undefined;
}

/**
 * The score of an account on its scale, with its tier, its change, and how much was seen.
 *
 * @element hale-gauge
 *
 * @attr account - Id of the account to show, with a source of one's own or of `<hale-provider>`.
 * @attr {number} score - 0–100, for a gauge without a report. Absent or empty is no score, never 0.
 * @attr label - Whose score: shown above the dial, and spoken. The report's account where absent.
 * @attr tier - Id or label of the tier; by default the one the score falls in.
 * @attr {number} change - Points gained or lost over `days`.
 * @attr {number} days - What `change` looks back over; 28 by default.
 * @attr {number} coverage - Share observed, 0–1.
 * @attr as-of - When the score is of: `2026-11-14T09:00:00Z`.
 * @attr time-zone - In which dates are written: an IANA name, `UTC` by default.
 * @attr {'auto'|'row'} layout - `row` lays the scale down at any width, as for a table; by default below 96 px only.
 *
 * @prop {Report | CustomerView | null} report - A report, or a customer's view, at hand. It goes before a source, which goes before attributes.
 * @prop {HealthSource | null} source - A source of this gauge's own.
 * @prop {Tier[] | null} tiers - The scale, worst first; at risk, watch from 40, healthy from 70 by default.
 *
 * @fires {CustomEvent<ReportDetail>} hale-report - Another report is shown.
 * @fires {CustomEvent<ErrorDetail>} hale-error - A report did not come, or cannot be read.
 *
 * @csspart base - All of it.
 * @csspart label - Whose score it is.
 * @csspart dial - The dial, or the row, with its figure and tier.
 * @csspart plot - The drawing.
 * @csspart figure - The score as a number.
 * @csspart tier - Glyph and word.
 * @csspart glyph - The shape that stands for the tier.
 * @csspart hand - That a person set it, in a row.
 * @csspart change - Arrow and points.
 * @csspart headline - The generated sentence.
 * @csspart reasons-label - What the list of reasons is.
 * @csspart reasons - The largest reasons.
 * @csspart note - A line of small print: date, share observed, state.
 * @csspart retry - The button that asks again.
 *
 * @cssprop --hale-surface - Behind the widget: the needle's halo, hollow marks.
 * @cssprop --hale-ink, --hale-ink-muted, --hale-line, --hale-line-strong - Words and lines.
 * @cssprop --hale-{tier}-mark, --hale-{tier}-text - Of at-risk, watch, healthy, thriving.
 * @cssprop --hale-accent - Focus.
 * @cssprop --hale-radius - Corner of the button.
 */
export class Gauge extends Widget {
  static readonly tag = 'hale-gauge';
  static override styles = [frame, gaugeStyles];
  static override properties = {
    ...reportProperties,
    ...localeProperties,
    label: {},
    score: numberAttribute,
    tier: {},
    tiers: tierList,
    change: numberFrom(-100, 100),
    days: daysBack,
    coverage: numberFrom(0, 1),
    asOf: { attribute: 'as-of', ...dateText },
    layout: oneOf('auto', 'row'),
  };

  /** The gauge as one sentence, for where nothing can be drawn: "Acme: 72 of 100, Healthy". Empty when given nothing. */
  static fallback(given: GaugeFallback): string {
    const report = given.report ? asReport(given.report) : attributeReport(given);
    if (!report) return given.label ?? '';
    const reading = readScore(report);
    return scoreSentence(reading, formatsOf('en', 'UTC'), given.label ?? reading.name);
  }

  declare report: GivenReport | GivenView | null;
  declare source: HealthSource | null;
  declare account: string | null;
  declare timeZone: string;
  declare label: string | null;
  declare score: number | null;
  declare tier: string | null;
  declare tiers: readonly Tier[] | null;
  declare change: number | null;
  declare days: number | null;
  declare coverage: number | null;
  declare asOf: string | null;
  declare layout: 'auto' | 'row';

  #report = new ReportController(this, () => attributeReport(this));
  #size = new SizeController(this, [roomy]);
  #locale = new LocaleController(this);
  #toward = sweep(this);

  protected override paint(root: ShadowRoot): void {
    const { width, size } = this.#size;
    if (width === null || size === null) return;
    const mark = this.#report.draw((snapshot) => this.#base(snapshot, width, size));
    const base = elementOf(mark, root.firstElementChild, `gauge ${this.layout === 'row'} ${size}`);
    if (base !== root.firstChild) root.replaceChildren(base);
  }

  protected override updated(): void {
    const { reading } = this.#report.snapshot;
    if (isDeveloping && reading && !this.label && !reading.name) {
      warnOnce('hale: a <hale-gauge> has no label="…" that says whose score it is.');
    }
  }

  #base(snapshot: Snapshot, width: number, size: Size): Shape {
    const { reading } = snapshot;
    const drawn = picture(snapshot, this.#toward(reading?.score ?? null), this.#locale.formats);
    const base = (kind: string, ...held: Mark[]): Shape => {
      return ['div', { class: `base ${kind} ${reading?.tier?.tone ?? 'no-score'}`, part: 'base' }, ...held];
    };
    const box = (kind: string, ...held: Mark[]): Mark => ['div', { class: kind }, ...held];
    const small = (much: Wordiness) => notes(this.#report, this.#locale, drawn, much);
    if (size === 'tiny' || this.layout === 'row') {
      const isStack = width < 150;
      const length = isStack ? width : Math.min(92, Math.max(40, width - 130));
      return base(
        isStack ? 'stack' : 'row',
        this.#line(snapshot, drawn, length),
        box('beyond', ...this.#tierWord(snapshot, true), ...small('least')),
      );
    }
    if (size === 'small') {
      const isQuiet = snapshot.state === 'ready' && !reading?.override;
      const dial = this.#dial(snapshot, drawn, dialForm(Math.min(width, 120)));
      return base('narrow', dial, ...(isQuiet ? [] : small('little')));
    }
    // What comes from a source takes its room before it is there.
    const held = this.account === null ? '' : 'held';
    const label = this.label ? words('label', 'label', this.label) : null;
    if (size === 'medium') {
      const dial = this.#dial(snapshot, drawn, dialForm(this.#size.reaches(roomy) ? 300 : 240));
      return base('', label, dial, box(`notes ${held}`, ...small('more')));
    }
    const isLarge = size === 'large';
    const dial = this.#dial(snapshot, drawn, dialForm(isLarge ? 200 : 240));
    const told = story(this.#report, this.#locale, isLarge ? 3 : 6);
    const beside = box(`words ${held}`, ...told, box('notes', ...small('all')));
    return base('', label, box(`beside ${size}`, dial, beside));
  }

  #dial(snapshot: Snapshot, drawn: GaugePicture, form: DialForm): Mark {
    const [width] = form;
    return [
      'div',
      {
        class: `dial w${width} ${width < 200 ? '' : 'within'}`,
        part: 'dial',
        role: 'img',
        'aria-label': this.#name(snapshot),
      },
      dial(drawn, form, this.#locale.formats),
      ...this.#tierWord(snapshot),
      width < 240 ? null : changeRow(snapshot, this.#locale),
    ];
  }

  #line(snapshot: Snapshot, drawn: GaugePicture, length: number): Mark {
    return [
      'div',
      { class: 'line', part: 'dial', role: 'img', 'aria-label': this.#name(snapshot) },
      ['b', { class: 'value', part: 'figure' }, drawn.figure || '–'],
      lyingScale(drawn, length),
    ];
  }

  #tierWord(snapshot: Snapshot, isRow = false): Mark[] {
    const tier = snapshot.reading?.tier ?? null;
    if (tier?.tone === 'plain') return [];
    const { byHand, hand } = this.#locale.say(gaugeMessages);
    const isSet = tier !== null && snapshot.reading?.override != null;
    const word = tier?.label ?? stateWord(snapshot, this.#locale);
    return [
      [
        'p',
        { class: `tier-word ${tier ? '' : 'none'}`, part: 'tier' },
        tier !== null || snapshot.state === 'not-enough' ? glyphMark(tier?.tone ?? null) : null,
        ['bdi', {}, isSet && !isRow ? byHand(word) : word],
      ],
      isSet && isRow ? ['p', { class: 'small', part: 'hand' }, hand] : null,
    ];
  }

  #name(snapshot: Snapshot): string {
    const { reading } = snapshot;
    const { formats } = this.#locale;
    const name = this.label ?? reading?.name ?? this.#locale.say(gaugeMessages).health;
    if (!reading || reading.score === null) {
      return this.#locale.say(summaryMessages).named(name, stateWord(snapshot, this.#locale));
    }
    const set = handText(reading, this.#locale);
    const said = [scoreSentence(reading, formats, name), changeSentence(reading, formats), set];
    return joined(said, this.#locale.say(summaryMessages).next);
  }
}
