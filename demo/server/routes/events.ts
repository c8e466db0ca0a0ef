import type { Context } from 'hono';
import * as z from 'zod/mini';
import type { PortfolioBacktest } from '../backtest/portfolio-backtest.ts';
import type { Store } from '../database/session.ts';
import { grantIn, reaches } from '../http/access.ts';
import { atMost } from '../http/at-most.ts';
import { readParameters } from '../http/parameters.ts';
import { Problem } from '../http/problem.ts';
import { readRows } from '../ingestion/read-batch.ts';
import { type TakenIn, takeIn, unknown } from '../ingestion/take-in.ts';
import { eventWith } from '../openapi/core-documents.ts';
import { type Endpoint, json } from '../openapi/operation.ts';
import { count, named, said } from '../openapi/parts.ts';
import { toldAs } from '../openapi/told-as.ts';
import type { PortfolioReadings } from '../reading/portfolio-readings.ts';
import { subjectOf } from '../tokens/grant.ts';

/** Bytes of one batch at most. */
const mostBatchBytes = 1_000_000;
/** Rows of one batch at most. */
const mostRows = 1000;

/** What taking events in needs. */
export interface Intake {
  readonly store: Store;
  readonly made: Pick<PortfolioBacktest, 'forget'>;
  readonly readings: Pick<PortfolioReadings, 'forget'>;
  /** Told when there may be accounts to score again. */
  readonly touched: () => void;
  /** ms since 1970, as `Date.now`. */
  readonly now: () => number;
}

/** As documents tell it. What is wrong with a row does not refuse the batch: each is read by itself. */
const eventRow = toldAs(z.unknown(), {
  ...eventWith({ account: { type: 'string', minLength: 1, maxLength: 200 } }),
  description: "An event as an account's document has it, and the `account` that it is of.",
});

const batchBody = named(
  'EventBatch',
  'A batch of events.',
  z.strictObject({ events: z.array(eventRow).check(z.minLength(1), z.maxLength(mostRows)) }),
);

const taken: z.ZodMiniType<TakenIn> = named(
  'TakenIn',
  'What became of a batch.',
  z.strictObject({
    accepted: said('How many rows are kept. They are on the disk.', count()),
    refused: said(
      'The others, in the order of the batch.',
      z.array(z.strictObject({ row: count(), code: z.string(), path: z.string(), message: z.string() })),
    ),
  }),
);

const keyPattern = /^[\x21-\x7e]{8,200}$/;
const batchKey = said('Names this batch and no other, such as a UUID.', z.string().check(z.regex(keyPattern)));

/**
 * `POST /v1/events`: takes in a batch of events, and answers row by row which are kept and what is wrong with the others.
 * Sent again under the same `Idempotency-Key`, as after an answer that was lost, it is answered as before and kept once.
 */
export const ingest = ({ store, made, readings, touched, now }: Intake): Endpoint => ({
  tells: {
    id: 'takeInEvents',
    summary: 'Take in a batch of events',
    description:
      'Row by row: those that can be kept are, the others are named with what is wrong. Sent again under the same key within a day, a batch is answered as before and kept once. Reports tell of them within a second or so; of one that is dated later than the clock of the server, when its account is scored the next time after that.',
    headers: { 'Idempotency-Key': batchKey },
    body: batchBody,
    gives: json('What became of each row.', taken),
    problems: ['key-reused'],
  },
  answer: [
    atMost(mostBatchBytes),
    async (context) => {
      readParameters({}, new URL(context.req.url).searchParams);
      const grant = grantIn(context);
      const key = keyOf(context);
      const text = await textOf(context);
      const rows = readRows(eventsIn(text)).map((row) =>
        'account' in row && !reaches(grant, row.account) ? unknown(row) : row,
      );
      const taken = await takeIn(store, { bearer: subjectOf(grant), key, text, rows }, now());
      if (!taken) {
        throw new Problem('key-reused', 'Under this Idempotency-Key another batch was sent: give each batch its own.');
      }
      if (taken.accepted > 0) {
        made.forget();
        readings.forget();
        touched();
      }
      return context.json(taken);
    },
  ],
});

function keyOf({ req }: Context): string {
  const key = req.header('idempotency-key') ?? '';
  if (keyPattern.test(key)) return key;
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
