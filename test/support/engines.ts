import { type Engine, openDuckDb, openPostgres, openSpark } from '@hale/cli';
import { postgresServer } from '../../scripts/postgres/server.ts';
import { sparkPython, sparkUntried } from '../../scripts/spark/python.ts';

/** An engine that the parity suites run on. */
interface Tested {
  readonly name: string;
  /** Why it cannot run on this machine, as a sentence; null where it can. */
  lacks(): string | null;
  open(): Promise<Engine>;
  /** How many of a hundred random cases it takes: each costs some engines far more than others. */
  readonly share: number;
  /** Whether rows can be changed where they lie. */
  readonly updates: boolean;
}

const isCi = process.env.CI === 'true';

/**
 * How many percent of the random cases are taken: all of them in CI, a tenth elsewhere. `HALE_RUNS=100` takes them all
 * too, and `HALE_RUNS=1` the few of whoever works on an engine.
 */
const percent = Number(process.env.HALE_RUNS ?? (isCi ? 100 : 10));
if (percent < 100)
  console.log(`Of the random models ${percent} % are tried on engines; HALE_RUNS=100 tries all, as CI does.`);

const server = postgresServer();
after(() => server.stop());

let spark: Promise<Engine> | undefined;
/** Suites that have yet to end on Spark. */
let onSpark = 0;

/** The same session for every suite: it takes long to start, and plans faster the longer it runs. The last one ends it. */
async function openSharedSpark(): Promise<Engine> {
  const conf = { 'spark.sql.session.timeZone': 'America/New_York' };
  spark ??= sparkPython().then((python) => openSpark({ python, conf }));
  const shared = await spark;
  return {
    ...shared,
    async close() {
      onSpark -= 1;
      if (onSpark === 0) await shared.close();
    },
  };
}

/** Spark has a suite of its own, which runs beside that of the others. */
const isSpark = process.env.HALE_SUITE === 'spark';

const sparkLacks = isSpark ? await sparkUntried() : null;

const all: readonly Tested[] = [
  {
    name: 'DuckDB',
    lacks: () => null,
    // Most of the time goes into planning, and a second thread would be as long again at its own copy of a plan.
    open: () => openDuckDb(':memory:', { threads: '1' }),
    share: 100,
    updates: true,
  },
  { name: 'Postgres in this process', lacks: () => null, open: () => openPostgres(), share: 40, updates: true },
  {
    name: 'a Postgres server',
    lacks: server.lacks,
    open: async () => openPostgres(await server.start()),
    // It reads as the one in this process does: elsewhere than in CI a sample shows that.
    share: isCi ? 40 : 10,
    updates: true,
  },
  {
    name: 'Spark',
    lacks() {
      if (sparkLacks === null) onSpark += 1;
      return sparkLacks;
    },
    open: openSharedSpark,
    share: 10,
    updates: false,
  },
];

const engines = all.filter(({ name }) => (name === 'Spark') === isSpark);

/** What a suite is told of the engine it runs on. */
interface Subject extends Pick<Tested, 'updates'> {
  /** The engine, open while the tests of the suite run. */
  readonly engine: Engine;
  /** So many random cases of those that the fastest engine takes. */
  runs(most: number): number;
}

/**
 * The same suite on every engine, with a session in a time zone that is not UTC. One that is not on this machine says
 * what it lacks, as a skipped test.
 */
export function onEveryEngine(title: string, suite: (subject: Subject) => void): void {
  for (const { name, lacks, open, share, updates } of engines) {
    describe(`${title} in ${name}`, function () {
      this.timeout(3_600_000);
      const reason = lacks();
      if (reason !== null) return void it.skip(reason, () => {});
      let opened: Engine | undefined;
      before(async () => {
        opened = await open();
        if (updates) await opened.run({ text: `set timezone = 'America/New_York'`, values: [] });
      });
      after(() => opened?.close());
      suite({
        updates,
        get engine() {
          if (!opened) throw new Error('an engine is open only while tests run');
          return opened;
        },
        runs: (most) => Math.max(1, Math.round((most * share * percent) / 10_000)),
      });
    });
  }
}
