import { writeFileSync } from 'node:fs';
import { HealthError } from '@hale/core';
import { expect } from 'chai';
import { temporaryFolder } from '../../server/database/fixtures/temporary-folder.ts';
import { findMapping } from './find-mapping.ts';

const ravenstackFiles = ['accounts', 'subscriptions', 'feature_usage', 'supports_ticket', 'churn_events'];
const known = `RavenStack (${ravenstackFiles.map((name) => `ravenstack_${name}.csv`).join(', ')})`;

describe('the mapping of a folder', () => {
  const path = temporaryFolder();
  const small = { name: 'Own', files: [{ file: 'a.csv', account: 'id', accounts: {} }] };
  const write = (name: string, document: unknown) =>
    writeFileSync(path(name), typeof document === 'string' ? document : JSON.stringify(document));
  const refused = (find: () => unknown) => {
    try {
      find();
    } catch (error) {
      if (error instanceof HealthError) return error.issues.map(({ message }) => message);
      throw error;
    }
    throw new Error('a mapping was found');
  };
  const wrong = (document: unknown) => {
    write('wrong.json', document);
    return refused(() => findMapping(path(), path('wrong.json')));
  };

  it('is the one given, else the one in the folder, else a shipped one whose files are all there', () => {
    for (const name of ravenstackFiles) write(`ravenstack_${name}.csv`, '');
    expect(findMapping(path()).name).to.equal('RavenStack');
    write('hale.mapping.json', small);
    expect(findMapping(path()).name).to.equal('Own');
    write('other.json', { ...small, name: 'Given' });
    expect(findMapping(path(), path('other.json')).name).to.equal('Given');
  });

  it('is asked for where there is none', () => {
    write('ravenstack_accounts.csv', '');
    expect(refused(() => findMapping(path()))).to.deep.equal([
      `${path()} has no mapping: put a hale.mapping.json beside the files, or name one with --mapping. The files of these are known without one: ${known}.`,
    ]);
    expect(refused(() => findMapping(path('nowhere')))).to.deep.equal([`There is no folder ${path('nowhere')}.`]);
    expect(refused(() => findMapping(path(), path('none.json')))).to.deep.equal([
      `There is no mapping file ${path('none.json')}.`,
    ]);
  });

  it('must be JSON', () => {
    expect(wrong('{ "name": }')[0]).to.match(/^wrong\.json must be JSON: Unexpected token '}', .*\.$/);
  });

  it('is told everything that is wrong with it, each with its place', () => {
    const fact = { name: 'seats', value: { column: 'seats', as: 'count' } };
    const event = { name: 'use', at: { column: 'day', date: 'dd-mm-yy' }, cuont: 'n' };
    expect(
      wrong({ files: [{ file: 'a.csv', account: 'id', accounts: {}, facts: [fact], events: [event] }] }),
    ).to.deep.equal([
      'wrong.json: name must be text, not nothing.',
      'wrong.json: files[0].facts[0].value.as must be one of "text", "number", "whole", "boolean", not "count".',
      'wrong.json: files[0].events[0].at.date must be "iso", or made of dd, mm and yyyy with hh:mm or hh:mm:ss after them at most.',
      'wrong.json: files[0].events[0] has no key "cuont": remove it or mend its spelling.',
    ]);
  });

  it('must have accounts, and the keys that it goes through', () => {
    const through = { column: 'sub', through: 'subscription' };
    expect(wrong({ name: 'x', files: [{ file: 'a.csv', account: through, events: [] }] })).to.deep.equal([
      'wrong.json: the mapping must have a file with "accounts": the others refer to them.',
      'wrong.json: the mapping must name under "keys" every key that a file goes "through".',
    ]);
  });

  it('combines facts only as they can be', () => {
    const file = (fact: object) => ({
      name: 'x',
      files: [{ file: 'a.csv', account: 'id', accounts: {}, facts: [{ name: 'f', value: 'v', ...fact }] }],
    });
    const where = 'wrong.json: files[0].facts[0] must have';
    expect(wrong(file({ combine: 'total' }))).to.deep.equal([`${where} "at" to be combined over time.`]);
    expect(wrong(file({ combine: 'mean', at: 'd' }))).to.deep.equal([`${where} "days" with "mean", and only then.`]);
    expect(wrong(file({ at: 'd', until: 'e' }))).to.deep.equal([`${where} "until" only with "total".`]);
  });
});
