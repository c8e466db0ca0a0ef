import '../host/host.ts';
import './model.css';
import './weights.css';
import './scores.css';
import './account.css';
import './changes.css';
import '@hale/widgets/define/gauge.js';
import '@hale/widgets/define/risk-flags.js';
import '@hale/widgets/define/trend-line.js';
import { HealthError, type Model, parseModel, type ReportTier, reportFromReading, sensitivity } from '@hale/core';
import type { PortfolioReading } from '../../server/reading/read-portfolio.ts';
import type { ListedModel } from '../../server/routes/observations.ts';
import { byId, element } from '../host/element.ts';
import { getJson } from '../host/get-json.ts';
import { notice } from '../host/notice.ts';
import { pageToken } from '../host/token.ts';
import { counted, moment } from '../host/written.ts';
import { AccountPanel } from './account-panel.ts';
import { histogram } from './histogram.ts';
import { movesBetween } from './moves.ts';
import { type Cohort, type Customer, cohortsOf, customersOf, type Standing, scoreAll } from './portfolio.ts';
import { moversTable, sentenceOf, tierTable } from './portfolio-view.ts';
import { sensitivityList } from './sensitivity-list.ts';
import { type WeightSet, weightSets, withWeights } from './weights.ts';
import { showWeight, weightFields } from './weights-form.ts';

/** All that is known of the portfolio under one model. */
interface Scene {
  readonly model: Model;
  readonly tiers: readonly ReportTier[];
  readonly asOf: string;
  readonly now: number;
  readonly customers: readonly Customer[];
  readonly cohorts: readonly Cohort[];
  readonly sets: readonly WeightSet[];
  /** With the weights as the model has them. */
  readonly before: readonly Standing[];
}

const token = pageToken({ audience: 'internal', account: null });
const panel = new AccountPanel(token);
const weights = byId<HTMLFormElement>('weights');
const chooser = byId<HTMLSelectElement>('account-choice');
const sliders = () => [...weights.querySelectorAll<HTMLInputElement>('input[type="range"]')];

let own: string | null = null;
let scene: Scene | null = null;
let request = new AbortController();
let settling = 0;

/** By what each weight is multiplied, as the sliders stand. */
function factors(): Map<string, number> {
  const all = scene?.sets.flatMap((set) => set.weights) ?? [];
  return new Map(
    sliders().map(({ name, valueAsNumber }) => {
      const weight = all.find(({ id }) => id === name)?.weight ?? 1;
      return [name, valueAsNumber === weight ? 1 : valueAsNumber / weight];
    }),
  );
}

async function load(id: string): Promise<void> {
  request.abort();
  request = new AbortController();
  const { signal } = request;
  byId('scene').setAttribute('aria-busy', 'true');
  try {
    const reading = await getJson<PortfolioReading>(token, `/v1/observations?model=${encodeURIComponent(id)}`, signal);
    if (signal.aborted) return;
    scene = sceneOf(reading);
    byId('notice').replaceChildren();
    byId('scene').hidden = false;
    showScene(scene);
  } catch (error) {
    if (signal.aborted) return;
    byId('scene').hidden = true;
    const again = { label: 'Try again', run: () => void load(id) };
    byId('notice').replaceChildren(notice('The customers could not be loaded', (error as Error).message, again));
  } finally {
    if (!signal.aborted) byId('scene').setAttribute('aria-busy', 'false');
  }
}

function sceneOf(reading: PortfolioReading): Scene {
  const model = parseModel(reading.model);
  const customers = customersOf(reading);
  const cohorts = cohortsOf(model, customers);
  const now = Date.parse(reading.asOf);
  const nobody = {
    id: '-',
    name: '-',
    observations: new Map(),
    facts: new Map(),
    activity: null,
    history: [],
    overrides: [],
  };
  return {
    model,
    tiers: reportFromReading(model, nobody, { now: reading.asOf }).tiers,
    asOf: reading.asOf,
    now,
    customers,
    cohorts,
    sets: weightSets(model, cohorts),
    before: scoreAll(cohorts, customers, new Map(), now),
  };
}

function showScene({ model, customers, sets, asOf }: Scene): void {
  const { label = model.id, version, intent = '' } = model;
  byId('intent').textContent = intent;
  byId('model-name').textContent = `${label}, version ${version}`;
  byId('as-of').textContent = `${counted(customers.length, 'customer')}, as of ${moment(asOf)}`;
  byId('weight-fields').replaceChildren(...weightFields(sets));
  const chosen = chooser.value;
  chooser.replaceChildren(...customers.map(({ id, name }) => element('option', { value: id }, name)));
  chooser.value = customers.some(({ id }) => id === chosen) ? chosen : firstToShow();
  rescore();
  settle();
  if (chosen !== chooser.value) void choose(chooser.value);
}

/** The customer in the middle of the scale: one that has something to lose and something to gain. */
function firstToShow(): string {
  const scored = (scene?.before ?? [])
    .map(({ score }, place) => ({ score, place }))
    .filter(({ score }) => score !== null)
    .sort((a, b) => (a.score ?? 0) - (b.score ?? 0));
  const middle = scored[Math.floor(scored.length / 3)]?.place ?? 0;
  return scene?.customers[middle]?.id ?? '';
}

/** Scores everybody with the sliders as they stand: at every move of one. */
function rescore(): void {
  if (!scene) return;
  const { cohorts, customers, now, tiers, before, sets } = scene;
  const started = performance.now();
  const after = scoreAll(cohorts, customers, factors(), now);
  const took = performance.now() - started;
  const moves = movesBetween(before, after);
  byId('histogram').replaceChildren(histogram(tiers, before, after));
  byId('tiers').replaceChildren(tierTable(tiers, before, after));
  byId('movers').replaceChildren(...moversTable(moves, customers, after, tiers, (id) => void choose(id, true)));
  byId('headline').textContent = sentenceOf(moves, customers.length);
  byId('took').textContent = `${counted(customers.length, 'customer')} scored here in ${took.toFixed(1)} ms`;
  const all = sets.flatMap((set) => set.weights);
  for (const slider of sliders()) {
    const weight = all.find(({ id }) => id === slider.name);
    if (weight) showWeight(slider, weight);
  }
}

/** What takes longer than a frame may: once the sliders rest. */
function settle(): void {
  if (!scene) return;
  const { model, customers, now } = scene;
  byId('said').textContent = byId('headline').textContent;
  try {
    const tuned = withWeights(model, factors());
    byId('sensitivity').replaceChildren(...sensitivityList(sensitivity(tuned, customers, { now: new Date(now) })));
    byId<HTMLTextAreaElement>('document').value = JSON.stringify(tuned, null, 2);
    byId('weights-problem').textContent = '';
    panel.under({ base: model, tuned, isOwn: model.id === own, now });
  } catch (error) {
    if (!(error instanceof HealthError)) throw error;
    byId('weights-problem').textContent = 'No weight is left: a score needs one at least.';
    byId('sensitivity').replaceChildren();
    byId<HTMLTextAreaElement>('document').value = '';
    panel.none('Without a weight there is no score, and nothing to report.');
  }
}

async function choose(id: string, isAsked = false): Promise<void> {
  if (!scene) return;
  chooser.value = id;
  const { model, now } = scene;
  try {
    await panel.open(id, { base: model, tuned: withWeights(model, factors()), isOwn: model.id === own, now });
  } catch (error) {
    // Of weights that are all 0; the page says so already, and what is moved next shows this account.
    if (!(error instanceof HealthError)) throw error;
  }
  if (isAsked) {
    byId('account').scrollIntoView({ block: 'start' });
    byId('account-name').focus({ preventScroll: true });
  }
}

weights.addEventListener('submit', (event) => event.preventDefault());
weights.addEventListener('input', () => {
  rescore();
  clearTimeout(settling);
  settling = window.setTimeout(settle, 200);
});
byId('reset').addEventListener('click', () => {
  if (!scene) return;
  byId('weight-fields').replaceChildren(...weightFields(scene.sets));
  rescore();
  settle();
});
byId('presets').addEventListener('change', ({ target }) => void load((target as HTMLInputElement).value));
chooser.addEventListener('change', () => void choose(chooser.value));

async function start(): Promise<void> {
  try {
    const { models } = await getJson<{ models: readonly ListedModel[] }>(token, '/v1/models');
    own = models[0]?.id ?? null;
    const presets = byId('presets');
    presets.append(
      ...models.map(({ id, label }) =>
        element(
          'label',
          {},
          element('input', { type: 'radio', name: 'model', value: id, checked: id === own }),
          element('span', {}, label),
        ),
      ),
    );
    presets.hidden = false;
    if (own !== null) await load(own);
  } catch (error) {
    const again = { label: 'Try again', run: () => void start() };
    byId('notice').replaceChildren(notice('The models could not be loaded', (error as Error).message, again));
  }
}
await start();
