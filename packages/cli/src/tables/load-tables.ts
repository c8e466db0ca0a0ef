import { type TableName, tableNames } from '../engines/table-rows.ts';
import { Faults } from '../terminal/fault.ts';
import { type Progress, whileShown } from '../terminal/progress.ts';
import { brokenFile } from './broken-file.ts';
import { quoted } from './cells.ts';
import { findFaults, rowsTwice } from './find-faults.ts';
import { openSource } from './open-source.ts';
import { type LoadPlan, type Mapping, planFacts, planLoad } from './plan-load.ts';
import type { Query } from './source.ts';
import { unique } from './table-forms.ts';
import { TextKinds } from './text-kinds.ts';

/** The files of one table, or of several, and the names of their columns. */
export interface Inputs {
  readonly files: Readonly<Partial<Record<TableName, readonly InputFile[]>>>;
  readonly mapping: Readonly<Partial<Record<TableName, Mapping>>>;
}

export interface InputFile {
  readonly path: string;
  /** As messages name it. */
  readonly shown: string;
}

/** Where tables are, and how far its present work has come, 0–1; null where that is not known. */
export interface Loading {
  readonly query: Query;
  /** The name of the table that rows go into first, where it is another. */
  readonly into?: Readonly<Partial<Record<TableName, string>>>;

  share(): number | null;
}

/** What was read. */
export interface Loaded {
  readonly rows: Readonly<Record<TableName, number>>;
  /** What a person should know of it, in sentences. */
  readonly notes: readonly string[];
}

/**
 * Fills the empty tables of the relational shape from files, a few statements a file, and never a file whole in memory.
 * Without events none is taken as recorded, but for accounts that say which are: what is measured by them is missing.
 * Throws Faults with up to 20 cells that are not what they must be, each with file, line and column.
 */
export async function loadTables({ files, mapping }: Inputs, loading: Loading, progress: Progress): Promise<Loaded> {
  const rows = { accounts: 0, facts: 0, events: 0, history: 0, overrides: 0 };
  const notes: string[] = [];
  const untold = new TextKinds();
  // All headers are looked at before the first row is read.
  const opened: LoadPlan[] = [];
  for (const table of tableNames) {
    for (const { path, shown } of files[table] ?? []) {
      const planned = planLoad(table, await openSource(path, shown, loading.query), mapping[table] ?? {}, untold);
      opened.push(planned);
      notes.push(...noteOn(planned));
    }
  }
  const plans: LoadPlan[] = [];
  for (const table of tableNames) {
    const own = opened.filter((plan) => plan.table === table);
    const kinds = await kindsOf(own, loading, progress);
    notes.push(...kinds.notes(table));
    for (const { source } of own) {
      const planned = planLoad(table, source, mapping[table] ?? {}, kinds);
      plans.push(planned, ...(table === 'accounts' ? planFacts(planned, kinds) : []));
    }
  }
  for (const plan of plans) rows[plan.table] += await load(plan, loading, progress);
  for (const table of tableNames) await checkUnique(table, plans, loading.query);
  notes.push(...(await orphans(loading)), ...(await recorded(files.events !== undefined, loading)));
  return { rows, notes };
}

/** What the text columns of a table's files hold. */
async function kindsOf(plans: readonly LoadPlan[], { query, share }: Loading, progress: Progress): Promise<TextKinds> {
  const kinds = new TextKinds();
  for (const { source, untyped, by } of plans) {
    if (untyped.length === 0) continue;
    try {
      const look = () => kinds.look(source, untyped, by, query);
      await whileShown(progress, `Reading columns of ${source.shown}`, share, look);
    } catch (error) {
      throw (await brokenFile(source, error as Error)) ?? error;
    }
  }
  return kinds;
}

async function load(plan: LoadPlan, { query, share, into = {} }: Loading, progress: Progress): Promise<number> {
  const { table, source, columns, rows } = plan;
  const statement = `insert into ${into[table] ?? table} (${columns.map(quoted).join(', ')}) ${rows}`;
  try {
    const [done] = await whileShown(progress, `Reading ${source.shown}`, share, () => query(statement));
    return Number(done?.Count ?? 0);
  } catch (error) {
    throw (await findFaults(plan, error as Error, query)) ?? error;
  }
}

function noteOn({ table, source, extra }: LoadPlan): string[] {
  if (extra.length === 0) return [];
  const names = extra.join(', ');
  if (table === 'accounts') return [`${source.shown}: read as facts: ${names}.`];
  if (table === 'events') return [`${source.shown}: read as properties: ${names}.`];
  return [`${source.shown}: not read: ${names}.`];
}

async function checkUnique(table: TableName, plans: readonly LoadPlan[], query: Query): Promise<void> {
  const rule = unique[table];
  const from = plans.filter((plan) => plan.table === table);
  if (!rule || from.length === 0) return;
  const by = rule.by.map(quoted).join(', ');
  const twice = await query(`select ${by} from ${table} group by ${by} having count(*) > 1 order by ${by} limit 20`);
  if (twice.length > 0) throw new Faults(await rowsTwice(table, rule, from, twice, query));
}

/** Rows about accounts that there are not: left alone, and told of. */
async function orphans({ query, into = {} }: Loading): Promise<string[]> {
  const notes: string[] = [];
  for (const table of tableNames.filter((one) => one !== 'accounts')) {
    const [found] = await query(
      `select count(*) as rows, count(distinct account_id) as accounts, any_value(account_id) as one
       from ${into[table] ?? table} where account_id not in (select id from accounts)`,
    );
    const rows = Number(found?.rows ?? 0);
    if (rows === 0) continue;
    const many = `${rows.toLocaleString('en')} row${rows === 1 ? '' : 's'}`;
    const accounts = Number(found?.accounts);
    const whose = `${accounts} account${accounts === 1 ? ' that is' : 's that are'} not among the accounts, such as ${JSON.stringify(found?.one)}`;
    notes.push(`${table}: ${many} of ${whose}, count${rows === 1 ? 's' : ''} for nothing.`);
  }
  return notes;
}

/** Names of events that a note tells of. */
const mostNames = 20;

/**
 * Which events count as recorded for accounts that do not say it: all where events came, for one that did not may never
 * have happened, and none where there were no files of them. Gives what a person should know of it.
 */
async function recorded(given: boolean, { query, into = {} }: Loading): Promise<string[]> {
  const [found] = await query('select count(*) as accounts from accounts where tracked is null');
  if (Number(found?.accounts) === 0) return [];
  if (!given) {
    await query('update accounts set tracked = [] where tracked is null');
    return ['events: none were given, so none count as recorded; what is measured by them is missing, not zero.'];
  }
  const names = await query(
    `select name, count(*) over () as names from (select distinct name from ${into.events ?? 'events'}) order by name limit ${mostNames}`,
  );
  const more = Number(names[0]?.names ?? 0) - names.length;
  const told = [...names.map(({ name }) => String(name)), ...(more > 0 ? [`${more} more`] : [])].join(', ');
  const came = names.length === 0 ? 'the files hold none' : `these came: ${told}`;
  return [
    `events: ${came}. Any other counts as recorded and not happened, but where "tracked" of an account says which are.`,
  ];
}
