import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { expect } from 'chai';
import { listen } from './listen.ts';

describe('the port of the demo', () => {
  it('answers to the names of this machine alone: any other one may have been pointed here by a page from elsewhere', async () => {
    const server = await listen(() => new Response('told'), 0);
    const { port } = new URL(server.url);
    const statusFor = async (name: string) => {
      const asked = request({ host: '127.0.0.1', port, headers: { host: `${name}:${port}` } }).end();
      const [answer] = (await once(asked, 'response')) as [IncomingMessage];
      answer.resume();
      return answer.statusCode;
    };
    for (const name of ['127.0.0.1', 'localhost']) expect(await statusFor(name), name).to.equal(200);
    for (const name of ['elsewhere.example', 'localhost.elsewhere.example', '10.0.0.1']) {
      expect(await statusFor(name), name).to.equal(421);
    }
    await server.close();
  });
});
