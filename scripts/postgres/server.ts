import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { aptAdvice, aptInstall, mayInstall } from '../apt.ts';
import { findPostgres } from './find.ts';

/** A Postgres server of one's own, which begins when it is first asked for and leaves nothing behind. */
export interface PostgresServer {
  /** Why it cannot run here, as a sentence; null where it can, and in CI, where it is installed when it starts. */
  lacks(): string | null;
  /** Its connection string. Rejects with one sentence when it cannot be had. */
  start(): Promise<string>;
  stop(): Promise<void>;
}

/** A server on a socket in a temporary folder: no port, no user but this one. Its text sorts as people's does, not by code. */
export function postgresServer(): PostgresServer {
  let running: Promise<Running> | undefined;
  return {
    lacks: () => (findPostgres() || process.env.CI !== undefined ? null : missing()),
    async start() {
      running ??= begin(requirePostgres());
      return (await running).connection;
    },
    async stop() {
      const begun = await running?.catch(() => undefined);
      await begun?.stop();
      running = undefined;
    },
  };
}

interface Running {
  readonly connection: string;
  stop(): Promise<void>;
}

const missing = (): string =>
  `No Postgres server is on this machine; ${aptAdvice(['postgresql']) ?? 'install PostgreSQL 15 or later'}, or name the folder of its programs in HALE_POSTGRES.`;

function requirePostgres(): string {
  const found = findPostgres() ?? (mayInstall() && aptInstall(['postgresql']) ? findPostgres() : undefined);
  if (!found) throw new Error(missing());
  return found;
}

async function begin(programs: string): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'hale-postgres-'));
  const cluster = join(folder, 'cluster');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const owner = unprivileged();
  // A process that is ended cannot wait for an event, and a server that still runs would write into what is removed.
  const halt = () => {
    spawnSync(join(programs, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'immediate'], { ...owner, cwd: folder });
    remove();
  };
  process.once('exit', halt);
  try {
    if (owner) chownSync(folder, owner.uid, owner.gid);
    const made = spawnSync(
      join(programs, 'initdb'),
      [
        '-D',
        cluster,
        '-U',
        'hale',
        '-A',
        'trust',
        '-E',
        'UTF8',
        '--no-sync',
        '--locale-provider=icu',
        '--icu-locale=en',
      ],
      { ...owner, cwd: folder, encoding: 'utf8' },
    );
    if (made.status !== 0) throw new Error(`initdb could not make a cluster: ${made.stderr || made.error?.message}`);
    const settings = ['listen_addresses=', 'fsync=off', `unix_socket_directories=${folder}`];
    const server = spawn(join(programs, 'postgres'), ['-D', cluster, ...settings.flatMap((one) => ['-c', one])], {
      ...owner,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await ready(server);
    return {
      connection: `postgres://hale@${encodeURIComponent(folder)}/postgres`,
      async stop() {
        process.removeListener('exit', halt);
        server.kill('SIGINT');
        if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
        remove();
      },
    };
  } catch (error) {
    process.removeListener('exit', halt);
    halt();
    throw error;
  }
}

/** Postgres refuses to run as root: then the user that Debian's package makes, or nobody. Undefined for anybody else. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const entry = ['postgres:', 'nobody:'].map((name) => users.find((user) => user.startsWith(name))).find(Boolean);
  const [, , uid, gid] = entry?.split(':') ?? [];
  if (uid === undefined || gid === undefined)
    throw new Error('Postgres cannot run as root, and there is no other user.');
  return { uid: Number(uid), gid: Number(gid) };
}

/** Until it says that it takes connections. */
async function ready(server: ChildProcess): Promise<void> {
  let said = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => {
    // The last it said tells why it ended; what it says later is of no interest.
    said = (said + text).slice(-4000);
  });
  for (let attempt = 0; attempt < 300; attempt++) {
    if (said.includes('ready to accept connections')) return;
    if (server.exitCode !== null) break;
    await sleep(50);
  }
  server.kill('SIGQUIT');
  throw new Error(`The Postgres server did not start: ${said}`);
}
