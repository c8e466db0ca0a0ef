import { expect } from 'chai';
import { readProblem } from './problem.ts';

const problem = (body: unknown, type: string = 'application/problem+json; charset=utf-8') =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { headers: { 'content-type': type } });

describe('readProblem', () => {
  it('says title and detail as sentences', async () => {
    expect(await readProblem(problem({ title: 'Not yours.', detail: 'Ask its owner' }))).to.equal(
      'Not yours: Ask its owner.',
    );
    expect(await readProblem(problem({ title: 'Not yours' }))).to.equal('Not yours.');
  });

  it('is null for what is no problem document, or says nothing', async () => {
    for (const body of ['<html>', 'null', '7', '{}', '{"title":7}'])
      expect(await readProblem(problem(body))).to.equal(null);
    expect(await readProblem(problem({ title: 'x' }, 'text/html'))).to.equal(null);
  });

  it('cuts a novel short', async () => {
    expect(await readProblem(problem({ title: 'a'.repeat(5000) }))).to.have.length(300);
    expect(await readProblem(problem({ title: 'a'.repeat(50_000) }))).to.equal(null);
  });
});
