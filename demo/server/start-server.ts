import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Meta, prepareDatabase, readMeta } from '../data/prepare-database.ts';
import { cursorsSignedWith } from './accounts/cursor.ts';
import { createApp } from './app.ts';
import { portfolioBacktest } from './backtest/portfolio-backtest.ts';
import { copyToPostgres } from './database/copy-to-postgres.ts';
import { openPostgresDatabase, type PostgresDatabase } from './database/postgres-database.ts';
import type { Database, Session } from './database/session.ts';
import { formerEnd } from './former-records.ts';
import { told as errorLines } from './http/log-line.ts';
import type { Rate } from './http/rate-limit.ts';
import { type Listening, listen } from './listen.ts';
import { changeLog } from './live/change-log.ts';
import { chooseModel } from './models/choose-model.ts';
import { modelsFor } from './models/models.ts';
import { portfolioReadings } from './reading/portfolio-readings.ts';
import { rescoring } from './scoring/rescoring.ts';
import { scorePortfolio } from './scoring/score-portfolio.ts';
import { demoTokens } from './tokens/demo-tokens.ts';
import type { Tokens } from './tokens/tokens.ts';
import { deliveries, type Receiver } from './webhooks/deliveries.ts';
import { noteFired } from './webhooks/outbox.ts';

export interface ServerOptions {
  /** The database file, filled on the first start. */
  readonly file: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** How many ports after it to try when it is taken; none when absent. */
  readonly furtherPorts?: number;
  /** A folder of CSV files to show in place of the generated company, and how to read them. */
  readonly data?: { readonly dir: string; readonly mapping?: string | undefined } | undefined;
  /** The connection string of a Postgres (`postgres://…`) that takes the records, scores and serves them; the file itself when absent. */
  readonly database?: string | undefined;
  /** Of the generated company: another seed gives another one. 1 when absent. */
  readonly seed?: number;
  /** How many accounts the generated company has; 300 when absent. */
  readonly accounts?: number;
  /** When the generated company's records end; when absent, where they ended before, or else at this hour. */
  readonly end?: Date;
  /** What mints and checks tokens; with keys of this start alone when absent. */
  readonly tokens?: Tokens;
  /** Other origins whose pages may read the API, with tokens minted for them; none when absent. */
  readonly origins?: readonly string[];
  /** How often one subject is answered; as is usual when absent. */
  readonly rate?: Rate;
  /** Who is told of signals that have newly fired; nobody when absent. */
  readonly webhook?: Receiver | undefined;
  /** The folder of the built pages. */
  readonly pages?: string;
  /** Whether to read what the pages will ask for before they ask; a browser need not wait then. */
  readonly readsAhead?: boolean;
  /** Told a line for people now and then while the database is being filled; nobody is when absent. */
  readonly progress?: (line: string) => void;
}

const builtPages = join(import.meta.dirname, '..', 'dist');

/**
 * Opens the database, fills and scores it where that is not done, and answers requests. Throws a HealthError with a
 * sentence for people when the data, the file or the port cannot be used.
 */
export async function startServer(options: ServerOptions): Promise<Listening> {
  const { file, data, seed = 1, accounts = 300, progress = () => {}, pages = builtPages } = options;
  const end = options.end ?? (await formerEnd(file)) ?? thisHour();
  const prepared = await prepareDatabase({ file, data, seed, accounts, end, progress });
  const database = options.database === undefined ? prepared : await inPostgres(prepared, options.database, progress);
  try {
    const { title, asOf } = await filledWith(database);
    const portfolio = { session: database, model: chooseModel(title), asOf: Date.parse(asOf) };
    await scorePortfolio(database, portfolio, progress);
    const readings = portfolioReadings(portfolio);
    const made = portfolioBacktest(portfolio);
    const changes = changeLog(Date.now);
    const { webhook: receiver } = options;
    const told = receiver ? deliveries({ store: database, receiver, failed: (line) => console.error(line) }) : null;
    const again = rescoring({
      store: database,
      portfolio,
      now: Date.now,
      also: told ? noteFired : undefined,
      changed(accounts) {
        changes.tell(accounts);
        told?.soon();
      },
      failed: (error) => console.error(['rescoring', ...errorLines(error)].join('\n')),
    });
    const app = createApp({
      portfolio,
      store: database,
      readings,
      made,
      touched: again.soon,
      changes,
      cursors: cursorsSignedWith(await cursorKey(database)),
      tokens: options.tokens ?? demoTokens().tokens,
      pages: existsSync(join(pages, 'index.html')) ? pages : null,
      ...(options.origins && { origins: options.origins }),
      ...(options.rate && { rate: options.rate }),
      logError: (line) => console.error(line),
    });
    const { url, close } = await listen(app.fetch, options.port, options.furtherPorts);
    // A server that has ended may have left some.
    again.soon();
    told?.soon();
    const stop = new AbortController();
    const ahead = options.readsAhead
      ? readings.readAhead(modelsFor(portfolio.model), stop.signal).then(() => made.readAhead(stop.signal))
      : null;
    return {
      url,
      async close() {
        stop.abort();
        changes.end();
        await Promise.all([close().then(again.close).then(told?.close), ahead]).finally(() => database.close());
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The records of the file on a Postgres; the file itself is then closed. */
async function inPostgres(
  file: Database,
  connection: string,
  progress: (line: string) => void,
): Promise<PostgresDatabase> {
  try {
    const database = await openPostgresDatabase(connection);
    await copyToPostgres(file, database, progress).catch(async (error) => {
      await database.close();
      throw error;
    });
    return database;
  } finally {
    file.close();
  }
}

/** The hour that has begun: records that end between two hours would look cut off. */
const thisHour = () => new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000);

async function filledWith(session: Session): Promise<Meta> {
  const meta = await readMeta(session);
  if (!meta) throw new Error('The database was filled and says nothing of it.');
  return meta;
}

async function cursorKey(session: Session): Promise<string> {
  const [row] = await session.rows<{ value: string }>(`SELECT value FROM meta WHERE key = 'cursorKey'`);
  if (!row) throw new Error('The database was scored and holds no key for cursors.');
  return row.value;
}
