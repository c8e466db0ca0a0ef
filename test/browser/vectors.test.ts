import { expect } from 'chai';
import { answerTo, differences, type Vectors } from '../support/vectors.ts';

const folder = '/packages/core/vectors';

async function read<T>(name: string): Promise<T> {
  const response = await fetch(`${folder}/${name}`);
  expect(response.ok, name).to.equal(true);
  // The test in Node holds the files to their form.
  return (await response.json()) as T;
}

describe('the vectors', () => {
  it('have the same answers in this browser', async () => {
    const names = await read<string[]>('index.json');
    expect(names.length).to.be.above(20);
    for (const name of names) {
      const vectors = await read<Vectors>(name);
      for (const one of vectors.cases) {
        expect(differences(one.answer, answerTo(vectors, one)), `${name}: ${one.name}`).to.deep.equal([]);
      }
    }
  });
});
