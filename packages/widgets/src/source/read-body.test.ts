import { expect } from 'chai';
import { BodyTooLarge, readText } from './read-body.ts';

function inPieces(...pieces: readonly (readonly number[])[]): Response {
  return new Response(
    new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(new Uint8Array(piece));
        controller.close();
      },
    }),
  );
}

describe('readText', () => {
  it('joins letters that come in two pieces', async () => {
    expect(await readText(inPieces([0x63, 0xc3], [0xa9]), 10)).to.equal('cé');
  });

  it('reads up to its limit and not one byte beyond', async () => {
    expect(await readText(new Response('12345'), 5)).to.equal('12345');
    const failure = await readText(new Response('123456'), 5).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(BodyTooLarge);
    expect(failure).to.have.property('message', 'The answer is larger than 5 bytes.');
  });

  it('is empty for a response without a body', async () => {
    expect(await readText(new Response(null), 5)).to.equal('');
  });
});
