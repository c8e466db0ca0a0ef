import { feedbackEvent } from '@hale/core/validation';
import type { Context } from 'hono';
import * as z from 'zod/mini';
import type { PortfolioBacktest } from '../backtest/portfolio-backtest.ts';
import { atMost } from '../http/at-most.ts';
import { readParameters } from '../http/parameters.ts';
import { Problem, unknownAccount } from '../http/problem.ts';
import type { Endpoint } from '../openapi/operation.ts';
import { named } from '../openapi/parts.ts';
import type { Portfolio } from '../portfolio.ts';
import { accountRows } from '../reading/account-row.ts';

const feedbackBody = named(
  'Feedback',
  'Whether a person takes a score to be right, and why.',
  z.strictObject({
    says: z.enum(['agree', 'disagree']),
    why: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
  }),
);

/** Bytes that are read of what is sent, at most. */
const mostBytes = 4096;

/**
 * `POST /v1/accounts/:id/feedback`: whether a person takes the account's score to be right (`agree`, `disagree`), and
 * why. Kept as an event of the account, dated just before the instant the score is of, which the backtest reads. Only
 * JSON is taken: another site's page cannot send it without being asked first.
 */
export const feedback = ({ session, asOf }: Portfolio, made: Pick<PortfolioBacktest, 'forget'>): Endpoint => ({
  tells: {
    id: 'sayFeedback',
    summary: 'Say whether a score is right',
    description: 'Kept as an event of the account, which the backtest reads.',
    body: feedbackBody,
    gives: { status: 204, description: 'It is kept.' },
  },
  answer: [
    atMost(mostBytes),
    async (context) => {
      readParameters({}, new URL(context.req.url).searchParams);
      const account = context.req.param('id') ?? '';
      const properties = await bodyOf(context);
      const [known] = await accountRows(session, [account]);
      if (!known) throw unknownAccount(account);
      await session.run(
        `INSERT INTO events (account_id, name, "at", count, properties)
         VALUES ($account, $name, $at, 1, CAST($properties AS JSON))`,
        { account, name: feedbackEvent, at: new Date(asOf - 1), properties: JSON.stringify(properties) },
      );
      made.forget();
      return context.body(null, 204);
    },
  ],
});

async function bodyOf({ req }: Context): Promise<z.infer<typeof feedbackBody>> {
  const isJson = /^application\/json\b/i.test(req.header('content-type') ?? '');
  const given = isJson ? feedbackBody.safeParse(await req.json().catch(() => null)) : null;
  if (given?.success) return given.data;
  throw new Problem(
    'invalid-body',
    'Send JSON, as application/json: {"says": "agree"} or {"says": "disagree"}, with a "why" of 1 to 500 characters if there is one.',
  );
}
