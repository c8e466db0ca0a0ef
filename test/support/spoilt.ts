import { type FaultName, faults, problemText } from './faults.ts';
import type { Answering, Exchange } from './proxy.ts';

const mb = 1_000_000;
type Answer = Exchange['answer'];

/** What a fault does to the answer with a report. */
export const spoilt: Readonly<Record<FaultName, Answering>> = {
  async 'reset in the body'({ answer, usual }) {
    const { body } = await usual();
    answer.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    answer.write(body.subarray(0, body.length / 2), () => setImmediate(() => answer.destroy()));
  },
  'no answer'() {},
  async 'stalled body'({ answer, usual }) {
    const { body } = await usual();
    answer.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    answer.write(body.subarray(0, body.length / 2));
  },
  async 'cut off'({ answer, usual }) {
    const { body } = await usual();
    answer.writeHead(200, { 'content-type': 'application/json' }).end(body.subarray(0, body.length / 2));
  },
  async 'wrong types'({ answer, usual }) {
    const { body } = await usual();
    answer.writeHead(200, { 'content-type': 'application/json' });
    answer.end(JSON.stringify({ ...JSON.parse(body.toString()), score: 'high', trend: 7 }));
  },
  'too large'({ answer }) {
    answer.writeHead(200, { 'content-type': 'application/json', 'content-length': 50 * mb });
    answer.on('close', () => sent.push(answer.writableFinished));
    const part = Buffer.alloc(mb, ' ');
    let left = 50;
    const more = () => {
      while (left-- > 0) if (!answer.write(part)) return;
      answer.end();
    };
    answer.on('drain', more);
    more();
  },
  'three 500s': ({ answer }) => refuse(answer, 500, faults['three 500s'].says),
  'too many': ({ answer }) => refuse(answer, 429, faults['too many'].says, { 'retry-after': '5' }),
};

/** Answers with a text. */
export function give(answer: Answer, type: string, text: string): void {
  answer.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(text);
}

/** Whether all of each body that is too large was taken. */
export const sent: boolean[] = [];

/** Refuses with a problem (RFC 9457). */
export function refuse(
  answer: Answer,
  status: number,
  says: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  answer.writeHead(status, { 'content-type': 'application/problem+json', ...headers }).end(problemText(status, says));
}
