import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { BacktestReading, HorizonReading } from '../backtest-reading.ts';
import { areaWords, type LedgerRoom } from '../ledgers.ts';
import { type GivenBacktest, readBacktest } from '../read-backtest.ts';
import { sayCautions, sayRanking } from '../say-backtest.ts';
import { basis, beside, cautionList, feedback, weights } from '../sections.ts';
import { figureTable } from './figures.ts';
import { made, saidByPeople } from './made.ts';
import { pageStyles } from './page.styles.ts';
import { type PageSpeech, pageSpeech } from './page-speech.ts';
import { way } from './way.ts';

/** In which language, direction and time zone a page is written; English, from left to right, UTC when absent. */
export interface BacktestPageOptions {
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly timeZone?: string;
}

/** A page in the parts that a document is made of: its title as text, its stylesheet, and what stands in its body. */
export interface BacktestPage {
  readonly title: string;
  readonly styles: string;
  readonly body: TemplateResult;
}

/**
 * A backtest as a page that needs no script and no network, drawn by what draws the widget: every distance ahead, every way
 * to tell, by segment and stage. lit renders it, in a page or on a server. Throws nothing for whatever it is given.
 */
export function backtestPage(given: GivenBacktest, options: BacktestPageOptions = {}): BacktestPage {
  const { lang = 'en', dir = 'ltr', timeZone = 'UTC' } = options;
  const reading = readBacktest(given);
  const speech = pageSpeech(lang, timeZone, reading.outcome);
  const title = speech.page.title(reading.title ?? '');
  return { title, styles: pageStyles, body: body(given, reading, dir === 'rtl', speech) };
}

const anchor = (days: number) => `days-${days}`;

function body(given: GivenBacktest, reading: BacktestReading, isMirrored: boolean, speech: PageSpeech): TemplateResult {
  const { words, page, formats } = speech;
  const { horizons, main, verdict, title } = reading;
  const of = horizons[main];
  const wide: LedgerRoom = { width: 960, isMirrored };
  const label = of
    ? words.label(title ?? words.untitled, speech.did, formats.number(of.days))
    : (title ?? words.untitled);
  const [subject] = of?.predictors ?? [];
  const warnings = [...reading.cautions, ...horizons.flatMap((horizon) => sayCautions(horizon, speech))];
  return html`<main class="hale">
    <header>
      <p class="label"><bdi>${label}</bdi></p>
      <h1 class="headline verdict"><bdi>${verdict ?? words.empty}</bdi></h1>
      ${subject?.area ? html`<p class="about"><bdi>${sayRanking(subject.area, speech)}</bdi></p>` : nothing}
      ${of ? basis(reading, of, speech) : nothing}
    </header>
    ${horizons.length > 0 ? contents(reading, speech) : nothing}
    ${warnings.length > 0 ? html`<section><h2>${words.cautions}</h2>${cautionList(warnings)}</section>` : nothing}
    ${
      horizons.length > 0
        ? html`<section>
            <h2>${page.glance}</h2>
            <p class="small about">${page.glanceSaid}</p>
            ${glance(horizons, speech)}
          </section>`
        : nothing
    }
    ${horizons.map((horizon) => distance(given, reading, horizon, isMirrored, speech))}
    ${
      reading.weights
        ? html`<section id="weights"><h2>${words.weights}</h2>${weights(reading.weights, wide, speech)}</section>`
        : nothing
    }
    ${
      reading.feedback
        ? html`<section><h2>${page.people}</h2>${feedback(reading, speech)} ${saidByPeople(given, speech)}</section>`
        : nothing
    }
    <section id="made"><h2>${page.made}</h2>${made(given, speech)}</section>
  </main>`;
}

/** Links to the parts of the page. */
function contents({ horizons, weights }: BacktestReading, { words, page, formats }: PageSpeech): TemplateResult {
  return html`<nav aria-label=${page.parts}>
    <ul>
      ${horizons.map(({ days }) => html`<li><a class="link" href=${`#${anchor(days)}`}>${page.ahead(formats.number(days))}</a></li>`)}
      ${weights ? html`<li><a class="link" href="#weights">${words.weights}</a></li>` : nothing}
      <li><a class="link" href="#made">${page.made}</a></li>
    </ul>
  </nav>`;
}

/** The AUC of every way to tell at every distance. */
function glance(horizons: readonly HorizonReading[], speech: PageSpeech): TemplateResult {
  const { words, page, formats } = speech;
  const ways = new Map(horizons.flatMap(({ predictors }) => predictors.map(({ id, label }) => [id, label] as const)));
  return html`<table class="glance">
    <caption class="unseen">${page.glance}</caption>
    <thead>
      <tr>
        <th scope="col">${words.way}</th>
        ${horizons.map(({ days }) => html`<th scope="col">${words.days(formats.number(days))}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${[...ways].map(
        ([id, label]) => html`<tr>
          <th scope="row"><bdi>${label}</bdi></th>
          ${horizons.map(({ predictors }) => {
            const own = predictors.find((one) => one.id === id);
            return html`<td>${areaWords(own?.area ?? null, speech)}</td>`;
          })}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** All there is of one distance ahead. */
function distance(
  given: GivenBacktest,
  reading: BacktestReading,
  horizon: HorizonReading,
  isMirrored: boolean,
  speech: PageSpeech,
): TemplateResult {
  const { words, page, formats } = speech;
  const [subject, ...others] = horizon.predictors;
  const isMain = reading.horizons[reading.main] === horizon;
  return html`<section class="distance" id=${anchor(horizon.days)}>
    <h2>${page.ahead(formats.number(horizon.days))}</h2>
    <p class="said wide-said"><bdi>${horizon.verdict ?? words.unknown}</bdi></p>
    ${basis(reading, horizon, speech)} ${isMain ? html`<p class="small about">${page.main}</p>` : nothing}
    ${subject ? html`<h3><bdi>${subject.label}</bdi></h3>${way(subject, horizon, isMirrored, speech)}` : nothing}
    ${
      subject
        ? html`<section>
            <h3>${words.beside}</h3>
            ${beside(horizon, { width: 960, isMirrored }, speech)} ${figureTable(given, horizon, speech)}
          </section>`
        : nothing
    }
    ${others.map(
      (other) => html`<details class="way">
        <summary><bdi>${page.inFull(other.label)}</bdi></summary>
        ${way(other, horizon, isMirrored, speech)}
      </details>`,
    )}
  </section>`;
}
