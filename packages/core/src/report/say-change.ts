import type { Contribution, Report } from '../schema/report.ts';
import { sayNumber, sayValue, toSentence, toTenths } from '../schema/say.ts';
import { apportion } from '../stats/apportion.ts';
import { type CauseParts, type Comparison, causes, isSeen } from './comparison.ts';

/** Points gained or lost: "+4.2 points", "−1 point"; nothing where they cannot be seen in one decimal. */
function sayPoints(points: number | null): string {
  if (points === null || Math.abs(points) < 0.05) return '';
  const text = sayNumber(points);
  return `${points > 0 ? '+' : ''}${text} ${text === '1' || text === '−1' ? 'point' : 'points'}`;
}

/** What happened to one contribution: "Seats in use fell from 71% to 48%: −8.2 points." */
export function explainMetricChange(
  a: Contribution | undefined,
  b: Contribution | undefined,
  change: number | null,
): string {
  const points = sayPoints(change);
  return toSentence(`${whatHappened(a, b)}${points ? `: ${points}` : ''}.`);
}

function whatHappened(a: Contribution | undefined, b: Contribution | undefined): string {
  const { label, role, unit } = (b ?? a) as Contribution;
  if (role === 'override') return a && b ? `${label} in both` : b ? `${label} now` : `No longer ${label.toLowerCase()}`;
  if (role === 'start') return `What ${label} begins with`;
  if (role === 'limit') return `What the limits of ${label} hold back`;
  if (!a) return role === 'account' ? `${label} has joined` : `${label} was not asked for before`;
  if (!b) return role === 'account' ? `${label} has left` : `${label} is no longer asked for`;
  const [from, to] = [a, b].map(({ value, said }) => said ?? sayValue(value, unit));
  if (isSeen(a) && !isSeen(b)) {
    return b.status === 'stale' ? `${label} (${to}) was last observed too long ago` : `${label} is no longer observed`;
  }
  if (isSeen(b) && !isSeen(a)) return `${label} is now observed (${to})`;
  if (!isSeen(a)) return `${label} is still not observed`;
  // Where the worst or the best decides, what another takes over from gives nothing, however it moved.
  if (couldDecide(a) && couldDecide(b) && (a.effectiveWeight === 0) !== (b.effectiveWeight === 0)) {
    const figures = from === to ? to : `${to}, ${from} before`;
    return `${label} (${figures}) ${b.effectiveWeight > 0 ? 'decides now' : 'no longer decides'}`;
  }
  if (from !== to && (a.said ?? b.said) !== undefined) return `${label}: ${to}, ${from} before`;
  if (from !== to) return `${label} ${(b.value ?? 0) > (a.value ?? 0) ? 'rose' : 'fell'} from ${from} to ${to}`;
  const weights = [b, a].map(({ effectiveWeight }) => `${sayNumber(effectiveWeight * 100)}%`);
  if (weights[0] !== weights[1]) {
    return `${label} ${to} as before; it carries ${weights[0]} of the score, ${weights[1]} before`;
  }
  return `${label} ${to} as before`;
}

const couldDecide = ({ weight, normalized }: Contribution): boolean => weight > 0 && normalized !== null;

const causeWords: Readonly<Record<(typeof causes)[number], string>> = {
  model: 'another model',
  group: 'another segment, stage or maturity',
  coverage: 'what is observed',
  data: 'data',
  override: 'set by hand',
};

/** The whole in a sentence, its figures adding up as they are written: "The score fell from 78 to 62: data −12, what is observed −4." */
export function explainChange(before: Report, after: Report, parts: CauseParts | null): string {
  if (!parts || before.score === null || after.score === null) return explainNoChange(before, after).sentence;
  const tenths = apportion(
    causes.map((cause) => parts[cause] * 10),
    toTenths(after.score) - toTenths(before.score),
  );
  const told = causes
    .map((cause, place) => ({ cause, points: (tenths[place] as number) / 10 }))
    .filter(({ points }) => points !== 0)
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .map(({ cause, points }) => `${causeWords[cause]} ${points > 0 ? '+' : ''}${sayNumber(points)}`);
  const [from, to] = [sayNumber(before.score), sayNumber(after.score)];
  const moved =
    from === to ? `is ${to}, as before` : `${after.score > before.score ? 'rose' : 'fell'} from ${from} to ${to}`;
  return `The score ${moved}${told.length ? `: ${told.join(', ')}` : ''}.`;
}

/** Why two scores cannot be held against each other. */
export function explainNoChange(before: Report, after: Report): NonNullable<Comparison['reason']> {
  const why = (report: Report) => report.reason?.sentence ?? 'no reason is given.';
  if (before.score !== null) {
    const sentence = `There is no score any more, ${sayNumber(before.score)} before: ${why(after)}`;
    return { code: 'no-score-after', sentence: toSentence(sentence) };
  }
  if (after.score !== null) {
    const sentence = `The score is ${sayNumber(after.score)}; there was none before: ${why(before)}`;
    return { code: 'no-score-before', sentence: toSentence(sentence) };
  }
  return { code: 'no-score', sentence: toSentence(`There is no score, as before: ${why(after)}`) };
}
