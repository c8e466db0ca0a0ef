import { expect } from 'chai';
import { register } from './register.ts';
import { version } from './version.ts';

/** What is said on the console while something runs. */
function warningsOf(run: () => void): string[] {
  const warnings: string[] = [];
  const { warn } = console;
  console.warn = (message: unknown) => warnings.push(String(message));
  try {
    run();
  } finally {
    console.warn = warn;
  }
  return warnings;
}

/** A class as every copy of the package brings one. */
const copy = (tag: string) =>
  class extends HTMLElement {
    static readonly tag = tag;
  };

describe('register', () => {
  it('defines a class and tells it its version', () => {
    const first = copy('test-first');
    register(first);
    expect(customElements.get('test-first') === first).to.equal(true);
    expect(first).to.have.property('version', version);
  });

  it('keeps the first of one version in silence', () => {
    const first = copy('test-twice');
    register(first);
    expect(
      warningsOf(() => {
        register(first);
        register(copy('test-twice'));
      }),
    ).to.deep.equal([]);
    expect(customElements.get('test-twice') === first).to.equal(true);
  });

  it('keeps the first of another version and names both', () => {
    const other = copy('test-other');
    Object.assign(other, { version: '9.9.9' });
    customElements.define('test-other', other);
    expect(warningsOf(() => register(copy('test-other')))).to.deep.equal([
      `hale: <test-other> is already defined, in version 9.9.9; version ${version} is not used. ` +
        'Load one version of @hale/widgets.',
    ]);
    expect(customElements.get('test-other') === other).to.equal(true);
  });

  it("keeps somebody else's element, whatever that is", () => {
    customElements.define('test-foreign', class extends HTMLElement {});
    expect(warningsOf(() => register(copy('test-foreign')))[0]).to.include('in version unknown');
  });
});
