import * as z from 'zod/mini';
import { addMonths, dayMs, monthOf } from '../schema/calendar.ts';
import { instantOf, type ReportOptions } from '../schema/instant-of.ts';
import { parse } from '../schema/parse.ts';
import { day } from '../schema/primitives.ts';
import { dayOf } from '../schema/time.ts';
import type { ModelDocument } from './model.ts';

/** A part of a model that is looked at again from time to time. */
export type ReviewedPart = 'weights' | 'accuracy' | 'metrics' | 'model';

/** The state of one kind of review. Days are `2026-11-14`, in the model's time zone. */
export interface Review {
  readonly part: ReviewedPart;
  readonly every: Every;
  /** Whether the model does not say how often, so that the usual calendar holds. */
  readonly isDefault: boolean;
  /** When it was last done; null when never. */
  readonly last: string | null;
  /** The day since when it is due; null when it is not due, or has never been done. */
  readonly since: string | null;
  readonly isDue: boolean;
  /** The next day on which it falls due: later than `now`. Null when it has never been done: it is due at once. */
  readonly next: string | null;
  readonly sentence: string;
}

type Every = 'monthly' | 'quarterly' | 'semiannually' | 'annually';

const months: Readonly<Record<Every, number>> = { monthly: 1, quarterly: 3, semiannually: 6, annually: 12 };

/** What each review looks at, and how often it is done where the model does not say. */
const parts: Readonly<Record<ReviewedPart, { what: string; usually: Every }>> = {
  weights: { what: 'Weights and thresholds', usually: 'monthly' },
  accuracy: { what: 'Accuracy against outcomes', usually: 'quarterly' },
  metrics: { what: 'The choice of metrics', usually: 'semiannually' },
  model: { what: 'The model as a whole', usually: 'annually' },
};

const last = z.optional(day);
const lastReviews = z.strictObject({ weights: last, accuracy: last, metrics: last, model: last });

/** When each part of a model was last reviewed, as days such as `2026-10-01`. */
export type LastReviews = z.infer<typeof lastReviews>;

/**
 * Which reviews of a model are due at `now`, and when the others will be: monthly weights and thresholds, quarterly
 * accuracy, half-yearly metrics, yearly the whole model, where the model does not say otherwise; `isDefault` tells. Months are those of
 * the calendar: what was last done on 31 January falls due on 28 February, and again on 31 March.
 * Throws a HealthError when `last` is not made of days, and when `now` is no instant.
 */
export function dueReviews(
  model: Pick<ModelDocument, 'review' | 'timeZone'>,
  { now, last = {} }: ReportOptions & { readonly last?: LastReviews | undefined },
): Review[] {
  const done = parse(lastReviews, last, 'last');
  const today = dayOf(instantOf(now), model.timeZone ?? null);
  // Sound: the keys are those of the record above.
  return (Object.keys(parts) as ReviewedPart[]).map((part) =>
    reviewOf(part, model.review?.[part] ?? null, done[part] ?? null, today),
  );
}

function reviewOf(part: ReviewedPart, asked: Every | null, last: string | null, today: number): Review {
  const { what, usually } = parts[part];
  const every = asked ?? usually;
  const isDefault = asked === null;
  const often = isDefault ? `${every} by default` : every;
  if (last === null) {
    const sentence = `${what}: due now, never reviewed before (${often}).`;
    return { part, every, isDefault, last, since: null, isDue: true, next: null, sentence };
  }
  const done = Date.parse(last) / dayMs;
  const step = months[every];
  // Counted from the day itself, so that a short month does not shorten those after it.
  const due = (times: number) => addMonths(done, times * step);
  let times = Math.max(1, Math.floor((monthOf(today) - monthOf(done)) / step));
  while (due(times) <= today) times += 1;
  const isDue = due(1) <= today;
  const [since, next] = [isDue ? toDay(due(1)) : null, toDay(due(times))];
  const sentence = `${what}: ${isDue ? `due since ${since}` : `next on ${next}`} (${often}, last on ${last}).`;
  return { part, every, isDefault, last, since, isDue, next, sentence };
}

const toDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
