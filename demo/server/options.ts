import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { HealthError } from '@hale/core';
import { type Receiver, receiverUrl } from './webhooks/deliveries.ts';
import { webhookKey } from './webhooks/signature.ts';

/** What the command line asks for. */
export interface DemoOptions {
  /** The database file: one for the generated company, one for each folder of CSV files. */
  readonly file: string;
  readonly database: string | undefined;
  readonly data: { readonly dir: string; readonly mapping: string | undefined } | undefined;
  /** The port that was named, else the usual one. */
  readonly port: number;
  /** How many ports after it will do: none when it was named. */
  readonly furtherPorts: number;
  /** Who is told of signals that have newly fired. */
  readonly webhook: Receiver | undefined;
  /** Whether to forget what the file holds. */
  readonly reset: boolean;
}

/** Shown by `--help`. */
export const help = `npm run demo -- [options]

  --data DIR       shows the CSV files in DIR in place of the generated company,
                   or the database that hale import made, where it is a file
  --mapping FILE   says what their columns mean; known files need none
  --database URL   keeps, scores and serves everything on this Postgres (postgres://user@host/name), in a schema of its
                   own, hale_demo; HALE_DATABASE in the environment does the same, and keeps the password out of sight
  --port N         listens on port N (when absent 4321, or the next free one)
  --reset          fills the database anew, up to this hour
  --help           shows this

HALE_WEBHOOK and HALE_WEBHOOK_SECRET in the environment have newly fired signals told to an address: docs/webhooks.md.`;

const usualPort = 4321;
const databases = join(import.meta.dirname, '..', '.data');

/** Reads the command line; null when it asks for help. Throws a HealthError that names what is wrong. */
export function readOptions(args: readonly string[]): DemoOptions | null {
  const { data, mapping, database = process.env.HALE_DATABASE, port, reset = false, help = false } = parse(args);
  if (help) return null;
  if (mapping !== undefined && data === undefined) {
    throw wrong('mapping', '--mapping needs --data: it says what the columns of those files mean.');
  }
  if (database !== undefined && !/^postgres(ql)?:\/\//.test(database)) {
    // What was given may hold a password.
    throw wrong('database', '--database must be the address of a Postgres: postgres://user@host:5432/name.');
  }
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) {
    throw wrong('port', `--port must be a whole number from 0 to 65535, not ${JSON.stringify(port)}.`);
  }
  const dir = data === undefined ? undefined : resolve(data);
  return {
    file: join(databases, dir === undefined ? 'company.duckdb' : `${nameFor(dir)}.duckdb`),
    data: dir === undefined ? undefined : { dir, mapping: mapping === undefined ? undefined : resolve(mapping) },
    database,
    port: port === undefined ? usualPort : Number(port),
    furtherPorts: port === undefined ? 50 : 0,
    webhook: readWebhook(process.env),
    reset,
  };
}

/** The address and the secret stand in the environment alone: an argument is in every list of processes. */
function readWebhook({ HALE_WEBHOOK: url, HALE_WEBHOOK_SECRET: secret }: NodeJS.ProcessEnv): Receiver | undefined {
  return url ? { url: receiverUrl(url), key: webhookKey(secret ?? '') } : undefined;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        mapping: { type: 'string' },
        database: { type: 'string' },
        port: { type: 'string' },
        reset: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    // parseArgs throws errors with a sentence that names the option.
    throw wrong('', `${(error as Error).message.split('. ')[0]}.\n\n${help}`);
  }
}

/** A file name that tells folders of the same name apart. */
function nameFor(dir: string): string {
  const readable = basename(dir)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 40);
  return `${readable}-${createHash('sha256').update(dir).digest('hex').slice(0, 8)}`;
}

const wrong = (path: string, message: string) => new HealthError({ code: 'invalid-option', path, message });
