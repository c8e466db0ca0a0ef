// Behind `npm run demo`, `npm test`, `npm run check` and `npm run build`: makes the tools ready, then runs the task.
//
// 1. Node: the one at hand when it is new enough, else node@24 from the npm registry, once, into .tools/.
// 2. pnpm: the one on PATH when it is new enough, else pnpm@12 in the same way.
// 3. Dependencies: `pnpm install --frozen-lockfile`, only when the lockfile or a manifest has changed since.
// 4. The task, under that Node, in the folder where the user ran npm; signals go in, the exit code comes out.
//
// Plain JavaScript without dependencies, since it must run on Node 20 before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, globSync as _none, mkdirSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
