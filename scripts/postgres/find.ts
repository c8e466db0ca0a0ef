import { existsSync, globSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const needed = ['initdb', 'pg_ctl', 'postgres'];

/** The folder of a Postgres server's programs, of the newest there is: `HALE_POSTGRES`, the path, or Debian's own place. */
export function findPostgres(): string | undefined {
  const own = process.env.HALE_POSTGRES;
  const path = (process.env.PATH ?? '').split(delimiter);
  const packaged = globSync('/usr/lib/postgresql/*/bin/initdb').map(dirname).sort(byVersion).reverse();
  return [...(own ? [own] : []), ...path, ...packaged].find((folder) =>
    needed.every((program) => existsSync(join(folder, program))),
  );
}

const byVersion = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
