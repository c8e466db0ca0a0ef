import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { root } from '../workspace.ts';

const first = 'gauge';
const together = 'all together';
const entries = join(root, 'packages', 'widgets', 'dist', 'define');

/** Code without the statements that tie chunks together: a page that bundles its widgets has none of them. */
const untied = (code: string) =>
  code.replace(/import(?:\{[^}]*\}from)?"\.[^"]*";/g, '').replace(/export\{[^}]*\};?\s*$/, '');

/** The outputs that load together with one, that one last. */
const loaded = (outputs: Metafile['outputs'], path: string, met = new Set<string>()): Set<string> => {
  for (const { path: next, kind } of outputs[path]?.imports ?? []) {
    if (kind === 'import-statement' && !met.has(next)) loaded(outputs, next, met);
  }
  return met.add(path);
};

/**
 * What each widget adds to a page that has the gauge, in bytes gzipped: what it alone brings, after all that the gauge
 * or any second widget needs too. And what all of them weigh together.
 */
const increments = async (): Promise<ReadonlyMap<string, number>> => {
  const { outputFiles, metafile } = await build({
    entryPoints: globSync('*.js', { cwd: entries }).map((name) => join(entries, name)),
    absWorkingDir: root,
    outdir: 'increments',
    bundle: true,
    format: 'esm',
    metafile: true,
    minify: true,
    splitting: true,
    write: false,
  });
  const { outputs } = metafile;
  const text = new Map(
    outputFiles.map(({ path, text }) => [path.slice(root.length).replace(/^[\\/]/, ''), untied(text)]),
  );
  const weight = (paths: Iterable<string>) =>
    gzipSync([...paths].map((path) => text.get(path) ?? '').join(''), { level: 9 }).length;
  const entry = (name: string) => `increments/${name}.js`;
  const entered = Object.keys(outputs).filter((path) => outputs[path]?.entryPoint?.includes('/define/'));
  const everything = new Set(entered.flatMap((path) => [...loaded(outputs, path)]));
  return new Map([
    [together, weight(everything)],
    ...entered
      .map((path) => basename(path, '.js'))
      .filter((name) => name !== first)
      .map((name): [string, number] => {
        const before = loaded(outputs, entry(first));
        const all = new Set([...before, ...loaded(outputs, entry(name))]);
        const shared = [...all].filter((path) => path !== entry(name));
        return [name, weight([...shared, entry(name)]) - weight(shared)];
      }),
  ]);
};

/** The widgets that add more than .size-increments.json lets them. */
export const incrementsOver = async () => {
  // This repository's own file: kilobytes by widget.
  const budgets = JSON.parse(readFileSync(join(root, '.size-increments.json'), 'utf8')) as Record<string, number>;
  const added = await increments();
  const names = new Set([...added.keys(), ...Object.keys(budgets)]);
  return {
    problems: [...names].flatMap((name) => {
      const bytes = added.get(name);
      const budget = budgets[name];
      if (bytes === undefined) return [`${name} has a budget and is no widget`];
      if (budget === undefined) return [`${name} has no budget in .size-increments.json`];
      return bytes > budget * 1000
        ? [`${name}: ${(bytes / 1000).toFixed(2)} kB beside the gauge, the budget is ${budget} kB`]
        : [];
    }),
    note: [...added].map(([name, bytes]) => `${name} +${(bytes / 1000).toFixed(2)}`).join(' · '),
  };
};
