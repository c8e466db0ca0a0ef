import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace.ts';
import { closely, differenceOf } from './compare.ts';
import { type Change, inWords } from './kept.ts';
import type { Pictures } from './take.ts';

/** Where a run leaves what it took, for the eye and for `--accept`. */
export const reportFolder = join(root, '.reports', 'pictures');

/** The pictures of the last run. */
export const takenFolder = join(reportFolder, 'taken');

const image = (folder: string, name: string) => `<img loading="lazy" src="${folder}/${name}.png" alt="">`;

function changed(change: Change): string {
  const { name, kind } = change;
  const kept = kind === 'new' ? '' : `<td>${image('kept', name)}</td>`;
  const taken = kind === 'gone' ? '' : `<td>${image('taken', name)}</td>`;
  const difference =
    kind === 'changed' ? `<td class="over">${image('kept', name)}${image('difference', name)}</td>` : '';
  return `<h3>${inWords(change)}</h3><table><tr>${kept}${taken}${difference}</tr></table>`;
}

const unchanged = (name: string) => `<figure><figcaption>${name}</figcaption>${image('taken', name)}</figure>`;

/** A page with what changed — kept, taken, and the difference in red over the kept — and after it a sheet of the others. */
function page(found: readonly Change[], others: readonly string[]): string {
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Pictures</title>
<style>
  body { margin: 24px; font: 14px/20px system-ui, sans-serif; background: #cdd0d5; color: #191c22 }
  td { vertical-align: top; padding-inline-end: 12px }
  img { max-inline-size: 100%; background: #fff }
  .over { position: relative } .over img + img { position: absolute; inset: 1px auto auto 1px; background: #fffa }
  section { columns: 4 320px } figure { margin: 0 0 24px; break-inside: avoid } h3, figcaption { font: 600 13px/20px system-ui, sans-serif }
</style>
<h1>Pictures</h1>
<h2>${found.length} not as kept</h2>
${found.map(changed).join('\n')}
<h2>${others.length} as kept</h2>
<section>${others.map(unchanged).join('\n')}</section>
</html>
`;
}

function write(folder: string, pictures: Pictures): void {
  mkdirSync(join(reportFolder, folder), { recursive: true });
  for (const [name, png] of pictures) writeFileSync(join(reportFolder, folder, `${name}.png`), png);
}

/** Writes the page and its pictures; gives the page's path. */
export function writeSheet(kept: Pictures, taken: Pictures, found: readonly Change[]): string {
  rmSync(reportFolder, { recursive: true, force: true });
  const both = found.filter(({ kind }) => kind === 'changed').map(({ name }) => name);
  const none = new Uint8Array();
  const difference = (name: string) => differenceOf(kept.get(name) ?? none, taken.get(name) ?? none, closely).picture();
  write('taken', taken);
  write('kept', new Map([...kept].filter(([name]) => found.some((one) => one.name === name))));
  write('difference', new Map(both.map((name) => [name, difference(name)])));
  const others = [...taken.keys()].filter((name) => !found.some((one) => one.name === name));
  const file = join(reportFolder, 'index.html');
  writeFileSync(file, page(found, others));
  return file;
}
