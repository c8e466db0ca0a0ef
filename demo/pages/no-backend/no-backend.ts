import '../host/host.ts';
import './no-backend.css';
import '@hale/widgets/define/gauge.js';
import '@hale/widgets/define/provider.js';
import '@hale/widgets/define/risk-flags.js';
import '@hale/widgets/define/trend-line.js';
import '@hale/widgets/define/what-changed.js';
import type { Report } from '@hale/core';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { modelSource } from '@hale/widgets/sources/model.js';
import { byId, element } from '../host/element.ts';
import { counted } from '../host/written.ts';
import { ledgerHeadline, ledgerTable } from '../ledger/ledger.ts';
import { accountFrom } from './account-from-facts.ts';
import { type EditableFact, editableFacts, type Facts, startingFacts } from './facts.ts';
import { whatChanged } from './what-changed.ts';

// All scores of this visit are of one moment, so that only facts can change them.
const now = new Date();
let facts: Facts = startingFacts;
let shown: Report | null = null;
/** What is compared with: the report as it was when the reader came to the field. */
let before: Report | null = null;

const source = modelSource({ model: b2bSaas, accounts: [accountFrom(facts, now)], now });

source.subscribe('averlund', (state) => {
  if (state.status !== 'ready') return;
  const { report } = state;
  if (before) byId('changed').textContent = whatChanged(before, report);
  const moves = byId<HTMLElementTagNameMap['hale-what-changed']>('moves');
  Object.assign(moves, { report, earlier: before, hidden: before === null });
  byId('why').textContent = report.score === null ? 'Why there is no score' : `Why ${Math.round(report.score)}`;
  byId('why-headline').textContent = ledgerHeadline(report);
  byId('ledger').replaceChildren(...ledgerTable(report, before));
  shown = report;
});
byId<HTMLElementTagNameMap['hale-provider']>('provider').source = source;

function field({ name, label, unit, least, most }: EditableFact): HTMLElement {
  const value = facts[name];
  const input = element('input', {
    class: 'field',
    type: 'number',
    name,
    min: String(least),
    max: String(most),
    step: '1',
    inputMode: least < 0 ? 'text' : 'numeric',
    placeholder: 'none',
    value: value === null ? '' : String(value),
  });
  return element('label', {}, element('span', {}, label, unit ? element('i', {}, ` ${unit}`) : null), input);
}

byId('facts').append(...editableFacts.map(field));

byId('facts').addEventListener('focusin', (event) => {
  before = shown;
  (event.target as HTMLInputElement).select();
});
byId('facts').addEventListener('input', (event) => {
  const input = event.target as HTMLInputElement;
  // What cannot be read yet, such as a lone minus, or lies outside its range, changes nothing.
  if (!input.validity.valid) return;
  facts = { ...facts, [input.name]: input.value === '' ? null : input.valueAsNumber };
  source.update(accountFrom(facts, now));
});
byId('facts').addEventListener('submit', (event) => event.preventDefault());

byId('reset').addEventListener('click', () => {
  before = shown;
  facts = startingFacts;
  byId('facts').replaceChildren(...editableFacts.map(field));
  source.update(accountFrom(facts, now));
});

const { id, version, dimensions, signals = [] } = b2bSaas;
const metrics = dimensions.reduce((sum, dimension) => sum + dimension.metrics.length, 0);
byId('model-headline').textContent =
  `${id} ${version}: ${counted(metrics, 'metric')} in ${counted(dimensions.length, 'dimension')}, ${counted(signals.length, 'signal')}`;
byId<HTMLTextAreaElement>('model').value = JSON.stringify(b2bSaas, null, 2);
