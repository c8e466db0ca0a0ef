import { writeFileSync } from 'node:fs';
import { HealthError, parseDocument } from '@hale/core';
import { expect } from 'chai';
import { openDatabase } from '../../server/database/database.ts';
import { temporaryFolder } from '../../server/database/fixtures/temporary-folder.ts';
import type { Database } from '../../server/database/session.ts';
import { importCsv } from './import-csv.ts';
import { type Mapping, mapping } from './mapping.ts';

const accountsFile = { file: 'accounts.csv', account: 'id', accounts: { name: 'name' } };
const twoAccounts = 'id,name\na1,Averlund\na2,Corvane\n';

describe('importing CSV files', () => {
  const path = temporaryFolder();
  let database: Database;
  beforeEach(async () => {
    database = await openDatabase(path('hale.duckdb'));
    await database.run("INSERT INTO accounts (id) VALUES ('old')");
  });
  afterEach(() => database.close());

  const run = async (files: Record<string, string>, document: object, progress?: (line: string) => void) => {
    for (const [name, content] of Object.entries(files)) writeFileSync(path(name), content);
    const parsed: Mapping = parseDocument(
      mapping,
      { name: 'Test', asOf: '2026-11-14T00:00:00Z', ...document },
      'the mapping',
    );
    return database.transaction((transaction) => importCsv(transaction, { folder: path(), mapping: parsed, progress }));
  };
  const refused = async (files: Record<string, string>, document: object) => {
    try {
      await run(files, document);
    } catch (error) {
      if (!(error instanceof HealthError)) throw error;
      expect(await database.rows('SELECT id FROM accounts')).to.deep.equal([{ id: 'old' }]);
      return error.issues.map(({ message }) => message);
    }
    throw new Error('the import went through');
  };

  it('replaces what was there by accounts, facts, events and outcomes', async () => {
    const files = {
      'accounts.csv':
        '\uFEFFid,name,since,ended,seats,trial\r\na1,"Averlund, Freight",16-10-2024,,60,TRUE\r\na2,,17-08-2023,01-02-2026,,false\r\n',
      'events.csv':
        'who,when,closed,person,times,feature,note\r\na1,2026-11-01T10:00:00Z,,李娜,3,Exports,"two\r\nlines"\r\na2,2026-11-02,2026-11-03,,,,\r\n',
    };
    const document = {
      tracked: ['use'],
      files: [
        {
          file: 'accounts.csv',
          account: 'id',
          accounts: {
            name: 'name',
            since: { column: 'since', date: 'dd-mm-yyyy' },
            ended: { column: 'ended', date: 'dd-mm-yyyy' },
          },
          facts: [
            { name: 'seats', value: { column: 'seats', as: 'whole', least: 0 } },
            { name: 'trial', value: { column: 'trial', as: 'boolean' } },
            { name: 'currency', value: { constant: 'EUR' } },
          ],
          outcomes: [{ kind: 'churned', at: { column: 'ended', date: 'dd-mm-yyyy' }, where: { trial: 'false' } }],
        },
        {
          file: 'events.csv',
          account: 'who',
          events: [
            {
              name: 'use',
              at: 'when',
              until: 'closed',
              user: 'person',
              count: 'times',
              properties: { feature: 'feature', note: 'note', imported: { constant: true } },
            },
          ],
        },
      ],
    };
    const lines: string[] = [];
    const { asOf, skipped } = await run(files, document, (line) => lines.push(line));
    expect(asOf.toISOString()).to.equal('2026-11-14T00:00:00.000Z');
    expect(skipped.size).to.equal(0);
    expect(lines).to.deep.equal(['accounts.csv: 2 rows, 100 %', 'events.csv: 2 rows, 100 %']);
    expect(await database.rows('SELECT * FROM accounts ORDER BY id')).to.deep.equal([
      { id: 'a1', name: 'Averlund, Freight', since: '2024-10-16T00:00:00.000Z', ended: null, tracked: ['use'] },
      { id: 'a2', name: null, since: '2023-08-17T00:00:00.000Z', ended: '2026-02-01T00:00:00.000Z', tracked: ['use'] },
    ]);
    const fact = (account_id: string, name: string, value: object) => ({
      account_id,
      name,
      at: null,
      number: null,
      text: null,
      boolean: null,
      ...value,
    });
    expect(await database.rows('SELECT * FROM facts ORDER BY account_id, name')).to.deep.equal([
      fact('a1', 'currency', { text: 'EUR' }),
      fact('a1', 'seats', { number: 60 }),
      fact('a1', 'trial', { boolean: true }),
      fact('a2', 'currency', { text: 'EUR' }),
      fact('a2', 'trial', { boolean: false }),
    ]);
    expect(await database.rows('SELECT * FROM events ORDER BY account_id')).to.deep.equal([
      {
        account_id: 'a1',
        name: 'use',
        at: '2026-11-01T10:00:00.000Z',
        until: null,
        user_id: '李娜',
        count: 3,
        properties: { feature: 'Exports', note: 'two\r\nlines', imported: true },
      },
      {
        account_id: 'a2',
        name: 'use',
        at: '2026-11-02T00:00:00.000Z',
        until: '2026-11-03T00:00:00.000Z',
        user_id: null,
        count: 1,
        properties: { imported: true },
      },
    ]);
    expect(await database.rows('SELECT * FROM outcomes')).to.deep.equal([
      { account_id: 'a2', kind: 'churned', at: '2026-02-01T00:00:00.000Z' },
    ]);
  });

  it('finds the account through a key, maps values, keeps to conditions, leaves out what happened 0 times', async () => {
    const { skipped } = await run(
      {
        'accounts.csv': twoAccounts,
        'subs.csv': 'sub,account\ns1,a1\ns2,a2\ns3,a1\n',
        'use.csv':
          'sub,day,n,level,kind\ns1,2026-01-01,1,medium,a\ns3,2026-01-02,0,high,b\ns2,2026-01-03,2,high,c\ns2,2026-01-04,5,high,a\n',
      },
      {
        keys: { subscription: { file: 'subs.csv', column: 'sub', account: 'account' } },
        files: [
          accountsFile,
          {
            file: 'use.csv',
            account: { column: 'sub', through: 'subscription' },
            events: [
              {
                name: 'use',
                at: 'day',
                count: 'n',
                properties: { level: { column: 'level', values: { medium: 'normal', high: 'high' } } },
                where: { kind: ['a', 'b'] },
              },
            ],
          },
        ],
      },
    );
    const rows = await database.rows('SELECT account_id, count, properties FROM events e ORDER BY e.at');
    expect(rows).to.deep.equal([
      { account_id: 'a1', count: 1, properties: { level: 'normal' } },
      { account_id: 'a2', count: 5, properties: { level: 'high' } },
    ]);
    expect([...skipped]).to.deep.equal([['use with a count of 0 in use.csv', 1]]);
  });

  it('combines rows into a running total of what is in force, and into a mean of the last days', async () => {
    await run(
      {
        'accounts.csv': twoAccounts,
        'subs.csv':
          'account,seats,from,to\na1,10,2026-01-01,2026-03-01\na1,5,2026-02-01,\na1,7,2026-02-01,2026-03-01\na2,,2026-02-02,\na2,4,2026-02-03,\n',
        'answers.csv':
          'account,day,score\na1,2026-01-01,1\na1,2026-01-10,0\na1,2026-01-10,1\na1,2026-03-01,1\na2,2026-01-05,\n',
      },
      {
        files: [
          accountsFile,
          {
            file: 'subs.csv',
            account: 'account',
            facts: [
              { name: 'seats', value: { column: 'seats', as: 'whole' }, at: 'from', until: 'to', combine: 'total' },
            ],
          },
          {
            file: 'answers.csv',
            account: 'account',
            facts: [{ name: 'csat', value: { column: 'score', as: 'number' }, at: 'day', combine: 'mean', days: 30 }],
          },
        ],
      },
    );
    const rows = await database.rows<{ account_id: string; name: string; at: string; number: number }>(
      'SELECT * FROM facts f ORDER BY name, account_id, f.at',
    );
    expect(
      rows.map(({ account_id, name, at, number }) => `${account_id} ${name} ${at.slice(0, 10)} ${number.toFixed(3)}`),
    ).to.deep.equal([
      'a1 csat 2026-01-01 1.000',
      'a1 csat 2026-01-10 0.667',
      'a1 csat 2026-03-01 1.000',
      'a1 seats 2026-01-01 10.000',
      'a1 seats 2026-02-01 22.000',
      'a1 seats 2026-03-01 5.000',
      'a2 seats 2026-02-03 4.000',
    ]);
  });

  it('ends the records at the midnight after the last date in them, where the mapping does not say', async () => {
    const event = { name: 'ticket', at: 'from', until: 'to' };
    const files = [accountsFile, { file: 'tickets.csv', account: 'id', events: [event] }];
    const content = {
      'accounts.csv': twoAccounts,
      'tickets.csv': 'id,from,to\na1,2026-11-13T10:00,2026-11-14T08:30\na2,2026-11-13,\n',
    };
    const { asOf } = await run(content, { asOf: undefined, files });
    expect(asOf.toISOString()).to.equal('2026-11-15T00:00:00.000Z');
  });

  describe('names the file, the line, the column, what was expected and what was given', () => {
    const event = {
      name: 'use',
      at: { column: 'day', date: 'dd-mm-yyyy' },
      until: { column: 'end', date: 'dd-mm-yyyy' },
      count: 'n',
      properties: { level: { column: 'level', values: { low: 1, high: 2 } } },
    };
    const document = {
      files: [
        {
          ...accountsFile,
          facts: [
            { name: 'seats', value: { column: 'seats', as: 'whole', least: 0 } },
            { name: 'trial', value: { column: 'trial', as: 'boolean' } },
          ],
        },
        { file: 'use.csv', account: 'id', events: [event] },
      ],
    };
    const accounts = (row: string) => `id,name,seats,trial\n${row}\n`;
    const use = (row: string) => `id,day,end,n,level\n${row}\n`;
    const good = { accounts: 'a1,A,1,true', use: 'a1,01-01-2026,,1,low' };
    const cases: { what: string; accounts?: string; use?: string; message: string }[] = [
      {
        what: 'a number in words',
        accounts: 'a1,A,twelve,true',
        message: 'accounts.csv line 2, column "seats": expected a whole number of at least 0, given "twelve".',
      },
      {
        what: 'a number out of bounds',
        accounts: 'a1,A,-3,true',
        message: 'accounts.csv line 2, column "seats": expected a whole number of at least 0, given "-3".',
      },
      {
        what: 'a number that is not whole',
        accounts: 'a1,A,1.5,true',
        message: 'accounts.csv line 2, column "seats": expected a whole number of at least 0, given "1.5".',
      },
      {
        what: 'a number without end',
        use: 'a1,01-01-2026,,1e999,low',
        message: 'use.csv line 2, column "n": expected a number of at least 0, given "1e999".',
      },
      {
        what: 'neither true nor false',
        accounts: 'a1,A,1,perhaps',
        message: 'accounts.csv line 2, column "trial": expected true or false, given "perhaps".',
      },
      {
        what: 'an account without an id',
        accounts: 'a1,A,1,true\n,B,2,true',
        message: 'accounts.csv line 3, column "id": expected text of 1 to 200 characters, given an empty cell.',
      },
      {
        what: 'an account that comes twice',
        accounts: 'a1,A,1,true\na2,B,1,true\na1,C,2,true',
        message: 'accounts.csv line 4: expected each account once, given "a1" again after accounts.csv line 2.',
      },
      {
        what: 'a day that there is not',
        use: 'a1,31-02-2026,,1,low',
        message:
          'use.csv line 2, column "day": expected a date written dd-mm-yyyy, such as 31-12-2026, given "31-02-2026".',
      },
      {
        what: 'an event without a date',
        use: 'a1,,,1,low',
        message:
          'use.csv line 2, column "day": expected a date written dd-mm-yyyy, such as 31-12-2026, given an empty cell.',
      },
      {
        what: 'an end before the beginning',
        use: 'a1,05-01-2026,04-01-2026,1,low',
        message:
          'use.csv line 2, column "end": expected an instant not before 2026-01-05T00:00:00.000Z, when it began, given 2026-01-04T00:00:00.000Z.',
      },
      {
        what: 'a value that the mapping does not know',
        use: 'a1,05-01-2026,,1,constructor',
        message: 'use.csv line 2, column "level": expected one of "low", "high", given "constructor".',
      },
      {
        what: 'an account that nobody has',
        use: 'a9,05-01-2026,,1,low',
        message: 'use.csv line 2, column "id": expected the id of an account, given "a9".',
      },
      {
        what: 'a cell of endless text',
        use: `a1,05-01-2026,,1,${'x'.repeat(500)}`,
        message: `use.csv line 2, column "level": expected one of "low", "high", given "${'x'.repeat(80)}…".`,
      },
    ];
    for (const one of cases) {
      it(one.what, async () => {
        const files = { 'accounts.csv': accounts(one.accounts ?? good.accounts), 'use.csv': use(one.use ?? good.use) };
        expect((await refused(files, document))[0]).to.equal(one.message);
      });
    }

    it('a column that is not there', async () => {
      const files = { 'accounts.csv': 'id,name,places,trial\na1,A,1,true\n', 'use.csv': use(good.use) };
      expect(await refused(files, document)).to.deep.equal([
        'accounts.csv line 1: expected a column "seats", given "id", "name", "places", "trial".',
      ]);
    });

    it('a column that is there twice, and a file without a header', async () => {
      const twice = { 'accounts.csv': 'id,name,id,seats,trial\na1,A,a1,1,true\n', 'use.csv': use(good.use) };
      expect(await refused(twice, document)).to.include(
        'accounts.csv line 1: expected each column once, given "id" twice.',
      );
      const empty = { 'accounts.csv': accounts(good.accounts), 'use.csv': '' };
      expect(await refused(empty, document)).to.deep.equal(['use.csv line 1: expected a header, given an empty file.']);
    });

    it('every problem at once, up to twenty', async () => {
      const rows = (count: number) => Array.from({ length: count }, (_, i) => `a1,x${i},,1,low`).join('\n');
      const files = (count: number) => ({ 'accounts.csv': accounts('a1,A,many,maybe'), 'use.csv': use(rows(count)) });
      expect(await refused(files(3), document)).to.have.length(5);
      const many = await refused(files(500), document);
      expect(many).to.have.length(21);
      expect(many.at(-1)).to.equal('Reading stopped after 20 problems; there may be more.');
    });
  });

  it('names a key that leads nowhere, or to two accounts', async () => {
    const document = {
      keys: { subscription: { file: 'subs.csv', column: 'sub', account: 'account' } },
      files: [
        accountsFile,
        { file: 'use.csv', account: { column: 'sub', through: 'subscription' }, events: [{ name: 'use', at: 'day' }] },
      ],
    };
    const use = 'sub,day\ns9,2026-01-01\n';
    expect(
      await refused({ 'accounts.csv': twoAccounts, 'subs.csv': 'sub,account\ns1,a1\n', 'use.csv': use }, document),
    ).to.deep.equal(['use.csv line 2, column "sub": expected a subscription that leads to an account, given "s9".']);
    const astray = { 'accounts.csv': twoAccounts, 'subs.csv': 'sub,account\ns9,a7\n', 'use.csv': use };
    expect(await refused(astray, document)).to.deep.equal([
      'use.csv line 2, column "sub": expected a subscription that leads to an account, given "s9", which leads to "a7".',
    ]);
    const torn = { 'accounts.csv': twoAccounts, 'subs.csv': 'sub,account\ns9,a1\ns9,a2\n', 'use.csv': use };
    expect(await refused(torn, document)).to.deep.equal([
      'subs.csv line 3, column "sub": expected "s9" to lead to "a1" as before, given "a2".',
    ]);
  });

  it('leaves out accounts by a condition, and with them whatever is about them', async () => {
    const { skipped } = await run(
      {
        'accounts.csv': 'id,name,test\na1,Averlund,no\na2,Our own,yes\n',
        'use.csv': 'id,day\na1,2026-01-01\na2,2026-01-02\na2,2026-01-03\n',
      },
      {
        files: [
          { ...accountsFile, accounts: { name: 'name', where: { test: 'no' } } },
          { file: 'use.csv', account: 'id', events: [{ name: 'use', at: 'day' }] },
        ],
      },
    );
    expect(await database.rows('SELECT account_id, count(*) AS n FROM events GROUP BY 1')).to.deep.equal([
      { account_id: 'a1', n: 1 },
    ]);
    expect([...skipped]).to.deep.equal([
      ['of an account that is left out in accounts.csv', 1],
      ['of an account that is left out in use.csv', 2],
    ]);
  });

  it('refuses to combine text, and two values of a fact that are undated or of one instant', async () => {
    const facts = (fact: object) => ({
      files: [
        { ...accountsFile, facts: [{ name: 'plan', value: 'name', ...fact }] },
        { file: 'more.csv', account: 'id', facts: [{ name: 'size', value: 'size' }] },
      ],
    });
    const more = 'id,size\na1,small\na1,large\n';
    expect(await refused({ 'accounts.csv': twoAccounts, 'more.csv': more }, facts({}))).to.deep.equal([
      'more.csv line 3, column "size": expected one undated size for an account, given a second for "a1".',
    ]);
    const onDays = { file: 'days.csv', account: 'id', facts: [{ name: 'size', value: 'size', at: 'day' }] };
    const days = 'id,day,size\na1,2026-01-01,1\na1,2026-01-02,2\na2,2026-01-01,3\na1,2026-01-01,4\n';
    expect(
      await refused({ 'accounts.csv': twoAccounts, 'days.csv': days }, { files: [accountsFile, onDays] }),
    ).to.deep.equal([
      'days.csv line 5, column "size": expected one size at an instant for an account, given a second for "a1".',
    ]);
    const dated = { at: { constant: '2026-01-01' }, combine: 'total' };
    expect((await refused({ 'accounts.csv': twoAccounts, 'more.csv': 'id,size\n' }, facts(dated)))[0]).to.equal(
      'accounts.csv line 2, column "name": expected a number for plan, which is combined, given "Averlund".',
    );
  });

  it('names the files that are missing', async () => {
    const document = {
      files: [accountsFile, { file: 'use.csv', account: 'id', events: [{ name: 'use', at: 'day' }] }],
    };
    expect(await refused({}, document)).to.deep.equal([
      `${path()} must have every file that the mapping "Test" names; it has no accounts.csv, no use.csv.`,
    ]);
  });

  it('asks for the end of the records where nothing is dated', async () => {
    expect(await refused({ 'accounts.csv': twoAccounts }, { asOf: undefined, files: [accountsFile] })).to.deep.equal([
      'The mapping "Test" must have "asOf", the instant the records end: nothing in them is dated.',
    ]);
  });
});
