import { createWriteStream } from 'node:fs';
import { extname } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Model } from '@hale/core';
import { jsonSink, type ReportFormat, reportFormats, type Sink } from '../book/sink.ts';
import { copyOut, tableSink } from '../book/table-sink.ts';
import { openDraft } from '../terminal/draft.ts';
import { UsageError } from '../terminal/fault.ts';
import type { Scratch } from '../terminal/scratch.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Where the reports are wanted, and as what. */
export interface Wanted {
  /** A file; null for standard output. */
  readonly file: string | null;
  readonly format: ReportFormat;
  /** Whether text in CSV is kept from being taken for a formula. */
  readonly safe: boolean;
}

/** What `--out` and `--format` ask for. Throws a UsageError where they do not go together. */
export function wantedOutput(
  out: string | undefined,
  format: string | undefined,
  json: boolean,
  spreadsheet = false,
): Wanted {
  const file = out === undefined || out === '-' ? null : out;
  const chosen = format ?? (file === null ? (json ? 'json' : 'ndjson') : byName(file));
  const known = reportFormats.find((one) => one === chosen);
  if (!known)
    throw new UsageError(`--format must be one of ${reportFormats.join(', ')}, not ${JSON.stringify(chosen)}.`);
  if (known === 'parquet' && file === null) throw new UsageError('Parquet needs a file: --out scores.parquet.');
  if (json && file === null && known === 'csv')
    throw new UsageError('--json and --format csv exclude each other, unless --out names a file.');
  if (spreadsheet && known !== 'csv') throw new UsageError('--spreadsheet goes with CSV: --out scores.csv.');
  return { file, format: known, safe: spreadsheet };
}

function byName(file: string): string {
  const ending = extname(file).slice(1).toLowerCase();
  if (ending === 'jsonl') return 'ndjson';
  if (reportFormats.some((one) => one === ending)) return ending;
  throw new UsageError(
    `--out must end in one of ${reportFormats.map((one) => `.${one}`).join(', ')}, not ${JSON.stringify(file)}; or say which with --format.`,
  );
}

/** Opens what is wanted. A file appears only once all is in it. */
export async function openSink(
  { file, format, safe }: Wanted,
  model: Model,
  settings: Readonly<Record<string, string>>,
  scratch: Scratch,
  terminal: Terminal,
): Promise<Sink> {
  if (file === null) {
    if (format === 'json' || format === 'ndjson') return { ...jsonSink(format, terminal.write), async discard() {} };
    const path = scratch.path(`scores.${format}`);
    const sink = await tableSink(format, path, model, settings, scratch, safe);
    return {
      ...sink,
      async end() {
        await sink.end();
        await copyOut(path, terminal.write);
      },
    };
  }
  const draft = openDraft(file);
  if (format === 'csv' || format === 'parquet') {
    const sink = await tableSink(format, draft.path, model, settings, scratch, safe);
    return {
      ...sink,
      async end() {
        await sink.end();
        draft.keep();
      },
      async discard() {
        await sink.discard();
        draft.discard();
      },
    };
  }
  const stream = createWriteStream(draft.path);
  const failed = new Promise<never>((_, reject) => stream.once('error', reject));
  failed.catch(() => {});
  const write = (text: string) =>
    stream.write(text)
      ? Promise.resolve()
      : Promise.race([failed, new Promise<void>((done) => stream.once('drain', done))]);
  const sink = jsonSink(format, write);
  return {
    add: sink.add,
    async end() {
      await sink.end();
      stream.end();
      await finished(stream);
      draft.keep();
    },
    async discard() {
      stream.destroy();
      draft.discard();
    },
  };
}
