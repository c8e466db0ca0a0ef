// Behind `npm run demo`, `npm test`, `npm run check`, `npm run build` and others: makes the tools ready, then runs the task.
//
// 1. Node: the one at hand when it is new enough, else node@24 from the npm registry, once, into .tools/.
// 2. pnpm: the one on PATH when it is new enough, else pnpm@12 in the same way.
// 3. Dependencies: `pnpm install --frozen-lockfile`, only when the lockfile or a manifest has changed since the last.
// 4. The task, under that Node, in the folder where the user ran npm; signals go in, the exit code comes out.
//
// Plain JavaScript without dependencies: it runs on Node 20 before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tools = join(root, '.tools');
const stampFile = join(root, 'node_modules', '.hale-stamp.json');
const windows = process.platform === 'win32';

const tasks = {
  demo: ['--conditions=@hale/source', join(root, 'scripts', 'demo.ts')],
  'demo:spark': ['--conditions=@hale/source', join(root, 'scripts', 'demo-spark.ts')],
  test: [join(root, 'scripts', 'test.ts')],
  check: ['--conditions=@hale/source', join(root, 'scripts', 'check.ts')],
  build: ['--conditions=@hale/source', join(root, 'scripts', 'build.ts')],
  vectors: ['--conditions=@hale/source', join(root, 'scripts', 'vectors.ts')],
  hale: ['--conditions=@hale/source', join(root, 'packages', 'cli', 'src', 'hale.ts')],
  bench: ['--conditions=@hale/source', join(root, 'packages', 'core', 'bench', 'scoring.ts')],
  pictures: ['--conditions=@hale/source', join(root, 'scripts', 'pictures.ts')],
  figures: ['--conditions=@hale/source', join(root, 'scripts', 'figures.ts')],
  'bench:truth': ['--conditions=@hale/source', join(root, 'scripts', 'bench-truth.ts')],
  'bench:widgets': ['--conditions=@hale/source', join(root, 'bench', 'widgets.ts')],
  'bench:fullest': ['--conditions=@hale/source', join(root, 'bench', 'fullest.ts')],
  'bench:load': ['--conditions=@hale/source', join(root, 'demo', 'bench', 'load.ts')],
  'bench:sql': ['--conditions=@hale/source', join(root, 'packages', 'core', 'bench', 'sql.ts')],
  'bench:spark': ['--conditions=@hale/source', join(root, 'packages', 'core', 'bench', 'spark.ts')],
};

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** What the strictest of the tools, size-limit, asks for: 22.19, 24.5, 26 and what follows each. */
function newEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return (major === 22 && minor >= 19) || (major === 24 && minor >= 5) || major >= 26;
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/** The program and its time of change: as long as both stay, it need not be asked for its version again. */
const markOf = (program) => `${program} ${statSync(program).mtimeMs}`;

/** The first pnpm on PATH, if it is of version 12 or later. */
function pnpmOnPath(known) {
  const names = windows ? ['pnpm.exe', 'pnpm.cmd'] : ['pnpm'];
  const places = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(root));
  const program = places.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
  if (!program) return undefined;
  if (markOf(program) === known) return program;
  const env = { ...process.env, COREPACK_ENABLE_DOWNLOAD_PROMPT: '0', COREPACK_ENABLE_NETWORK: '0' };
  const asked = spawnSync(program, ['--version'], { cwd: dirname(root), env, encoding: 'utf8', shell: windows });
  return Number.parseInt(asked.stdout ?? '', 10) >= 12 ? program : undefined;
}

/** Why a package manager failed, as one sentence for the person who ran it. */
function reason(output, what) {
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|error sending request|dns error/i.test(output)
  ) {
    return `${what} could not be fetched because the npm registry does not answer: check the network or the registry set in .npmrc, then run this again.`;
  }
  if (/EACCES|EROFS|EPERM|permission denied|read-only file system/i.test(output)) {
    return `${what} could not be stored because ${root} cannot be written to: make it writable for this user, then run this again.`;
  }
  return `${what} could not be installed; the lines above say why.`;
}

function orStop(result, what) {
  if (result.status === 0) return;
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}`;
  console.error(output.trim());
  stop(reason(output, what));
}

/** Brings node@24 and pnpm@12 into .tools/ unless they lie there already, made for this platform. */
function bringTools() {
  const programs = {
    node: join(tools, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node'),
    pnpm: join(tools, 'node_modules', '.bin', windows ? 'pnpm.cmd' : 'pnpm'),
  };
  const ready = join(tools, 'ready.json');
  const platform = `${process.platform}-${process.arch}`;
  if (readJson(ready).platform === platform && existsSync(programs.node) && existsSync(programs.pnpm)) return programs;
  console.error('Bringing Node 24 and pnpm 12 into .tools/ (once) …');
  const what = 'Node 24 and pnpm 12';
  try {
    mkdirSync(tools, { recursive: true });
  } catch (error) {
    stop(reason(error.message, what));
  }
  const retries = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=4000'];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts=false'];
  const args = ['install', '--prefix', tools, ...quiet, ...retries, 'node@24', 'pnpm@12'];
  const cli = process.env.npm_execpath ?? '';
  const npm = basename(cli).startsWith('npm') ? [process.execPath, [cli, ...args]] : ['npm', args];
  orStop(
    spawnSync(...npm, { cwd: tools, encoding: 'utf8', maxBuffer: 2 ** 26, shell: windows && npm[0] === 'npm' }),
    what,
  );
  orStop(spawnSync(programs.node, ['--version'], { encoding: 'utf8' }), what);
  writeFileSync(ready, JSON.stringify({ platform }));
  return programs;
}

/** A digest of everything that says what must be installed. */
function manifests() {
  const folders = readdirSync(join(root, 'packages')).map((name) => join('packages', name));
  const files = [
    ...[...folders, 'demo', '.'].map((folder) => join(folder, 'package.json')),
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
  ];
  const digest = createHash('sha256');
  for (const file of files)
    if (existsSync(join(root, file))) digest.update(file).update(readFileSync(join(root, file)));
  return digest.digest('hex');
}

function install(pnpm, env, stamp) {
  const now = { manifests: manifests(), pnpm: markOf(pnpm) };
  if (stamp.manifests === now.manifests) return;
  console.error('Installing dependencies …');
  const options = { cwd: root, env: { ...env, CI: 'true' }, encoding: 'utf8', maxBuffer: 2 ** 26, shell: windows };
  orStop(spawnSync(pnpm, ['install', '--frozen-lockfile'], options), 'The dependencies');
  writeFileSync(stampFile, JSON.stringify(now));
}

const [name, ...rest] = process.argv.slice(2);
const task = tasks[name];
if (!task)
  stop(`scripts/run.mjs does not know ${name ?? 'nothing'}: expected one of ${Object.keys(tasks).join(', ')}.`);

const stamp = readJson(stampFile);
const atHand = newEnough(process.version) ? process.execPath : undefined;
const onPath = pnpmOnPath(stamp.pnpm);
const brought = atHand && onPath ? {} : bringTools();
const node = atHand ?? brought.node;
const pnpm = onPath ?? brought.pnpm;
const bins = [dirname(node), dirname(pnpm), join(root, 'node_modules', '.bin')];
const env = { ...process.env, PATH: [...new Set(bins), process.env.PATH].join(delimiter) };
install(pnpm, env, stamp);

const here = process.env.INIT_CWD;
// Node 22 warns that it strips types; that is known.
const flags = ['--disable-warning=ExperimentalWarning'];
const child = spawn(node, [...flags, ...task, ...rest], {
  cwd: here && existsSync(here) ? here : process.cwd(),
  env,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // A terminal sends Ctrl-C to the child itself; sent twice, it would cut the child's clean-up short.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
// npm passes a signal to a shell between us that does not pass it on: when that is gone, so is who asked for this.
const parent = process.ppid;
setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
child.on('error', (error) => stop(`${node} could not be started: ${error.message}.`));
child.on('exit', (code, signal) => {
  if (!signal) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
