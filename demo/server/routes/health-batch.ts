import type { Report } from '@hale/core';
import * as z from 'zod/mini';
import { grantIn, reaches } from '../http/access.ts';
import { readParameters, textThat } from '../http/parameters.ts';
import { core } from '../openapi/core-documents.ts';
import { type Endpoint, json } from '../openapi/operation.ts';
import { named, said } from '../openapi/parts.ts';
import { toldAs } from '../openapi/told-as.ts';
import type { Portfolio } from '../portfolio.ts';
import { readReports } from '../reading/reports.ts';

/** Accounts in one answer at most. */
const most = 100;

const ids = toldAs(
  z.pipe(
    textThat(`1 to ${most} account ids of 1 to 200 characters with commas between them`, (text) => {
      const asked = split(text);
      return asked.length <= most && asked.every(({ length }) => length >= 1 && length <= 200);
    }),
    z.transform(split),
  ),
  {
    type: 'string',
    minLength: 1,
    description: `1 to ${most} account ids with commas between them. One with a comma in it has to be asked for alone.`,
  },
);

const batch = named(
  'HealthBatch',
  'The reports of many accounts.',
  z.strictObject({
    reports: said('In the order asked for.', z.array(core<Report>('Report'))),
    missing: said('Ids of which the token has no account.', z.array(z.string())),
  }),
);

/**
 * `GET /v1/health?ids=a,b,c`: the reports of many accounts in the order asked for, and the ids of which the token's
 * bearer has no account.
 * An id with a comma in it has to be asked for alone.
 */
export const healthBatch = (portfolio: Portfolio): Endpoint => ({
  tells: {
    id: 'readReports',
    summary: 'The reports of many accounts',
    description:
      'One request for a table of them. An account that the token is not for is missing like one that is not there.',
    parameters: { ids },
    gives: json('The reports, and what is missing.', batch),
  },
  answer: [
    async (context) => {
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
    },
  ],
});

function split(text: string): string[] {
  return [...new Set(text.split(','))];
}
