import { expect } from 'chai';
import { files, inFolder, now, score } from '../support/command-line.ts';

describe('the command line', function () {
  this.timeout(120_000);
  const { run } = inFolder();

  describe('asked for help', () => {
    it('lists its commands, and what each takes, with an example', async () => {
      const { code, out } = await run(['--help']);
      expect(code).to.equal(0);
      const names = [...out.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map(([, name]) => name);
      expect(names).to.include.members(['check', 'score', 'compare', 'sql', 'vectors', 'import']);
      for (const name of names) {
        const help = await run([name ?? '', '--help']);
        expect(help.code, name).to.equal(0);
        expect(help.out, name)
          .to.match(/Usage\n {2}hale .*\n/)
          .and.to.match(/Examples\n {2}\S/)
          .and.to.include('Exit codes');
      }
    });

    it('says with 2 what it does not understand, and what may have been meant', async () => {
      for (const [args, sentence] of [
        [['chekc'], 'There is no command "chekc": is it check?'],
        [
          ['check'],
          'hale check needs more: hale check MODEL… [--documents FILE | --accounts FILE … | --database FILE] [options].',
        ],
        [['check', 'model.json', '--strct'], 'There is no option --strct: is it --strict?'],
        [['score', '--model'], '--model needs a value: --model MODEL.'],
        [['score', ...files], 'Name the model: --model MODEL.'],
        [
          [...score, '--documents', 'a', '--accounts', 'b'],
          '--accounts and --documents exclude each other: name the accounts in one way.',
        ],
        [
          ['score', '-m', 'model.json', '--now', '2026-02-30', ...files],
          '--now must be an instant such as 2026-11-14T09:00:00Z or a day such as 2026-11-14, not "2026-02-30".',
        ],
        [
          [...score, ...files, '--out', 'x.xls'],
          '--out must end in one of .ndjson, .json, .csv, .parquet, not "x.xls"; or say which with --format.',
        ],
        [
          [...score, ...files, '--map', 'event.at=time'],
          '--map event.at=time: there is no table "event": is it events?',
        ],
        [['sql', 'model.json', '--dialect', 'postgre'], '--dialect has no "postgre": is it postgres?'],
        [['vectors', '--engine', 'duckbd'], 'There is no engine "duckbd": is it duckdb?'],
      ] as const) {
        const { code, out, err } = await run(args);
        expect([code, out, err.split('\n')[0]], args.join(' ')).to.deep.equal([2, '', `hale: ${sentence}`]);
      }
    });
  });

  it('tells programs as JSON what it does not understand, be it the command or an option', async () => {
    for (const [args, message] of [
      [['chekc', '--json'], 'There is no command "chekc": is it check?'],
      [['score', '--json', '--bogus'], 'There is no option --bogus.'],
      [
        [...score, ...files, '--json', '--format', 'csv'],
        '--json and --format csv exclude each other, unless --out names a file.',
      ],
    ] as const) {
      const { code, out } = await run(args);
      expect([code, JSON.parse(out)]).to.deep.equal([2, { ok: false, faults: [{ code: 'usage', message }] }]);
    }
  });

  describe('sql', () => {
    it('prints the statement of each dialect with its values apart', async () => {
      for (const dialect of ['duckdb', 'postgres', 'spark']) {
        const { code, out } = await run(['sql', 'model.json', '--dialect', dialect, '--now', now, '--json']);
        expect(code, dialect).to.equal(0);
        const { text, values, status } = JSON.parse(out);
        expect(status).to.equal('run');
        expect(text)
          .to.match(/^with /)
          .and.not.to.include("'use'");
        expect(values).to.include('use');
      }
    });

    it('lets no value out of its comment', async () => {
      const { out } = await run(['sql', 'model.json', '--account', 'x\n; drop table accounts', '--account', '\u2028']);
      expect(out).to.include('"x\\n; drop table accounts"').and.to.include('"\\u2028"');
      for (const line of out.slice(out.indexOf('-- Values')).trim().split('\n')) expect(line).to.match(/^-- /);
    });
  });

  describe('vectors', () => {
    it('all pass in DuckDB', async () => {
      const { code, out } = await run(['vectors', '--engine', 'duckdb', '--json', '-q']);
      const { ok, failures, cases, passed } = JSON.parse(out);
      expect(failures).to.deep.equal([]);
      expect([code, ok, passed]).to.deep.equal([0, true, cases]);
      expect(cases).to.be.above(200);
    });
  });
});
