import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../workspace.ts';
import { differenceOf, type Look } from './compare.ts';
import { smallPng } from './small-png.ts';
import type { Pictures } from './take.ts';

/** Where the pictures are that somebody has looked at and found good. */
export const keptFolder = join(root, 'test', 'pictures');

const takenWith = join(keptFolder, 'taken-with.json');

interface Machine {
  readonly chromium: number;
  readonly platform: string;
}

/** The PNG in a folder by their names. */
export function picturesIn(folder: string): Pictures {
  const files = globSync('*.png', { cwd: folder }).sort();
  return new Map(files.map((file) => [basename(file, '.png'), readFileSync(join(folder, file))]));
}

const machineOf = (version: string): Machine => ({
  chromium: Number(/\/(\d+)/.exec(version)?.[1] ?? Number.NaN),
  platform: process.platform,
});

const keptMachine = (): Machine | null =>
  existsSync(takenWith) ? (JSON.parse(readFileSync(takenWith, 'utf8')) as Machine) : null;

const named = ({ chromium, platform }: Machine) => `Chromium ${chromium} on ${platform}`;

/** Why pictures of this browser are not comparable with the kept ones, as a sentence; null when they are. */
export function otherMachine(version: string): string | null {
  const [kept, here] = [keptMachine(), machineOf(version)];
  if (!kept || (kept.chromium === here.chromium && kept.platform === here.platform)) return null;
  return `The pictures were taken with ${named(kept)}; this is ${named(here)}, which may draw them otherwise.`;
}

/** What became of a picture: `share` is of the square that differs most, null where there is nothing to compare with. */
export interface Change {
  readonly name: string;
  readonly kind: 'changed' | 'new' | 'gone';
  readonly share: number | null;
}

/** Whether a picture is as it was kept. */
export function isAsKept(kept: Pictures, name: string, png: Uint8Array, look: Look): boolean {
  const before = kept.get(name);
  return before !== undefined && differenceOf(before, png, look).share <= look.tolerance;
}

/** What is no longer as it was kept, by name. */
export function changes(kept: Pictures, taken: Pictures, look: Look): readonly Change[] {
  const names = [...new Set([...kept.keys(), ...taken.keys()])].sort();
  return names.flatMap((name): Change[] => {
    const [before, after] = [kept.get(name), taken.get(name)];
    if (!after) return [{ name, kind: 'gone', share: null }];
    if (!before) return [{ name, kind: 'new', share: null }];
    const { share } = differenceOf(before, after, look);
    return share > look.tolerance ? [{ name, kind: 'changed', share }] : [];
  });
}

/** A change in words: `gauge-dark: 12% of a square of it differs`. */
export function inWords({ name, kind, share }: Change): string {
  if (kind === 'new') return `${name}: new`;
  if (kind === 'gone') return `${name}: no longer taken`;
  return `${name}: up to ${((share ?? 0) * 100).toFixed(1)}% of a square of 64 pixels differs`;
}

/** Keeps these of the pictures taken; those that are no longer taken are removed. */
export function keep(names: readonly string[], taken: Pictures, version: string): void {
  mkdirSync(keptFolder, { recursive: true });
  for (const name of names) {
    const png = taken.get(name);
    if (png) writeFileSync(join(keptFolder, `${name}.png`), smallPng(png));
    else rmSync(join(keptFolder, `${name}.png`));
  }
  writeFileSync(takenWith, `${JSON.stringify(machineOf(version), null, 2)}\n`);
}
