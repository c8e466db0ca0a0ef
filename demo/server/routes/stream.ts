import * as z from 'zod/mini';
import { endsOf, grantIn, reaches } from '../http/access.ts';
import { readParameters } from '../http/parameters.ts';
import { Problem } from '../http/problem.ts';
import type { ChangeLog } from '../live/change-log.ts';
import { eventStream } from '../live/event-stream.ts';
import type { Endpoint } from '../openapi/operation.ts';
import { said } from '../openapi/parts.ts';
import { subjectOf } from '../tokens/grant.ts';

const lastEventId = said('The `id` heard last: what changed since is told first.', z.optional(z.string()));

/** Counts what each subject has open. A stream is a cheap request that costs for minutes, which a rate does not see. */
function openStreams(most: number) {
  const open = new Map<string, number>();
  return {
    enter(subject: string): () => void {
      const count = (open.get(subject) ?? 0) + 1;
      if (count > most) {
        throw new Problem('too-many', `At most ${most} streams are open at once.`, { 'retry-after': '60' });
      }
      open.set(subject, count);
      return () => {
        const left = (open.get(subject) ?? 0) - 1;
        if (left > 0) open.set(subject, left);
        else open.delete(subject);
      };
    },
  };
}

/**
 * `GET /v1/stream`: which accounts' reports change, as it happens, to whom the token is for; nothing of what is in them.
 * `most` of them may be open for one subject.
 */
export const stream = (log: ChangeLog, most: number, streams = openStreams(most)): Endpoint => ({
  tells: {
    id: 'followChanges',
    summary: 'Hear which reports change',
    description:
      'Server-sent events, to be read with `fetch` and the token in its header. `changed`: the reports of these `accounts` are other ones; ask for them again. `reset`: what was missed is not known; ask for all. Ends with the token: come again with a new one and the last `id`.',
    headers: { 'Last-Event-ID': lastEventId },
    gives: {
      status: 200,
      description: 'The events.',
      content: { 'text/event-stream': z.string() },
      isStream: true,
    },
  },
  answer: [
    (context) => {
      readParameters({}, new URL(context.req.url).searchParams);
      const grant = grantIn(context);
      const last = context.req.header('last-event-id');
      const body = eventStream(log, {
        reaches: (account) => reaches(grant, account),
        from: last === undefined ? null : /^\d{1,15}$/.test(last) ? Number(last) : Number.NaN,
        ends: endsOf(context),
        now: Date.now,
        left: streams.enter(subjectOf(grant)),
      });
      return context.body(body, 200, {
        'content-type': 'text/event-stream; charset=utf-8',
        // nginx gathers answers otherwise.
        'x-accel-buffering': 'no',
      });
    },
  ],
});
