import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FetchToken } from '../../source/bearer.ts';
import { sourceMessages } from '../../source/source.messages.ts';
import { base } from '../../ui/base.styles.ts';
import { tableStyles } from '../../ui/data-table.styles.ts';
import { DocumentController } from '../../ui/document-controller.ts';
import { formatsOf } from '../../ui/formats.ts';
import { InSlices } from '../../ui/in-slices.ts';
import { LocaleController, localeProperties } from '../../ui/locale-controller.ts';
import { TextMeasure } from '../../ui/measure-text.ts';
import { moneyIn } from '../../ui/money.ts';
import type { Ordered } from '../../ui/ordered.ts';
import { plotStyles } from '../../ui/plot.styles.ts';
import { PrintedSize } from '../../ui/printed-size.ts';
import { isRightToLeft } from '../../ui/right-to-left.ts';
import { saveCsv } from '../../ui/save-csv.ts';
import { stateMessages } from '../../ui/state.messages.ts';
import { tableMessages } from '../../ui/table.messages.ts';
import { TemplateWidget } from '../../ui/template-widget.ts';
import { type CellSpeech, filed } from './cells.ts';
import { type Column, chosenColumns, columnNames, columns, fitting, sortName } from './columns.ts';
import { cellId, drawRow, gridHeads, placeOf, rowsToCome, type ShownRow, tracks } from './grid.ts';
import { moveCell, type Place } from './move-cell.ts';
import { portfolioMessages } from './portfolio.messages.ts';
import { portfolioStyles } from './portfolio.styles.ts';
import { tellAccount, tellView } from './portfolio-events.ts';
import { countRows, queryRows, type RowQuery } from './query-rows.ts';
import { type AccountsReading, accountsRead, type GivenAccounts, type Row, readAccounts } from './read-portfolio.ts';
import { RowPool } from './row-pool.ts';
import { RowWindow } from './row-window.ts';
import { addressOf, sayAccounts } from './say-portfolio.ts';
import { tools } from './tools.ts';

/** Below this width, in px, a row takes two lines. */
const wideFrom = 480;
const rowHeights = { wide: 50, folded: 64 } as const;
/** Of the heads with the line beneath. */
const headHeight = 37;
/** Characters that there is room for: of a yearly value, of a number of seats. */
const most = { money: 11, seats: 7 };
/** The grid's own height, in px, where the page says nothing else. */
const usualHeight = 600;
/** Rows that stand for those to come. */
const blankRows = 11;
/** What a folded row has room for. */
const folded: ReadonlySet<string> = new Set(['account', 'health', 'renewal']);

/** What a reader can change of what is shown. */
type View = Pick<Portfolio, 'search' | 'tier' | 'segment' | 'sort' | 'columns'>;

/**
 * Many accounts in a table: found, filtered, sorted, in columns of one's choice. Each has its score on the scale, its
 * last weeks, its flags; what needs eyes is bold. Ten thousand rows scroll as ten do.
 *
 * @element hale-portfolio
 *
 * @attr src - The address of a portfolio with its accounts as JSON, asked for once and without cookies.
 * @attr label - What the table is called; "Accounts" where absent.
 * @attr href - The address of an account's page, with `{id}` for its id: names are links to it then.
 * @attr account - Id of the account that is marked as chosen.
 * @attr search - Part of a name, by which rows are found.
 * @attr tier - Id or label of the only tier shown; `none` for accounts without one.
 * @attr segment - Id of the only segment shown; `none` for accounts in none.
 * @attr sort - Name of the column that orders the rows, with `-` before it where the greatest comes first; `health` by default.
 * @attr columns - Names of the columns shown, in one text: `account health trend change flags growth seats value renewal coverage`, which are all.
 * @attr time-zone - In which dates are written: an IANA name, `UTC` by default.
 *
 * @prop {GivenAccounts | null} portfolio - A portfolio with its accounts at hand. It goes before `src`, which goes before JSON in a `<script type="application/json">` inside.
 * @prop {FetchToken | null} fetchToken - Gets a token from the host's own server, to be sent to `src`: asked once, and once more where the token is refused.
 *
 * @fires {CustomEvent<AccountDetail>} hale-account - A reader has chosen an account. Unless prevented, it is marked, and its page opened where `href` names one.
 * @fires {CustomEvent<PortfolioViewDetail>} hale-portfolio-view - A reader has changed what is shown.
 * @fires {CustomEvent<ErrorDetail>} hale-error - A portfolio did not come, or cannot be read.
 *
 * @csspart base - All of it.
 * @csspart label - What the table is called.
 * @csspart headline - The generated sentence.
 * @csspart tools - Find, filter, columns, download.
 * @csspart search - The field that finds.
 * @csspart tier - A tier that can be pressed.
 * @csspart columns - The choice of columns.
 * @csspart grid - The table.
 * @csspart heads - The row of its heads.
 * @csspart row - A row; also `chosen`.
 * @csspart name - The name of an account.
 * @csspart shown - How many rows there are.
 * @csspart as-of - Date, or why there is nothing.
 * @csspart download - The button that saves what is shown.
 * @csspart retry - The button that asks again.
 *
 * @cssprop --hale-portfolio-height - How high the table is at most; 600px by default.
 * @cssprop --hale-{tier}-mark, --hale-{tier}-text, --hale-{tier}-wash - Of at-risk, watch, healthy, thriving.
 * @cssprop --hale-surface, --hale-wash, --hale-ink, --hale-ink-muted, --hale-line, --hale-line-strong - Words, lines, rows pointed at.
 * @cssprop --hale-accent, --hale-accent-text, --hale-accent-wash - Focus, the chosen row.
 * @cssprop --hale-radius - Corner of buttons and fields.
 */
export class Portfolio extends TemplateWidget {
  static readonly tag = 'hale-portfolio';
  static override styles = [base, plotStyles, tableStyles, portfolioStyles];
  static override properties = {
    ...localeProperties,
    portfolio: { attribute: false },
    fetchToken: { attribute: false },
    src: {},
    label: {},
    href: {},
    account: {},
    search: { initial: '' },
    tier: { initial: '' },
    segment: { initial: '' },
    sort: sortName,
    columns: columnNames,
  };

  /** The portfolio in one sentence, for where there is no drawing: server rendering, and text inside the tag. */
  static fallback(given: { portfolio?: GivenAccounts | null | undefined; label?: string | null | undefined }): string {
    const words = portfolioMessages.english;
    if (!given.portfolio) return given.label ?? '';
    const reading = readAccounts(given.portfolio);
    return `${given.label ?? words.title}: ${sayAccounts(reading, countRows(reading), words, formatsOf('en', 'UTC'))}`;
  }

  declare portfolio: GivenAccounts | null;
  declare src: string | null;
  declare fetchToken: FetchToken | null;
  declare label: string | null;
  declare href: string | null;
  declare account: string | null;
  declare search: string;
  declare tier: string;
  declare segment: string;
  declare sort: string;
  declare columns: string | null;
  declare timeZone: string;

  #document = new DocumentController<GivenAccounts>(this, {
    name: 'portfolio',
    format: 'hale.portfolio/1',
    by: 'listAccount',
    given: () => this.portfolio,
    isTold: ({ accounts }) => Array.isArray(accounts) && accounts.length > 0,
  });
  #size = new PrintedSize(this);
  #locale = new LocaleController(this);
  #measure = new TextMeasure(this);
  #slices = new InSlices<AccountsReading>(this);
  #window = new RowWindow(this, () => this.#showRows());
  #pool = new RowPool<ShownRow>();
  #active: Place = { row: 0, column: 0 };
  /** What was made of the document last, of the query last, and of the language last: each is much work for many rows. */
  #read: {
    readonly reading: AccountsReading;
    readonly counts: ReturnType<typeof countRows>;
  } | null = null;
  #found: { readonly key: string; readonly of: AccountsReading; readonly rows: Ordered<Row> } | null = null;
  #renewal = 0;
  /** The query whose rows were begun at the first. */
  #begun: string | null = null;
  #speech: { readonly key: string; readonly of: AccountsReading; readonly speech: CellSpeech } | null = null;
  #fitting: { readonly key: string; readonly columns: readonly Column[] } | null = null;

  protected override render(): TemplateResult | typeof nothing {
    const { width } = this.#size;
    const { found, state } = this.#document;
    this.#renewal = this.#renewalWidth();
    try {
      const reading = found && state === 'ready' ? this.#reading(found) : null;
      if (state !== 'ready') this.#read = null;
      else if (!reading) this.#document.awaitReading();
      return width === null ? nothing : this.#draw(reading, width);
    } catch (thrown) {
      this.#document.refuse(thrown);
      return width === null ? nothing : this.#draw(null, width);
    }
  }

  protected override updated(): void {
    const shape = this.#shape();
    const find = (selector: string) => this.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
    const box = find('.grid');
    if (box) {
      const rows = this.#read?.reading.rows.length ?? Number.POSITIVE_INFINITY;
      const highest = `var(--hale-portfolio-height, ${usualHeight}px)`;
      const high = Number.isFinite(rows)
        ? `min(${highest}, ${shape.head + Math.max(2, rows) * shape.height + 2}px)`
        : highest;
      box.style.setProperty('block-size', high);
      box.style.setProperty('--_columns', tracks(this.#columns()));
      find('.all')?.style.setProperty('block-size', `${shape.rows * shape.height}px`);
    }
    this.#showRows();
    this.#window.measure(find('.row-height'));
    this.#window.settle(this.#grid(), shape);
    // Rows of which none is ever out of sight leave no room for a scrollbar.
    const all = (this.#read?.reading.rows.length ?? Number.POSITIVE_INFINITY) * shape.height;
    box?.style.setProperty('scrollbar-gutter', shape.head + all <= this.#window.height ? 'auto' : 'stable');
    // Other rows begin at the first; in a newer document of the same ones the reader stays where they are.
    const query = this.#document.state === 'ready' ? (this.#found?.key ?? null) : null;
    if (query === this.#begun) return;
    this.#begun = query;
    this.#active = { ...this.#active, row: Math.min(0, this.#active.row) };
    this.#window.toStart();
  }

  #draw(reading: AccountsReading | null, width: number): TemplateResult {
    const words = this.#locale.say(portfolioMessages);
    const state = this.#locale.say(stateMessages);
    const { formats } = this.#locale;
    const title = this.label ?? words.title;
    const isLoading = this.#document.state === 'loading';
    const counts = this.#read?.counts;
    return html`<div part="base" aria-busy=${isLoading ? 'true' : nothing}>
      <div class="head">
        <p class="label" part="label"><bdi>${title}</bdi></p>
        <p class="headline" part="headline"><bdi>${reading && counts ? sayAccounts(reading, counts, words, formats) : this.#word()}</bdi></p>
      </div>
      ${reading && counts ? this.#whole(reading, counts, title) : isLoading ? this.#blank(width) : nothing}
      <div class="foot">
        <p class="small"><bdi part="as-of">${
          reading
            ? reading.asOf === null
              ? ''
              : state.asOf(formats.moment(reading.asOf))
            : this.#document.why(this.#locale.lang)
        }</bdi>${this.#retry()}</p>
        ${reading ? html`<p class="small" part="shown" role="status"><bdi>${this.#count(reading)}</bdi></p>` : nothing}
      </div>
    </div>`;
  }

  #whole(reading: AccountsReading, counts: ReturnType<typeof countRows>, title: string): TemplateResult {
    const rows = this.#rows(reading);
    const shown = this.#columns();
    const words = this.#locale.say(portfolioMessages);
    const isFolded = this.#isFolded();
    const speech = this.#cellSpeech(reading);
    const isToCome = rows.length > 0 && this.#window.stretch(rows.length).to === 0;
    return html`${tools({
      words,
      formats: this.#locale.formats,
      download: this.#locale.say(tableMessages).download,
      reading,
      counts,
      search: this.search,
      tier: this.tier,
      segment: this.segment,
      sort: this.sort,
      columns,
      chosen: chosenColumns(this.columns),
      fitting: shown.length,
      isFolded,
      set: (change) => this.#set(change),
      save: () => this.#save(reading, title),
      leave: () => this.#grid()?.focus(),
    })}
      <p class="unseen" id="keys">${words.keys}</p>
      <div class=${isFolded ? 'grid folded' : 'grid'} part="grid" role="grid" tabindex="0" aria-label=${title} aria-describedby="keys" aria-readonly="true"
        aria-rowcount=${rows.length + 1} aria-colcount=${shown.length}
        @keydown=${this.#key}>
        ${gridHeads({ columns: shown, speech, active: this.#at(rows, shown), sort: this.sort, sortBy: this.#sortBy })}
        <div class="all" role="rowgroup" @click=${this.#press} @pointerover=${this.#hint} @pointerout=${this.#hint}><div class="row-height" role="presentation"></div>${isToCome ? html`<div class="seen">${rowsToCome(shown, blankRows)}</div>` : nothing}<div class="seen drawn" role="presentation"></div></div>
        ${
          rows.length === 0
            ? html`<div class="none" role="row"><div role="gridcell"><p>${words.nothing}</p><button class="button" type="button" @click=${() => this.#set({ search: '', tier: '', segment: '' })}>${words.showAll}</button></div></div>`
            : nothing
        }
      </div>`;
  }

  /** Draws the rows in sight, without all that is around them: they move in every frame of a scroll. */
  #showRows(): void {
    const box = this.shadowRoot?.querySelector('.drawn');
    const [grid, rows, reading] = [this.#grid(), this.#found?.rows, this.#read?.reading];
    if (!box || !grid || !rows || !reading) return;
    const columns = this.#columns();
    const speech = this.#cellSpeech(reading);
    const { height } = this.#shape();
    const stretch = this.#window.stretch(rows.length);
    const active = this.#at(rows, columns);
    const isSeen = active.row < 0 || (active.row >= stretch.from && active.row < stretch.to);
    if (isSeen) grid.setAttribute('aria-activedescendant', cellId(active));
    else grid.removeAttribute('aria-activedescendant');
    const seen = rows.part(stretch.from, stretch.to);
    const focused = this.shadowRoot?.activeElement ?? null;
    this.#pool.show(
      box,
      stretch,
      (place) => ({
        // Of these places there are rows.
        row: seen[place - stretch.from] as Row,
        place,
        at: active.row === place ? active.column : -1,
        isChosen: seen[place - stretch.from]?.id === this.account,
        isLast: place === rows.length - 1,
        height,
        columns,
        speech,
      }),
      (element, shown, before) => {
        drawRow(element, shown);
        // What was pressed in the row of one account is not pressed in that of another.
        if (before && before.row.id !== shown.row.id && element.contains(focused)) grid.focus({ preventScroll: true });
      },
    );
  }

  /** The cell that the keyboard is on, of those that there are. */
  #at(rows: Ordered<Row>, columns: readonly Column[]): Place {
    const { row, column } = this.#active;
    return { row: Math.min(row, rows.length - 1), column: Math.min(column, columns.length - 1) };
  }

  #blank(width: number): TemplateResult {
    const shown = this.#columns(width);
    return html`<div class=${this.#isFolded() ? 'grid folded' : 'grid'} aria-hidden="true"><div class="seen">${rowsToCome(shown, blankRows)}</div></div>`;
  }

  /** What is read of a document; while a newer one is being read, the one before it. */
  #reading(found: GivenAccounts): AccountsReading | null {
    const read = this.#slices.read(found, () => accountsRead(found));
    if (read && read !== this.#read?.reading) this.#read = { reading: read, counts: countRows(read) };
    return this.#read?.reading ?? null;
  }

  #rows(reading: AccountsReading): Ordered<Row> {
    const query: RowQuery = {
      search: this.search ?? '',
      tier: this.tier ?? '',
      segment: this.segment ?? '',
      sort: this.sort ?? '',
      lang: this.#locale.lang,
    };
    const key = JSON.stringify(query);
    if (this.#found?.of !== reading || this.#found.key !== key) {
      const rows = queryRows(reading.rows, query);
      // The cell of the keyboard goes with its account.
      const was = this.#found?.key === key ? this.#found.rows.at(this.#active.row)?.id : undefined;
      const row = was === undefined ? -1 : rows.placeOf(({ id }) => id === was);
      if (row >= 0) this.#active = { ...this.#active, row };
      this.#found = { key, of: reading, rows };
    }
    return this.#found.rows;
  }

  #cellSpeech(reading: AccountsReading): CellSpeech {
    const { formats, lang } = this.#locale;
    const isFolded = this.#isFolded();
    const words = this.#locale.say(portfolioMessages);
    const key = JSON.stringify([lang, formats.timeZone, this.href, isFolded, words.column.account, words.noScore]);
    if (this.#speech?.of !== reading || this.#speech.key !== key) {
      const { tiers, currency } = reading;
      const address = (id: string) => addressOf(this.href, id, this.ownerDocument.baseURI);
      this.#speech = {
        key,
        of: reading,
        speech: {
          words,
          formats,
          money: moneyIn(currency, formats, most.money),
          count: moneyIn(null, formats, most.seats),
          tiers,
          address,
          isFolded,
        },
      };
    }
    return this.#speech.speech;
  }

  #columns(width: number = this.#size.width ?? 0): readonly Column[] {
    const key = `${this.columns} ${width} ${this.#renewal}`;
    if (this.#fitting?.key !== key) {
      const chosen = chosenColumns(this.columns).map((column) =>
        column.name === 'renewal' && column.width < this.#renewal ? { ...column, width: this.#renewal } : column,
      );
      const kept = this.#isFolded() ? chosen.filter(({ name }) => folded.has(name)) : fitting(chosen, width - 20);
      this.#fitting = { key, columns: kept };
    }
    return this.#fitting.columns;
  }

  /** Px that the column of renewals takes: no date is cut off, in whatever language. */
  #renewalWidth(): number {
    const { formats } = this.#locale;
    const dates = Array.from({ length: 12 }, (_, month) => formats.day(Date.UTC(2048, month, 28, 12)));
    return Math.ceil(15 + Math.max(...dates.map((date) => this.#measure.width(date, 13, 600))));
  }

  #isFolded = (): boolean => !this.#size.reaches(wideFrom);

  #shape() {
    const isFolded = this.#isFolded();
    const rows = this.#document.state === 'ready' ? (this.#found?.rows.length ?? 0) : 0;
    return {
      rows,
      height: this.#window.rowHeight ?? rowHeights[isFolded ? 'folded' : 'wide'],
      head: isFolded ? 0 : headHeight,
    };
  }

  #grid = (): HTMLElement | null => this.shadowRoot?.querySelector<HTMLElement>('[role="grid"]') ?? null;

  #word(): string {
    const { state, found } = this.#document;
    const words = this.#locale.say(portfolioMessages);
    if (state === 'empty') return Array.isArray(found?.accounts) ? words.none : words.unlisted;
    return state === 'ready' ? words.none : this.#locale.say(stateMessages)[state];
  }

  #count(reading: AccountsReading): string {
    const words = this.#locale.say(portfolioMessages);
    const { formats } = this.#locale;
    const [shown, all] = [this.#found?.rows.length ?? 0, reading.rows.length];
    const said =
      shown === all ? words.all(formats.number(all), all) : words.shown(formats.number(shown), formats.number(all));
    const { unread } = reading;
    return unread === 0
      ? said
      : this.#locale.say(stateMessages).and(said, words.unread(formats.number(unread), unread));
  }

  #retry(): TemplateResult | typeof nothing {
    const { canRetry, retry } = this.#document;
    if (!canRetry) return nothing;
    return html`<button class="button" part="retry" type="button" @click=${retry}>${this.#locale.say(sourceMessages).retry}</button>`;
  }

  #set(change: Partial<View>): void {
    Object.assign(this, change);
    const { search, tier, segment, sort, columns } = this;
    tellView(this, { search, tier, segment, sort, columns });
  }

  #sortBy = ({ name, first }: Column): void => {
    const own = first === 'falling' ? `-${name}` : name;
    this.#set({ sort: this.sort === own ? (first === 'falling' ? name : `-${name}`) : own });
  };

  #press = (event: MouseEvent): void => {
    const at = placeOf(event);
    const row = at && this.#found?.rows.at(at.row);
    if (!row) return;
    this.#active = at;
    const isLink = event.composedPath().some((node) => node instanceof HTMLAnchorElement);
    // In another tab or window a link is the reader's own business.
    if (isLink && (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) return;
    event.preventDefault();
    this.#open(row);
  };

  /** What is cut off for want of room is whole where one points at it. */
  #hint = ({ type, target }: Event): void => {
    const words = (target as Element).closest<HTMLElement>('.two > *, .tier-word bdi');
    if (words && type === 'pointerover' && words.scrollWidth > words.clientWidth) words.title = words.textContent;
    else words?.removeAttribute('title');
  };

  #open({ id, name }: Row): void {
    this.requestUpdate();
    if (!tellAccount(this, { account: id, name })) return;
    this.account = id;
    const address = addressOf(this.href, id, this.ownerDocument.baseURI);
    if (address !== null) this.ownerDocument.defaultView?.location.assign(address);
  }

  #key = (event: KeyboardEvent): void => {
    const rows = this.#found?.rows;
    const shown = this.#columns();
    const at = this.#active;
    if ((event.key === 'Enter' || event.key === ' ') && event.target === this.#grid()) {
      const row = rows?.at(at.row);
      const column = shown[at.column];
      if (row) this.#open(row);
      else if (at.row < 0 && column?.by) this.#sortBy(column);
      event.preventDefault();
      return;
    }
    const to = moveCell(event, at, {
      rows: rows?.length ?? 0,
      columns: shown.length,
      page: this.#window.page,
      isMirrored: isRightToLeft(this),
    });
    if (to) {
      this.#active = to;
      this.#window.show(to.row);
      // The keyboard may be on a link or a head that was pressed.
      this.#grid()?.focus({ preventScroll: true });
      event.preventDefault();
      this.requestUpdate();
    } else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      // What is typed finds an account: it goes on in the field.
      const field = this.shadowRoot?.querySelector<HTMLInputElement>('.find');
      field?.focus();
      field?.select();
    }
  };

  #save(reading: AccountsReading, title: string): void {
    const words = this.#locale.say(portfolioMessages);
    const shown = this.#columns().map(({ name }) => filed[name]);
    saveCsv(
      this,
      title,
      shown.flatMap(({ heads }) => heads(words)),
      this.#rows(reading)
        .part(0)
        .map((row) => shown.flatMap(({ values }) => values(row))),
    );
  }
}
