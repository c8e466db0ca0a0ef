import type { ReportOverride } from '@hale/core';
import * as z from 'zod/mini';
import { count, instant, named, said, score, share } from '../openapi/parts.ts';
import { toldAs } from '../openapi/told-as.ts';
import type { ListedAccount } from './list-accounts.ts';
import type { PortfolioSummary } from './summarise-portfolio.ts';

const override = toldAs(z.custom<ReportOverride | null>(), { $ref: '#/components/schemas/Report/properties/override' });
const figure = () => z.nullable(z.number());
const severity = () => z.enum(['low', 'medium', 'high']);

const signal = z.strictObject({
  id: z.string(),
  label: z.string(),
  effect: z.enum(['risk', 'growth']),
  severity: severity(),
});

/** `ListedAccount`, as documents tell it. */
export const listedAccount: z.ZodMiniType<ListedAccount> = named(
  'ListedAccount',
  'An account as a list shows it. What is missing is null.',
  z.strictObject({
    id: z.string(),
    name: z.string(),
    score: score(),
    tier: said('Id of a tier; null without a score.', z.nullable(z.string())),
    override,
    coverage: said("Share of the model's weight that was observed.", share()),
    change: said('Points gained or lost over four weeks.', figure()),
    topFlag: said(
      'The most severe risk signal.',
      z.nullable(z.strictObject({ label: z.string(), severity: severity() })),
    ),
    signals: said('All signals that fired, the most severe first.', z.array(signal)),
    spark: said('The latest weekly scores, oldest first.', z.array(score())),
    renewal: said('The day of the next renewal.', z.nullable(toldAs(z.string(), { type: 'string', format: 'date' }))),
    yearlyValue: figure(),
    seats: figure(),
    activeUsers: figure(),
    industry: z.nullable(z.string()),
    employees: figure(),
    asOf: instant(),
    ended: said('When it ceased to be a customer; null while it is one.', z.nullable(instant())),
  }),
);

/** What `GET /v1/accounts` gives. */
export const accountPage = named(
  'AccountPage',
  'One page of a list of accounts.',
  z.strictObject({
    accounts: z.array(listedAccount),
    total: said('How many there are on all pages.', count()),
    next: said('The `cursor` of the next page; null on the last one.', z.nullable(z.string())),
  }),
);

const tier = z.strictObject({
  id: z.string(),
  label: z.string(),
  from: said('The least score of the tier.', z.number()),
  tone: said('How it looks, whatever its words.', z.enum(['at-risk', 'watch', 'healthy', 'thriving'])),
  count: count(),
  renewing: said('Of these, how many renew within 30 days.', count()),
});

const segment = z.strictObject({
  id: said('Null for accounts in no segment.', z.nullable(z.string())),
  label: z.optional(z.string()),
  about: said('What puts an account in it.', z.optional(z.string())),
  counts: said('How many are in each tier, by its id.', z.record(z.string(), count())),
  unscored: said('How many have no score.', count()),
});

/** `PortfolioSummary`, as documents tell it. */
export const portfolioSummaryShape: z.ZodMiniType<PortfolioSummary> = named(
  'PortfolioSummary',
  'All accounts that are customers today, counted by tier and by segment: a `hale.portfolio/1`, and more.',
  z.strictObject({
    schema: z.literal('hale.portfolio/1'),
    asOf: instant(),
    total: count(),
    unscored: said('How many have no score.', count()),
    tiers: said('The whole scale, worst first.', z.array(tier)),
    segments: said('An account is in one, or in none.', z.array(segment)),
  }),
);
