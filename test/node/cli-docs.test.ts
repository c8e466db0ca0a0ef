import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { type Snippet, snippetsOf } from '../support/snippets.ts';

const root = new URL('../../', import.meta.url);
const program = fileURLToPath(new URL('packages/cli/bin/checkout.mjs', root));

describe("the command line's README", function () {
  this.timeout(240_000);
  let cwd = '';

  before(() => {
    cwd = mkdtempSync(join(tmpdir(), 'hale-readme-'));
    mkdirSync(join(cwd, 'bin'));
    writeFileSync(
      join(cwd, 'bin', 'hale'),
      `#!/bin/sh\nexec "${process.execPath}" --conditions=@hale/source "${program}" "$@"\n`,
    );
    chmodSync(join(cwd, 'bin', 'hale'), 0o755);
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  /** What a shell prints of a piece of the README, notes for people aside. */
  function printed({ code }: Snippet): Promise<string> {
    const env = { ...process.env, PATH: `${join(cwd, 'bin')}${delimiter}${process.env.PATH}` };
    return new Promise((resolve, reject) => {
      const child = spawn(
        'sh',
        ['-c', code.replaceAll(/^hale .*$/gm, (line) => line.replace(/^hale (\w+)/, 'hale $1 --quiet'))],
        { cwd, env },
      );
      let text = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (piece) => {
          text += piece;
        });
      }
      child.on('error', reject);
      child.on('close', () => resolve(text));
    });
  }

  it('shows what its commands print', async function () {
    if (process.platform === 'win32') return void this.skip();
    const snippets = snippetsOf(root, 'packages/cli/README.md');
    const [model, ...tables] = snippets.filter(({ language }) => language === 'json' || language === 'csv');
    writeFileSync(join(cwd, 'model.json'), model?.code ?? '');
    for (const [index, name] of ['accounts.csv', 'events.csv'].entries()) {
      writeFileSync(join(cwd, name), tables[index]?.code ?? '');
    }
    const commands = snippets.filter(({ language, code }) => language === 'sh' && code.includes('hale '));
    expect(commands.length).to.be.above(6);
    for (const command of commands) {
      const shown = snippets[snippets.indexOf(command) + 1];
      expect(shown?.language, command.where).to.equal('text');
      expect(await printed(command), command.where).to.equal(shown?.code);
    }
  });
});
