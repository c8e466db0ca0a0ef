import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { HealthSource } from '../../source/health-source.ts';
import { base } from '../../ui/base.styles.ts';
import { formatsOf } from '../../ui/formats.ts';
import { glyph } from '../../ui/glyph.ts';
import { LocaleController, localeProperties } from '../../ui/locale-controller.ts';
import { ReportController, reportProperties } from '../../ui/report-controller.ts';
import { type GivenReport, readScore, type Tier } from '../../ui/score-reading.ts';
import { SizeController } from '../../ui/size-controller.ts';
import { asOfLine, isBare, stateView } from '../../ui/state-view.ts';
import { scoreSentence } from '../../ui/summary.ts';
import { SweepController } from '../../ui/sweep-controller.ts';
import type { Snapshot } from '../../ui/widget-state.ts';
import { attributeReport, type GaugeAttributes } from './attribute-report.ts';
import { dial, dialForm } from './dial.ts';
import { gaugeStyles } from './gauge.styles.ts';
import { picture } from './picture.ts';

/** The score of an account on its scale: figure, tier, change, and how much was seen. */
export class Gauge extends LitElement {
  static readonly tag = 'hale-gauge';
  static override styles = [base, gaugeStyles];
  static override properties = {
    ...reportProperties,
    ...localeProperties,
    label: {},
    score: { type: Number },
    tier: {},
    tiers: { attribute: false },
    change: { type: Number },
    days: { type: Number },
    coverage: { type: Number },
    asOf: { attribute: 'as-of' },
  };

  /** The gauge as one sentence, for where there is no drawing: server rendering, and text inside the tag. */
  static fallback(props: GaugeAttributes & { readonly report?: GivenReport | null }): string {
    const report = props.report ?? attributeReport(props);
    if (!report) return props.label ?? '';
    const reading = readScore(report);
    return scoreSentence(reading, formatsOf('en', 'UTC'), props.label ?? reading.name);
  }

  declare report: GivenReport | null;
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

  #report = new ReportController(this, () => attributeReport(this));
  #size = new SizeController(this);
  #locale = new LocaleController(this);
  #sweep = new SweepController(this);

  constructor() {
    super();
    this.report = this.source = this.account = null;
    this.timeZone = 'UTC';
    this.label = this.score = this.tier = this.tiers = this.change = this.days = this.coverage = this.asOf = null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { width } = this.#size;
    if (width === null) return nothing;
    return this.#report.draw((snapshot) => this.#draw(snapshot, width));
  }

  #draw(snapshot: Snapshot, width: number): TemplateResult {
    const { reading } = snapshot;
    const { formats } = this.#locale;
    const form = dialForm(width);
    const drawn = picture(snapshot, this.#sweep.toward(reading?.score ?? null), formats);
    return html`<div class=${reading?.tier?.tone ?? 'no-score'} part="base">
      <div class="dial w${form.width}" part="dial" role="img" aria-label=${reading ? scoreSentence(reading, formats) : ''}>
        ${dial(drawn, form, formats)}
        <p class="tier-word in" part="tier">${glyph(reading?.tier?.tone ?? null)}${reading?.tier?.label}</p>
      </div>
      ${isBare(snapshot) ? stateView(this.#report, this.#locale) : html`<p class="small" part="as-of">${asOfLine(snapshot, this.#locale)}</p>`}
    </div>`;
  }
}
