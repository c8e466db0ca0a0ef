import { expect } from 'chai';
import { csv } from './csv.ts';

describe('csv', () => {
  it('quotes what needs it, leaves out what is missing, and ends every line', () => {
    expect(
      csv(
        ['Name', 'Score'],
        [
          ['Acme, Inc.', 62.5],
          ['the "best"', null],
        ],
      ),
    ).to.equal('\uFEFFName,Score\r\n"Acme, Inc.",62.5\r\n"the ""best""",\r\n');
  });

  it('does not let a name become a formula, and leaves negative numbers alone', () => {
    expect(csv(['a'], [['=HYPERLINK("x")'], ['@sum'], ['-1+2'], [-6.8]])).to.equal(
      '\uFEFFa\r\n"\'=HYPERLINK(""x"")"\r\n\'@sum\r\n\'-1+2\r\n-6.8\r\n',
    );
  });
});
