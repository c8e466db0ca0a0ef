import type { Context, Handler } from 'hono';
import * as z from 'zod/mini';
import type { PortfolioBacktest } from '../backtest/portfolio-backtest.ts';
import type { Store } from '../database/session.ts';
import { grantIn, reaches } from '../http/access.ts';
import { readParameters } from '../http/parameters.ts';
import { Problem } from '../http/problem.ts';
import { readRows } from '../ingestion/read-batch.ts';
import { takeIn, unknown } from '../ingestion/take-in.ts';
import { subjectOf } from '../tokens/grant.ts';

/** Bytes of one batch at most. */
export const mostBatchBytes = 1_000_000;
/** Rows of one batch at most. */
const mostRows = 1000;

/** What taking events in needs. */
export interface Intake {
  readonly store: Store;
  /** The instant of the scores, in ms since 1970. */
  readonly asOf: number;
  readonly made: Pick<PortfolioBacktest, 'forget'>;
  /** ms since 1970, as `Date.now`. */
  readonly now: () => number;
}

const batchBody = z.strictObject({ events: z.array(z.unknown()).check(z.minLength(1), z.maxLength(mostRows)) });

/**
 * `POST /v1/events`: takes in a batch of events, and answers row by row which are kept and what is wrong with the others.
 * Sent again under the same `Idempotency-Key`, as after an answer that was lost, it is answered as before and kept once.
 */
export function ingest({ store, asOf, made, now }: Intake): Handler {
  return async (context) => {
    readParameters({}, new URL(context.req.url).searchParams);
    const grant = grantIn(context);
    const key = keyOf(context);
    const text = await textOf(context);
    const rows = readRows(eventsIn(text)).map((row) =>
      'account' in row && !reaches(grant, row.account) ? unknown(row) : row,
    );
    const taken = await takeIn(store, { bearer: subjectOf(grant), key, text, rows }, asOf, now());
    if (!taken) {
      throw new Problem('key-reused', 'Under this Idempotency-Key another batch was sent: give each batch its own.');
    }
    if (taken.accepted > 0) made.forget();
    return context.json(taken);
  };
}

function keyOf({ req }: Context): string {
  const key = req.header('idempotency-key') ?? '';
  if (/^[\x21-\x7e]{8,200}$/.test(key)) return key;
  throw new Problem(
    'invalid-parameter',
    'Send the header Idempotency-Key: 8 to 200 letters, digits and signs that name this batch and no other, such as a UUID.',
  );
}

const wrongBody = () =>
  new Problem(
    'invalid-body',
    `Send JSON, as application/json: {"events": [{"account": "acct-1", "name": "login", "at": "2026-11-14T09:00:00Z"}]}, with 1 to ${mostRows} events in the words of an account's document.`,
  );

async function textOf({ req }: Context): Promise<string> {
  if (!/^application\/json\b/i.test(req.header('content-type') ?? '')) throw wrongBody();
  return req.text();
}

function eventsIn(text: string): readonly unknown[] {
  try {
    const read = batchBody.safeParse(JSON.parse(text));
    if (read.success) return read.data.events;
  } catch {
    // Told below, with what is expected.
  }
  throw wrongBody();
}
