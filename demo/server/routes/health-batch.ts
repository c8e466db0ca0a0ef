import type { Handler } from 'hono';
import * as z from 'zod/mini';
import { grantIn, reaches } from '../http/access.ts';
import { readParameters, textThat } from '../http/parameters.ts';
import type { Portfolio } from '../portfolio.ts';
import { readReports } from '../reading/reports.ts';

/** Accounts in one answer at most. */
const most = 100;

const ids = z.pipe(
  textThat(`1 to ${most} account ids of 1 to 200 characters with commas between them`, (text) => {
    const asked = split(text);
    return asked.length <= most && asked.every(({ length }) => length >= 1 && length <= 200);
  }),
  z.transform(split),
);

/**
 * `GET /v1/health?ids=a,b,c`: the reports of many accounts in the order asked for, and the ids of which the token's
 * bearer has no account.
 * An id with a comma in it has to be asked for alone.
 */
export function healthBatch(portfolio: Portfolio): Handler {
  return async (context) => {
    const asked = readParameters({ ids }, new URL(context.req.url).searchParams).ids;
    const grant = grantIn(context);
    const found = await readReports(
      portfolio,
      asked.filter((id) => reaches(grant, id)),
    );
    return context.json({
      reports: asked.flatMap((id) => found.get(id) ?? []),
      missing: asked.filter((id) => !found.has(id)),
    });
  };
}

function split(text: string): string[] {
  return [...new Set(text.split(','))];
}
