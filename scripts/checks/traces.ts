import { spawnSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root } from '../workspace.ts';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Folders that belong to one machine: those common everywhere, and those of this one. */
const folders = ['home', 'root', 'tmp', 'work', 'Users', 'mnt', 'workspace'].map((name) => `/${name}/`);
const own = [homedir(), root].filter((folder) => folder.length > 1);
const machinePath = new RegExp(`(?<![\\w.~*\\])}-])(${[...folders, ...own].map(escaped).join('|')})`);

/** Hosts that packages were fetched from; the lockfile must not tie an installation to one of them. */
const registryHost = /https?:\/\/(?:[\w-]+\.)*(?:registry|npm|verdaccio|artifactory|nexus|proxy)[\w.-]*[/:]/i;

const binary = /\.(png|jpe?g|gif|webp|avif|ico|woff2?|pdf|duckdb|gz|zip)$/i;

function tracked(): string[] {
  const { stdout, status } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error('git does not list the tracked files: is this a clone of the repository?');
  return stdout.split('\0').filter((file) => file && !binary.test(file));
}

function* tracesIn(file: string): Generator<string> {
  const path = join(root, file);
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (!entry?.isFile()) return;
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    const path = machinePath.exec(line)?.[1];
    if (path) yield `${file}:${index + 1} names a folder of one machine: ${path}`;
    const host = registryHost.exec(line)?.[0];
    if (host) yield `${file}:${index + 1} names a package registry: ${host}`;
    if (file === 'pnpm-lock.yaml' && line.includes('tarball:')) yield `${file}:${index + 1} ties a package to a host`;
  }
}

/** Nothing that is committed names a folder of one machine or the host packages came from. */
export const traces = {
  name: 'traces',
  async run() {
    return { problems: tracked().flatMap((file) => [...tracesIn(file)]) };
  },
};
