import { writeFileSync } from 'node:fs';
import { HealthError } from '@hale/core';
import { expect } from 'chai';
import fc from 'fast-check';
import { temporaryFolder } from '../../server/database/fixtures/temporary-folder.ts';
import { Problems } from './problems.ts';
import { readCsv } from './read-csv.ts';

describe('a CSV file', () => {
  const path = temporaryFolder();
  const read = async (content: string | Buffer, delimiter = ',') => {
    writeFileSync(path('some.csv'), content);
    const problems = new Problems();
    const rows: string[] = [];
    for await (const { line, cells } of readCsv({ folder: path(), file: 'some.csv', delimiter }, problems)) {
      rows.push(`${line}: ${cells.join(' | ')}`);
    }
    try {
      problems.throwIfAny();
    } catch (error) {
      if (error instanceof HealthError) return { rows, problems: error.issues.map(({ message }) => message) };
      throw error;
    }
    return { rows, problems: [] };
  };

  it('is read with or without a byte-order mark, with either line end, with or without one at the end', async () => {
    for (const mark of ['', '\uFEFF']) {
      for (const end of ['\n', '\r\n']) {
        for (const last of ['', end]) {
          const { rows } = await read(`${mark}a,b${end}1,2${end}3,4${last}`);
          expect(rows).to.deep.equal(['1: a | b', '2: 1 | 2', '3: 3 | 4']);
        }
      }
    }
  });

  it('may have quotes, delimiters and line ends within cells, and its lines are counted right all the same', async () => {
    const { rows } = await read('a,b\r\n"x, ""y""","1\r\n2"\r\n\r\n3,4\r\n');
    expect(rows).to.deep.equal(['1: a | b', '2: x, "y" | 1\r\n2', '5: 3 | 4']);
    expect((await read('a,b\n"1\n2\n3",4\n\n\n5,6\n')).rows.at(-1)).to.equal('7: 5 | 6');
  });

  it('gives back whatever was written into quoted cells, with the line each row begins on', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\n', '\r\n', ' ', 'é', '李'), maxLength: 6 });
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom('\n', '\r\n'), async (rows, end) => {
        const written = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        const lines = written.map(
          (_, place) => ['a,b', ...written.slice(0, place)].join(end).split(/\r\n|\n/).length + 1,
        );
        const found = await read(['a,b', ...written, ''].join(end));
        expect(found.rows.slice(1)).to.deep.equal(rows.map((cells, place) => `${lines[place]}: ${cells.join(' | ')}`));
      }),
    );
  });

  it('may have another delimiter', async () => {
    expect((await read('a;b\n1,5;2\n', ';')).rows).to.deep.equal(['1: a | b', '2: 1,5 | 2']);
  });

  it('says which row has too many or too few cells, and goes on', async () => {
    const { rows, problems } = await read('a,b\n1\n2,3\n4,5,6\n');
    expect(rows).to.deep.equal(['1: a | b', '3: 2 | 3']);
    expect(problems).to.deep.equal([
      'some.csv line 2: expected 2 cells as in the header, given 1.',
      'some.csv line 4: expected 2 cells as in the header, given 3.',
    ]);
  });

  it('says where a quote is opened and never closed', async () => {
    const { problems } = await read('a,b\n1,2\n3,"4\n5,6\n7,8\n');
    expect(problems).to.deep.equal([
      'some.csv line 3: expected a closing quote for a cell of this row, given the end of the file.',
    ]);
    const endless = await read(`a,b\n1,2\n3,"${'4\n'.repeat(600_000)}`);
    expect(endless.problems).to.deep.equal([
      'some.csv line 3: expected a row of at most 1,000,000 characters, given a longer one, as when a quote is not closed.',
    ]);
  });

  it('says where a quote stands within a cell', async () => {
    expect((await read('a,b\n1,"2"3\n')).problems).to.deep.equal([
      'some.csv line 2: expected the end of the cell after its closing quote (a quote within a cell is written twice), given more text.',
    ]);
    expect((await read('a,b\n1,2\n1,5" pipe\n')).problems).to.deep.equal([
      'some.csv line 3: expected a cell with a quote in it to be quoted as a whole, given one in its middle.',
    ]);
  });

  it('must be UTF-8', async () => {
    const latin1 = Buffer.from('a,b\n1,Zo\xeb\n', 'latin1');
    expect((await read(latin1)).problems[0]).to.match(
      /^some\.csv line \d: expected text in UTF-8, given bytes that are not, here or further down\.$/,
    );
    expect((await read('a,b\n1,Zoë 李\n')).rows.at(-1)).to.equal('2: 1 | Zoë 李');
  });
});
