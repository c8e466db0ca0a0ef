/**
 * `npm run pictures`: takes the pictures of the demo's gallery, every widget in light, dark, forced colours, Arabic and
 * 320 px, compares them with those in test/pictures, and writes a page to look at: what differs, then all the others.
 * Exits with 1 when something differs. The README's pictures are among them.
 *
 *   npm run pictures -- gauge status                       only those whose names begin so
 *   npm run pictures -- --accept gauge-dark status-320     keeps these of the pictures that the last run took
 *
 * Only by name: whoever accepts a picture has looked at it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPages } from './builds/pages.ts';
import { openBrowser } from './pictures/browser.ts';
import { closely } from './pictures/compare.ts';
import { changes, inWords, isAsKept, keep, keptFolder, otherMachine, picturesIn } from './pictures/kept.ts';
import { reportFolder, takenFolder, writeSheet } from './pictures/sheet.ts';
import { takePictures } from './pictures/take.ts';
import { shown } from './workspace.ts';

/** What the last run came to: the browser's version, and the names of what may be accepted. */
const runFile = join(reportFolder, 'run.json');

interface Run {
  readonly version: string;
  readonly names: readonly string[];
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** Keeps what was named. */
function accept(names: readonly string[]): void {
  if (!existsSync(runFile)) stop('There are no pictures to accept: take them with `npm run pictures`, and look.');
  const { version, names: open } = JSON.parse(readFileSync(runFile, 'utf8')) as Run;
  const strange = names.filter((name) => !open.includes(name));
  if (strange.length > 0)
    stop(`Not among what differs: ${strange.join(', ')}. What does: ${open.join(' ') || 'none'}.`);
  const left = open.filter((name) => !names.includes(name));
  const other = otherMachine(version);
  if (other !== null && left.length > 0) stop(`${other} All are to be accepted: ${open.join(' ')}`);
  keep(names, picturesIn(takenFolder), version);
  writeFileSync(runFile, JSON.stringify({ version, names: left }));
  console.log(`Kept: ${names.join(', ')}.`);
  if (left.length > 0) console.log(`Not kept: ${left.join(', ')}.`);
}

/** Takes those whose names begin so, compares, and says what to do about it. */
async function compare(beginnings: readonly string[]): Promise<void> {
  const isWanted = (name: string) => beginnings.length === 0 || beginnings.some((one) => name.startsWith(one));
  await buildPages();
  const kept = new Map([...picturesIn(keptFolder)].filter(([name]) => isWanted(name)));
  const browser = await openBrowser();
  const version = await browser.version();
  const isExpected = (name: string, png: Uint8Array) => isAsKept(kept, name, png, closely);
  const taken = await takePictures(browser, isExpected, isWanted).finally(() => browser.close());
  const found = changes(kept, taken, closely);
  const file = writeSheet(kept, taken, found);
  const other = otherMachine(version);
  if (other !== null) console.log(other);
  const changed = found.map(({ name }) => name);
  const names = other === null ? changed : [...new Set([...taken.keys(), ...changed])];
  writeFileSync(runFile, JSON.stringify({ version, names } satisfies Run));
  for (const change of found) console.log(inWords(change));
  console.log(`${taken.size} pictures taken, ${found.length} not as kept. Look at ${shown(file)}.`);
  if (names.length === 0) return;
  console.log('Those that are right are kept with');
  console.log(`  npm run pictures -- --accept ${names.join(' ')}`);
  process.exitCode = 1;
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { accept: { type: 'boolean' } } });
if (values.accept !== true) await compare(positionals);
else if (positionals.length === 0) stop('Name what to accept: npm run pictures -- --accept gauge-dark status-320');
else accept(positionals);
