import type { CustomerView } from './customer-view.ts';
import {
  formed,
  id,
  int,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  type Read,
  record,
  text,
  upTo,
} from './reader.ts';
import type { Report } from './report.ts';

const label = text(120);
const words = text(2000);
const percent = upTo(100);
const fraction = upTo(1);
const figure = number();
const score = nullable(percent);
const points = nullable(figure);
const ids = (most: number) => list(id, most);
const unit = oneOf('number', 'percent', 'days');
const said = optional(label);
const partsUnit = optional(unit);
const parts = optional(record(figure));
const version = formed(/^\d{1,6}(\.\d{1,6}){0,2}$/, 'a version such as 4, 4.1 or 4.1.0');

/** Whether the calendar and the clock have it: engines take 31 November for the first of December. */
const exists = (date: string, time: string) => {
  const at = Date.parse(`${date}T${time}Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(`${date}T${time}`);
};
const instant = formed(
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  'an instant in UTC such as 2026-11-14T09:00:00.000Z',
  (at) => exists(at.slice(0, 10), at.slice(11, 19)),
);
const day = formed(/^\d{4}-\d\d-\d\d$/, 'a day such as 2026-11-14', (at) => exists(at, '00:00:00'));

/** What a fact may hold; in `more`, what else is right there. */
const scalarOr =
  <T>(more: Read<T> | null): Read<string | number | boolean | T> =>
  (value, path) =>
    typeof value === 'string'
      ? words(value, path)
      : typeof value === 'boolean'
        ? value
        : more && Array.isArray(value)
          ? more(value, path)
          : figure(value, path);
const scalar = scalarOr<never>(null);

const reason = (isStrict: boolean) =>
  nullable(object({ code: oneOf('no-data', 'not-applicable', 'low-coverage'), sentence: words }, isStrict));
const status = oneOf('observed', 'missing', 'stale', 'not-applicable');
const at = nullable(instant);
const change = nullable(number(-100, 100));
const earlier = (isStrict: boolean) => nullable(object({ at: instant, score: percent }, isStrict));

const contribution = object({
  id,
  role: optional(oneOf('start', 'limit', 'override', 'account')),
  dimension: nullable(id),
  group: optional(id),
  label,
  isJudgement: optional(oneOf(true)),
  measure: nullable(id),
  value: points,
  unit,
  said,
  at,
  parts,
  partsUnit,
  normalized: score,
  weight: fraction,
  effectiveWeight: fraction,
  points,
  most: optional(figure),
  inDimension: optional(object({ weight: fraction, points })),
  status,
  missing: nullable(oneOf('exclude', 'zero', 'neutral')),
  sentence: words,
});

const dimension = object({
  id,
  label,
  weight: fraction,
  effectiveWeight: fraction,
  score,
  points,
  coverage: fraction,
  method: optional(words),
  groups: optional(list(object({ id, label, score }), 200)),
});

const forecast = object({
  days: int(1, 366),
  confidence: fraction,
  reason: nullable(
    object({
      code: oneOf('no-score', 'set-by-hand', 'too-few-points', 'no-better-than-today'),
      sentence: words,
    }),
  ),
  points: list(object({ at: instant, score: percent, low: percent, high: percent }), 366),
  basis: nullable(object({ from: instant, weeks: figure, trials: figure, error: percent, errorAsToday: percent })),
});

const trend = object({
  points: list(
    object({ at: instant, score, computed: optional(score), version, dimensions: optional(record(score)) }),
    2000,
  ),
  days: int(1, 3660),
  earlier: earlier(false),
  change,
  direction: nullable(oneOf('up', 'steady', 'down')),
  forecast: optional(forecast),
});

const activity = (isStrict: boolean) => {
  const row = {
    id,
    label,
    counts: list(nullable(number(0)), 366),
    key: optional(list(oneOf(0, 1), 366)),
  };
  const grid = { by: id, label, rows: list(object(row, isStrict), 200), more: int(0) };
  return nullable(object({ start: day, days: int(1, 366), grids: list(object(grid, isStrict), 10) }, isStrict));
};

const evidence = object({
  subject: id,
  label,
  value: nullable(scalar),
  unit,
  said,
  at,
  parts,
  partsUnit,
  is: oneOf('lt', 'lte', 'gt', 'gte', 'eq', 'ne', 'in', 'not-in', 'known'),
  threshold: scalarOr(list(scalar, 100)),
  sentence: words,
});

const group = optional(nullable(object({ id, label, because: list(evidence, 20), unsure: ids(50) })));

const report: Read<Report> = object({
  schema: oneOf('hale.report/1'),
  account: object({ id, name: label }),
  asOf: instant,
  model: object({ id, version }),
  score,
  reason: reason(false),
  tier: nullable(id),
  held: optional(nullable(id)),
  override: optional(
    nullable(
      object({
        score,
        tier: nullable(id),
        unknownTier: optional(id),
        reason: words,
        author: label,
        at: instant,
        expires: at,
        computed: object({ score, tier: nullable(id) }),
      }),
    ),
  ),
  segment: group,
  stage: group,
  maturity: group,
  tiers: list(object({ id, label, from: percent, tone: oneOf('at-risk', 'watch', 'healthy', 'thriving') }), 12),
  coverage: fraction,
  minimumCoverage: fraction,
  possible: nullable(object({ low: percent, high: percent })),
  dimensions: list(dimension, 50),
  contributions: list(contribution, 500),
  trend,
  prediction: optional(
    nullable(
      object({
        outcome: id,
        horizonDays: figure,
        probability: fraction,
        low: fraction,
        high: fraction,
        moved: list(object({ id, by: figure }), 20),
        trained: object({ at: instant, rows: figure, outcomes: figure, baseRate: fraction }),
        did: object({ auc: fraction, low: fraction, high: fraction, rows: figure }),
      }),
    ),
  ),
  activity: activity(false),
  signals: list(
    object({
      id,
      label,
      effect: oneOf('risk', 'growth'),
      severity: oneOf('low', 'medium', 'high'),
      evidence: list(evidence, 20),
      since: at,
      playbook: nullable(id),
    }),
    200,
  ),
  playbooks: list(
    object({
      id,
      label,
      steps: list(words, 50),
      because: ids(100),
      follow: optional(list(object({ id, label, value: points, unit, said }), 20)),
    }),
    100,
  ),
});

const view: Read<CustomerView> = object(
  {
    schema: oneOf('hale.customer/1'),
    account: object({ id, name: label }, true),
    asOf: instant,
    title: label,
    score,
    reason: reason(true),
    coverage: nullable(fraction),
    contributions: nullable(
      list(
        object(
          {
            id,
            role: optional(oneOf('start', 'limit', 'rest')),
            label,
            value: points,
            unit,
            said,
            at,
            normalized: score,
            weight: fraction,
            points,
            status,
            sentence: words,
          },
          true,
        ),
        501,
      ),
    ),
    trend: nullable(
      object(
        {
          points: list(object({ at: instant, score, version }, true), 2000),
          days: int(1, 3660),
          earlier: earlier(true),
          change,
        },
        true,
      ),
    ),
    activity: activity(true),
  },
  true,
);

/**
 * Takes a report that JSON gave, as `parseReport` does and without what that weighs: for pages, which are told the first
 * thing that is wrong. Throws a HealthError; unknown keys are dropped.
 */
export const readReport = (value: unknown): Report => report(value, ['the report']);

/** Takes a customer's view that JSON gave, as `parseCustomerView` does: unknown keys are refused. */
export const readCustomerView = (value: unknown): CustomerView => view(value, ["the customer's view"]);
