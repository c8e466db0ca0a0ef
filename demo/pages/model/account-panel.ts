import type { Account, HistoryPoint, Model, Override, Report } from '@hale/core';
import { byId, element } from '../host/element.ts';
import { getJson } from '../host/get-json.ts';
import { notice } from '../host/notice.ts';
import { overrideNote } from '../host/override-note.ts';
import { tierPill } from '../host/tier-mark.ts';
import type { PageToken } from '../host/token.ts';
import { counted } from '../host/written.ts';
import { ledgerHeadline, ledgerTable } from '../ledger/ledger.ts';
import { type Edits, edited, type Field, fieldsOf, noEdits } from './account-edits.ts';
import { historyUnder, reportAt } from './account-reports.ts';
import { changesView } from './changes-view.ts';
import { factFields, readField } from './facts-form.ts';
import { groupList } from './groups-view.ts';
import { overrideFields, readOverride } from './override-form.ts';

const week = 7 * 86_400_000;

/** The model as it is, and as the reader has moved its weights. */
export interface Models {
  readonly base: Model;
  readonly tuned: Model;
  /** Whether the kept history was scored with `base`. */
  readonly isOwn: boolean;
  /** Milliseconds. */
  readonly now: number;
}

/** The part of the page that is about one account: all of it is scored here, from the account's document. */
export class AccountPanel {
  #token: PageToken;
  #models: Models | null = null;
  #account: Account | null = null;
  #edits: Edits = noEdits;
  #fields: readonly Field[] = [];
  #history: readonly HistoryPoint[] = [];
  #request = new AbortController();

  constructor(token: PageToken) {
    this.#token = token;
    const facts = byId<HTMLFormElement>('facts');
    facts.addEventListener('submit', (event) => event.preventDefault());
    facts.addEventListener('input', ({ target }) => this.#change(target as HTMLInputElement));
    byId('facts-reset').addEventListener('click', () => {
      this.#edits = { ...this.#edits, values: new Map() };
      this.#showFields();
      this.#show();
    });
    byId('override').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#set();
    });
    byId('lift').addEventListener('click', () => this.#lift());
    byId('weeks').addEventListener('change', () => this.#show());
  }

  /** Shows another account; its document is fetched once. */
  async open(id: string, models: Models): Promise<void> {
    this.#request.abort();
    this.#request = new AbortController();
    const { signal } = this.#request;
    byId('account').setAttribute('aria-busy', 'true');
    try {
      // Of this server, which parsed it.
      const account = await getJson<Account>(this.#token, `/v1/accounts/${encodeURIComponent(id)}/data`, signal);
      this.#account = account;
      this.#edits = noEdits;
      this.under(models);
    } catch (error) {
      if (signal.aborted) return;
      byId('account-sheet').hidden = true;
      const again = { label: 'Try again', run: () => void this.open(id, models) };
      byId('account-notice').replaceChildren(
        notice('The account could not be loaded', (error as Error).message, again),
      );
    } finally {
      if (!signal.aborted) byId('account').setAttribute('aria-busy', 'false');
    }
  }

  /** Shows the account under other models. */
  under(models: Models): void {
    const isOther = models.base !== this.#models?.base;
    this.#models = models;
    if (!this.#account) return;
    byId('account-notice').replaceChildren();
    byId('account-sheet').hidden = false;
    // What may be tried depends on what the model's rules ask for.
    if (isOther) this.#edits = { ...this.#edits, values: new Map() };
    this.#history = historyUnder(models.base, this.#account, models.isOwn, models.now);
    this.#fields = fieldsOf(models.base, this.#account, models.now);
    this.#showFields();
    this.#show();
  }

  /** Shows nothing but why, until it is shown under a model again. */
  none(why: string): void {
    byId('account-sheet').hidden = true;
    byId('account-notice').replaceChildren(element('p', { class: 'headline' }, why));
  }

  #showFields(): void {
    byId('fact-fields').replaceChildren(...factFields(this.#fields, this.#edits));
    byId('facts').hidden = this.#fields.length === 0;
  }

  #change(input: HTMLInputElement): void {
    const value = readField(input);
    const recorded = this.#fields.find(({ id }) => id === input.name)?.value ?? null;
    const values = new Map(this.#edits.values);
    if (value === null || value === recorded) values.delete(input.name);
    else values.set(input.name, value);
    this.#edits = { ...this.#edits, values };
    this.#show();
  }

  #overrides(): readonly Override[] {
    return this.#edits.overrides ?? this.#account?.overrides ?? [];
  }

  #set(): void {
    if (!this.#models) return;
    const override = readOverride(byId<HTMLFormElement>('override'), new Date(this.#models.now).toISOString());
    const isWrong = typeof override === 'string';
    byId('override-problem').textContent = isWrong ? override : '';
    if (isWrong) return;
    this.#edits = { ...this.#edits, overrides: [...this.#overrides(), override] };
    this.#show();
    byId('lift').focus();
  }

  #lift(): void {
    this.#edits = { ...this.#edits, overrides: [] };
    this.#show();
    byId<HTMLFormElement>('override').querySelector('input')?.focus();
  }

  #show(): void {
    if (!this.#account || !this.#models) return;
    const { base, tuned, now } = this.#models;
    const started = performance.now();
    const report = reportAt(tuned, edited(this.#account, this.#fields, this.#edits), this.#history, now);
    const took = performance.now() - started;
    this.#showHead(report, took);
    for (const widget of document.querySelectorAll(
      '#account-sheet :is(hale-gauge, hale-trend-line, hale-risk-flags)',
    )) {
      Reflect.set(widget, 'report', report);
    }
    byId('groups').replaceChildren(groupList(base, report));
    byId('why-label').textContent = report.score === null ? 'Why there is no score' : `Why ${Math.round(report.score)}`;
    byId('why-headline').textContent = ledgerHeadline(report);
    byId('ledger').replaceChildren(...ledgerTable(report));
    this.#showOverride(report);
    this.#showChanges(report);
  }

  #showHead({ account, tiers, tier, score }: Report, took: number): void {
    const own = tiers.find(({ id }) => id === tier);
    byId('account-name').replaceChildren(element('bdi', {}, account.name));
    byId('account-tier').replaceChildren(
      tierPill(own?.tone ?? null, own?.label ?? 'No score', score === null ? null : String(Math.round(score))),
    );
    const events = counted(this.#account?.events?.length ?? 0, 'event');
    byId('account-took').textContent = `Reported here from ${events} in ${took < 1 ? '<1' : Math.round(took)} ms`;
  }

  #showOverride(report: Report): void {
    const note = overrideNote(report);
    byId('override-now').replaceChildren(note ?? element('p', { class: 'headline' }, 'Nothing is set by hand'));
    byId('lift').hidden = note === null;
    const fields = byId('override-fields');
    // A form that is being filled in is left alone.
    const scale = report.tiers.map(({ id }) => id).join();
    if (fields.dataset.scale === scale) return;
    fields.dataset.scale = scale;
    fields.replaceChildren(...overrideFields(report));
  }

  #showChanges(report: Report): void {
    if (!this.#account || !this.#models) return;
    const { base, tuned, now } = this.#models;
    const weeks = Number(new FormData(byId<HTMLFormElement>('weeks')).get('weeks'));
    const then = now - weeks * week;
    const since = this.#account.since;
    const view =
      since !== undefined && Date.parse(since) > then
        ? [element('p', { class: 'headline' }, `It was no customer ${weeks} weeks ago.`)]
        : changesView(reportAt(base, this.#account, this.#history, then), report, { before: base, after: tuned });
    byId('changes').replaceChildren(...view);
  }
}
