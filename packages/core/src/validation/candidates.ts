import { dayMs } from '../schema/calendar.ts';
import type { BacktestCandidate } from './backtest-report.ts';
import type { Dataset } from './dataset.ts';
import type { Feature } from './feature.ts';
import { activityOf, type StandingRow } from './gather-rows.ts';
import { learnBgBb, weeksAhead } from './learn-bg-bb.ts';
import { learnHazard, type Periods, periodsOf, probabilityByHazard } from './learn-hazard.ts';
import { learnLogistic, probabilityByLogistic } from './learn-logistic.ts';
import type { Recalibrated } from './learned.ts';
import type { How } from './predictor-document.ts';

/** Something learned that may take the place of equal weights. */
export interface Candidate {
  readonly id: BacktestCandidate['id'];
  readonly label: string;
  /** What it is, in a sentence. */
  readonly explains: string;
  readonly learned: Recalibrated;
  /** What a document has to say besides, and the features it is made of. */
  readonly how: How;
  readonly features: readonly Feature[];
  /** What it says of a row: the probability, and what rows are ranked by, higher being likelier. */
  says(row: StandingRow): { readonly probability: number; readonly risk: number };
}

/** What is learned from, and how far ahead it is to tell. */
export interface Lesson {
  readonly columns: readonly string[];
  /** Rows whose horizon has ended, in the order of cut-offs. */
  readonly finished: readonly StandingRow[];
  /** These, and rows of which at least the first of the periods of a hazard has. */
  readonly begun: (periodMs: number) => readonly StandingRow[];
  readonly days: number;
  readonly every: 'week' | 'month';
  readonly features: readonly Feature[];
}

/** The lesson of rows before an instant: of all of them where there is none. */
export function lessonOf(
  { columns, rows }: Dataset<StandingRow>,
  finished: readonly StandingRow[],
  before: number,
  plan: Pick<Lesson, 'days' | 'every' | 'features'>,
): Lesson {
  return {
    ...plan,
    columns,
    finished,
    begun: (periodMs) => rows.filter(({ cutOff }) => cutOff + periodMs <= before),
  };
}

const asProbable = (probability: number) => ({ probability, risk: probability });

/** Learns one of them; null where nothing can be learned. */
type Learner = (lesson: Lesson) => Candidate | null;

const logistic: Learner = ({ columns, finished, features }) => {
  const learned = learnLogistic(columns, finished);
  return (
    learned && {
      id: 'logistic',
      label: 'Logistic regression',
      explains: 'A logistic regression of the outcome on all features, held back by a penalty on large weights.',
      learned,
      how: { kind: 'logistic' },
      features,
      says: (row) => asProbable(probabilityByLogistic(learned, row)),
    }
  );
};

const hazard: Learner = ({ columns, finished, begun, days, every, features }) => {
  const length: Periods = periodsOf(days, every);
  const learned = learnHazard(columns, { ended: begun(length.periodDays * dayMs), finished }, length);
  const said = `${length.periods} ${length.periods === 1 ? 'period' : 'periods'} of ${Number(length.periodDays.toPrecision(3))} days`;
  return (
    learned && {
      id: 'hazard',
      label: 'Discrete-time hazard',
      explains: `How likely the outcome is in each period of an account's life, by its age and all features; here over ${said}. It learns from newer rows, whose first period has ended and whose horizon has not.`,
      learned,
      how: { kind: 'hazard', ...length },
      features,
      says: (row) => asProbable(probabilityByHazard({ ...learned, ...length }, row)),
    }
  );
};

const onOff: Learner = ({ finished, days, features }) => {
  const activity = activityOf(features);
  const weeks = weeksAhead(days);
  const learned = activity && learnBgBb(finished, weeks);
  if (!activity || !learned) return null;
  return {
    id: 'bg-bb',
    label: 'BG/BB of active weeks',
    explains: `The active weeks to expect among the ${weeks} to come, by which of the last ${activity.activeWeeks} were: accounts are ranked by that, not by whether they are alive.`,
    learned,
    how: { kind: 'bg-bb', ...learned.model, weeks },
    features: [activity],
    says(row) {
      const expected = learned.expected(row.life.onOff);
      const probability = probabilityByLogistic(learned, { values: [expected] });
      return { probability, risk: activity.direction * (expected ?? learned.encoding.fill[0] ?? 0) };
    },
  };
};

const learners: Record<BacktestCandidate['id'], Learner> = { logistic, hazard, 'bg-bb': onOff };

/** All that can be learned, the plainest first. */
export const learnAll = (lesson: Lesson): Candidate[] =>
  Object.values(learners).flatMap((learn) => learn(lesson) ?? []);

/** Learns one anew. */
export const learnOne = (id: BacktestCandidate['id'], lesson: Lesson): Candidate | null => learners[id](lesson);
