import type { SourceError } from '../source/health-source.ts';
import { asReport, type GivenView } from './as-report.ts';
import { number } from './loose.ts';
import { type GivenReport, readScore, type ScoreReading } from './score-reading.ts';

/** The one state a widget is in. Each has its own look, its own words and its own `:state()`. */
export type WidgetState = 'idle' | 'loading' | 'ready' | 'partial' | 'not-enough' | 'empty' | 'stale' | 'error';

/** Below this share observed a score is shown as partial. */
const partialBelow = 0.6;

/** What a widget draws from: its state, and whatever of report and error there is. */
export interface Snapshot {
  readonly state: WidgetState;
  readonly report: GivenReport | null;
  /** What the report was made of: itself, or a customer's view. */
  readonly given: GivenReport | GivenView | null;
  readonly reading: ScoreReading | null;
  readonly error: Pick<SourceError, 'code' | 'message' | 'status'> | null;
  /** What a source adds, each in words: why there is no newer report, how old this one is, when the source asks again. */
  readonly why?: string | undefined;
  readonly age?: string;
  readonly again?: string;
}

const blank = { report: null, given: null, reading: null, error: null };

/** The snapshot of a report, or a customer's view, that is at hand: from the page or from a widget's own attributes. */
export function fromReport(given: GivenReport | GivenView, lang = 'en'): Snapshot {
  const wrong = whatIsWrong(given);
  if (wrong) return unreadable(wrong);
  const report = asReport(given);
  const reading = readScore(report, lang);
  return { ...blank, state: stateOf(reading), report, given, reading };
}

/** The snapshot of a widget that was given nothing. */
export const idle: Snapshot = { ...blank, state: 'idle' };

/** The snapshot of what cannot be read, and why. */
export const unreadable = (message: string): Snapshot => ({
  ...idle,
  state: 'error',
  error: { code: 'malformed', message },
});

function stateOf(reading: ScoreReading): WidgetState {
  const { score, coverage, reason } = reading;
  if (score === null) {
    const isEmpty = reason === 'no-data' || (coverage === 0 && reason !== 'not-applicable');
    return isEmpty ? 'empty' : 'not-enough';
  }
  return coverage !== null && coverage < partialBelow ? 'partial' : 'ready';
}

const parts =
  'schema account asOf score reason tier coverage dimensions contributions trend activity signals playbooks';

function whatIsWrong(report: unknown): string | null {
  if (!parts.split(' ').some((part) => part in Object(report))) {
    return 'The report must be an object, as buildReport gives it.';
  }
  const { schema, score } = report as GivenReport;
  if (
    schema !== undefined &&
    schema !== null &&
    (typeof schema !== 'string' || !/^hale\.(report|customer)\/1(\.|$)/.test(schema))
  ) {
    return 'The report is of another version than hale.report/1 or hale.customer/1.';
  }
  if (score !== undefined && score !== null && number(score, 0, 100) === null) {
    return 'The score must be a number from 0 to 100, or none.';
  }
  return null;
}
