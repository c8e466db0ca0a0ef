import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { Faults } from '../terminal/fault.ts';
import { jsonLines } from './lines-of-records.ts';

describe('the lines of NDJSON', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hale-lines-test-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const read = async (name: string, bytes: string | Buffer, longest?: number) => {
    writeFileSync(join(folder, name), bytes);
    const lines: [number, string][] = [];
    try {
      for await (const { line, text } of jsonLines(join(folder, name), name, longest)) lines.push([line, text.trim()]);
    } catch (error) {
      if (!(error instanceof Faults)) throw error;
      return error.faults;
    }
    return lines;
  };

  it('end with LF or CR LF, and nowhere within a text', async () => {
    const text = '\uFEFF{"a":"\u2028"}\r\n\n{"b":1}';
    const lines = [
      [1, '{"a":"\u2028"}'],
      [3, '{"b":1}'],
    ];
    expect(await read('a.ndjson', text)).to.deep.equal(lines);
    expect(await read('a.ndjson.gz', gzipSync(text))).to.deep.equal(lines);
  });

  it('are UTF-8, or a fault', async () => {
    const message =
      'the file must be UTF-8 text, and from here on it is not: save it anew as UTF-8. Is it Windows-1252, Latin-1?';
    const found = await read('b.ndjson', Buffer.from('{"id":"caf\xe9"}\n', 'latin1'));
    expect(found).to.deep.equal([{ code: 'encoding', file: 'b.ndjson', line: 1, character: 11, message }]);
  });

  it('are no longer than a record may be, whether they end or not', async () => {
    const message = 'the line is longer than 9 characters: NDJSON has a record in each line.';
    for (const end of ['', '\n{}\n']) {
      const found = await read('c.ndjson', `{}\n${'x'.repeat(200_000)}${end}`, 9);
      expect(found).to.deep.equal([{ code: 'long-line', file: 'c.ndjson', line: 2, message }]);
    }
  });
});
