import { html, nothing, type TemplateResult } from 'lit/html.js';
import { isDeveloping, listOf } from '#developing';
import type { HealthSource } from '../../source/health-source.ts';
import { asReport, type GivenView } from '../../ui/as-report.ts';
import { base } from '../../ui/base.styles.ts';
import { tableStyles } from '../../ui/data-table.styles.ts';
import { formatsOf } from '../../ui/formats.ts';
import { LocaleController, localeProperties } from '../../ui/locale-controller.ts';
import { text } from '../../ui/loose.ts';
import { plotStyles } from '../../ui/plot.styles.ts';
import { PrintedSize } from '../../ui/printed-size.ts';
import { ReportController, reportProperties } from '../../ui/report-controller.ts';
import { roomStyles } from '../../ui/room.styles.ts';
import type { GivenReport } from '../../ui/score-reading.ts';
import { asOfText, retryButton, stateReason, stateWord } from '../../ui/state-view.ts';
import { TemplateWidget } from '../../ui/template-widget.ts';
import { toCome } from '../../ui/to-come.ts';
import type { Snapshot } from '../../ui/widget-state.ts';
import { playbookMessages } from './playbook.messages.ts';
import { playbookStyles } from './playbook.styles.ts';
import { type DoneStep, type PlaybookReading, readDone, readPlaybooks, sayFollowed } from './read-playbooks.ts';
import { tellStep } from './step-event.ts';
import { nextOf, type ShownSteps, stepList } from './step-list.ts';

/** Width, in px, from which there is room for all steps. */
const stepsFrom = 240;

/** What `Playbook.fallback` makes its sentence of. */
export interface PlaybookFallback {
  readonly report?: GivenReport | GivenView | null | undefined;
  readonly steps?: readonly string[] | null | undefined;
  readonly label?: string | null | undefined;
  readonly playbook?: string | null | undefined;
}

/**
 * The steps that are suggested for an account, in order, to be ticked: what is done, what is next, and why. The page
 * decides what a tick does, and keeps what is done.
 *
 * @element hale-playbook
 *
 * @attr account - Id of the account to show, with a source of one's own or of `<hale-provider>`.
 * @attr playbook - Id of the one playbook to show; by default the first in full, and the others folded.
 * @attr label - What the steps are called; the playbook's own name where absent.
 * @attr time-zone - In which dates are written: an IANA name, `UTC` by default.
 *
 * @prop {Report | CustomerView | null} report - A report at hand; a customer's view has no playbooks. It goes before a source, which goes before `steps`.
 * @prop {HealthSource | null} source - A source of this widget's own.
 * @prop {string[] | null} steps - Steps without a report.
 * @prop {DoneStep[] | null} done - Which steps are done, and when, as the page keeps them. Set anew, it goes before what was ticked since.
 *
 * @fires {CustomEvent<PlaybookStepDetail>} hale-playbook-step - A reader ticks a step, or takes the tick back. Unless prevented, it is shown so until `done` is set.
 * @fires {CustomEvent<ReportDetail>} hale-report - Another report is shown.
 * @fires {CustomEvent<ErrorDetail>} hale-error - A report did not come, or cannot be read.
 *
 * @csspart base - All of it.
 * @csspart label - What the steps are called.
 * @csspart headline - How many are done, and what is next.
 * @csspart steps - The list of a playbook.
 * @csspart step - One of them; also `done` or `next`.
 * @csspart check - What is pressed to tick it.
 * @csspart when - When it was done.
 * @csspart because - Why it is suggested.
 * @csspart other - Another playbook, folded.
 * @csspart as-of - Date, state.
 * @csspart retry - The button that asks again.
 *
 * @cssprop --hale-rows - How many steps it keeps room for, at any time; as are usual while it waits for a report, where absent.
 * @cssprop --hale-surface, --hale-wash - Behind the widget; steps pointed at.
 * @cssprop --hale-ink, --hale-ink-muted, --hale-line, --hale-line-strong - Words, rings and lines.
 * @cssprop --hale-accent, --hale-accent-text - The ring of the next step, focus, and what is pressed.
 * @cssprop --hale-radius - Corner of the button.
 */
export class Playbook extends TemplateWidget {
  static readonly tag = 'hale-playbook';
  static override styles = [base, roomStyles, plotStyles, tableStyles, playbookStyles];
  static override properties = {
    ...reportProperties,
    ...localeProperties,
    playbook: {},
    label: {},
    steps: {
      attribute: false,
      ...(isDeveloping && {
        takes: (steps: unknown) => Array.isArray(steps) && steps.every((step) => typeof step === 'string'),
        expected: 'a list of texts',
      }),
    },
    done: { attribute: false, ...(isDeveloping && listOf(({ step }) => Number.isInteger(step), '{ playbook, step }')) },
  };

  /** The steps as sentences, for where there is no drawing: server rendering, and text inside the tag. */
  static fallback({ report, steps, label, playbook }: PlaybookFallback): string {
    const given = report ? asReport(report) : ofSteps(steps);
    const [first] = (given && readPlaybooks(given, playbook ?? null)) ?? [];
    if (!first) return label ?? '';
    const title = label ?? first.label ?? playbookMessages.english.title;
    return `${title}: ${first.steps.map((step, place) => `${formatsOf('en', 'UTC').number(place + 1)}. ${step}`).join(' ')}`;
  }

  declare report: GivenReport | GivenView | null;
  declare source: HealthSource | null;
  declare account: string | null;
  declare timeZone: string;
  declare playbook: string | null;
  declare label: string | null;
  declare steps: readonly string[] | null;
  declare done: readonly DoneStep[] | null;

  #report = new ReportController(this, () => ofSteps(this.steps));
  #size = new PrintedSize(this);
  #locale = new LocaleController(this);
  /** What was ticked, or no longer is, since the page last said what is done: by playbook and place. */
  #ticked = new Map<string, boolean>();
  #open = new Set<string>();
  #kept: readonly DoneStep[] | null = null;
  #whose: string | null = null;

  protected override render(): TemplateResult | typeof nothing {
    if (this.#size.width === null) return nothing;
    return this.#report.draw((snapshot) => this.#draw(snapshot));
  }

  #account(): string | null {
    return text(this.#report.snapshot.report?.account?.id) ?? this.account;
  }

  /** What was ticked is of one account, and holds until the page says what is done. */
  #settle(): void {
    const whose = this.#account();
    if (this.done === this.#kept && whose === this.#whose) return;
    this.#ticked.clear();
    this.#kept = this.done;
    this.#whose = whose;
  }

  #draw(snapshot: Snapshot): TemplateResult {
    const { report, state } = snapshot;
    this.#settle();
    const words = this.#locale.say(playbookMessages);
    const found = report && readPlaybooks(report, text(this.playbook));
    const [first, ...rest] = found ?? [];
    const isCompact = !this.#size.reaches(stepsFrom);
    const shown = first && this.#shown(first, true, isCompact);
    const notes = !report
      ? stateReason(snapshot, this.#locale)
      : state === 'stale'
        ? asOfText(snapshot, this.#locale)
        : '';
    const retry = retryButton(this.#report);
    return html`<div class="${isCompact ? '' : 'room'} ${state}" part="base">
      <section>
        <div class="head">
          <p class="label" part="label"><bdi>${this.label ?? (first?.label ? words.named(first.label) : words.title)}</bdi></p>
          <p class="headline" part="headline"><bdi>${shown ? this.#headline(shown) : this.#noneWord(snapshot, found)}</bdi></p>
        </div>
        ${state === 'loading' && !isCompact ? toCome : nothing} ${shown ? stepList(shown) : nothing}
        ${!isCompact && first ? this.#because(first) : nothing}
        ${!isCompact && found && !first ? html`<p class="small"><bdi>${words.noneWhy}</bdi></p>` : nothing}
      </section>
      ${isCompact ? nothing : rest.map((other) => this.#other(other))}
      ${notes || retry !== nothing ? html`<div class="foot"><p class="small" part="as-of"><bdi>${notes}</bdi>${retry}</p></div>` : nothing}
    </div>`;
  }

  #noneWord(snapshot: Snapshot, found: readonly PlaybookReading[] | null): string {
    const words = this.#locale.say(playbookMessages);
    if (!snapshot.report) return stateWord(snapshot, this.#locale);
    return found ? words.none : words.unknown;
  }

  #shown(playbook: PlaybookReading, isFirst: boolean, isNextAlone: boolean): ShownSteps {
    const done = readDone(this.done, playbook, isFirst);
    for (const step of playbook.steps.keys()) {
      const ticked = this.#ticked.get(`${playbook.id} ${step}`);
      if (ticked === true && !done.has(step)) done.set(step, null);
      if (ticked === false) done.delete(step);
    }
    return {
      playbook,
      done,
      isNextAlone,
      words: this.#locale.say(playbookMessages),
      formats: this.#locale.formats,
      tick: (step) => {
        // A second press may come before the first is drawn.
        this.#settle();
        this.#tick(playbook, step, !this.#shown(playbook, isFirst, isNextAlone).done.has(step));
      },
    };
  }

  #tick({ id, steps }: PlaybookReading, step: number, done: boolean): void {
    const detail = { playbook: id, step, text: steps[step] ?? '', done, account: this.#account() };
    if (!tellStep(this, detail)) return;
    this.#ticked.set(`${id} ${step}`, done);
    this.requestUpdate();
  }

  #headline(shown: ShownSteps): string {
    const { playbook, words, formats } = shown;
    const all = playbook.steps.length;
    if (all === 0) return words.noSteps;
    const next = nextOf(shown);
    if (next < 0) return words.allDone(formats.number(all), all);
    const count = playbook.steps.filter((_, step) => shown.done.has(step)).length;
    if (count === 0) return words.suggested(formats.number(all), all);
    const said = words.done(formats.number(count), formats.number(all));
    return shown.isNextAlone ? said : words.next(said, playbook.steps[next] ?? '');
  }

  #because({ because, follow }: PlaybookReading): TemplateResult | typeof nothing {
    const words = this.#locale.say(playbookMessages);
    const reasons = because.map(({ kind, label }) => (kind === 'signal' ? words.quoted(label) : words.tier(label)));
    const followed = follow.map((each) => sayFollowed(each, this.#locale.formats, words.measure));
    if (reasons.length + followed.length === 0) return nothing;
    return html`<p class="small because" part="because">
      <bdi>${reasons.length ? words.because(words.list(reasons)) : nothing} ${followed.length ? words.follow(words.list(followed)) : nothing}</bdi>
    </p>`;
  }

  #other(playbook: PlaybookReading): TemplateResult {
    const id = playbook.id ?? '';
    const isOpen = this.#open.has(id);
    const words = this.#locale.say(playbookMessages);
    const shown = this.#shown(playbook, false, false);
    const isBegun = shown.done.size > 0;
    const count = playbook.steps.length;
    const said = isBegun
      ? this.#headline({ ...shown, isNextAlone: true })
      : words.steps(this.#locale.formats.number(count), count);
    return html`<section class="other" part="other">
      <button class="press unfold" type="button" aria-expanded=${isOpen} @click=${() => this.#unfold(id)}>
        <bdi><svg class="fold" width="8" height="8" viewBox="0 0 8 8" aria-hidden="true"><path d=${isOpen ? 'M1 2.5 4 5.5 7 2.5' : 'M2.5 1 5.5 4 2.5 7'} /></svg>${playbook.label}</bdi>
        <bdi class="small">${said}</bdi>
      </button>
      ${isOpen ? [stepList(shown), this.#because(playbook)] : nothing}
    </section>`;
  }

  #unfold(id: string): void {
    if (!this.#open.delete(id)) this.#open.add(id);
    this.requestUpdate();
  }
}

/** Steps of the element's own: a report that says nothing else. */
const ofSteps = (steps: readonly string[] | null | undefined): GivenReport | null =>
  Array.isArray(steps) ? { playbooks: [{ steps }] } : null;
