import { parentPort } from 'node:worker_threads';
import { answerIn, type WorkerAnswer, type WorkerQuestion } from '@hale/core/validation';
import { type AccountText, readAccountText } from './account-text.ts';

/** What the thread is asked: accounts come as texts, which are read here. */
export type ThreadQuestion =
  | Exclude<WorkerQuestion, { kind: 'add' | 'fit' }>
  | { readonly kind: 'read'; readonly texts: readonly AccountText[] };

// Reading and learning take seconds of a processor: on a thread of their own, so that no request waits for them.
const answer = answerIn((message: WorkerAnswer) => parentPort?.postMessage(message));
parentPort?.on('message', (question: ThreadQuestion) => {
  answer(question.kind === 'read' ? { kind: 'add', accounts: question.texts.map(readAccountText) } : question);
});
