import { resolve } from 'node:path';
import { HealthError } from '@hale/core';
import { expect } from 'chai';
import { readOptions } from './options.ts';

describe('the command line', () => {
  const refused = (...args: string[]) => {
    try {
      readOptions(args);
    } catch (error) {
      if (error instanceof HealthError) return error.message;
    }
    throw new Error(`${args.join(' ')} was taken`);
  };

  it('asks for the generated company on the usual port, or the next free one, when it says nothing', () => {
    const options = readOptions([]);
    expect(options).to.deep.include({ data: undefined, port: 4321, reset: false });
    expect(options?.furtherPorts).to.be.above(0);
    expect(options?.file).to.match(/\.data[\\/]company\.duckdb$/);
  });

  it('takes a port that is named and no other', () => {
    expect(readOptions(['--port', '8080'])).to.deep.include({ port: 8080, furtherPorts: 0 });
    expect(refused('--port', '80800')).to.equal('--port must be a whole number from 0 to 65535, not "80800".');
    expect(refused('--port', 'x')).to.equal('--port must be a whole number from 0 to 65535, not "x".');
  });

  it('takes a folder from where the command was given, each with a database of its own', () => {
    const here = readOptions(['--data', 'some/csv', '--mapping=map.json', '--reset']);
    expect(here).to.deep.include({
      data: { dir: resolve('some/csv'), mapping: resolve('map.json') },
      reset: true,
    });
    expect(here?.file).to.match(/csv-[0-9a-f]{8}\.duckdb$/);
    expect(readOptions(['--data', 'other/csv'])?.file).not.to.equal(here?.file);
    expect(refused('--mapping', 'x')).to.equal('--mapping needs --data: it says what the columns of those files mean.');
  });

  it('takes the address of a Postgres, and repeats none that it refuses', () => {
    expect(readOptions(['--database', 'postgres://me@host/name'])?.database).to.equal('postgres://me@host/name');
    expect(refused('--database', 'mysql://me:secret@host')).to.equal(
      '--database must be the address of a Postgres: postgres://user@host:5432/name.',
    );
  });

  it('shows the options when one is not known, or when asked', () => {
    expect(refused('--prot', '1')).to.match(/^Unknown option '--prot'\.\n\nnpm run demo -- \[options\]/);
    expect(readOptions(['--help'])).to.equal(null);
  });
});
