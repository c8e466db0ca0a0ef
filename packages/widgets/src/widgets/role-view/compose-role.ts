import type { TemplateResult } from 'lit/html.js';
import { isDeveloping, warnOnce } from '#developing';
import { heatMessages } from '../../ui/grid.messages.ts';
import { items } from '../../ui/loose.ts';
import { say } from '../../ui/messages.ts';
import { type GridReading, readWeeks } from '../../ui/read-grid.ts';
import { sayHeat } from '../../ui/say-grid.ts';
import { summary } from '../../ui/summary.ts';
import {
  type RoleFacts,
  type RoleName,
  type RoleReading,
  type RoleSubject,
  readActions,
  readAdoption,
  readCustomer,
  readFacts,
  readSales,
  readSuccess,
  saySales,
} from './read-role.ts';
import { barFigure, type FigureFrame, scoreFigure, seatFigure } from './role-figure.ts';
import { roleMessages } from './role-view.messages.ts';

/** What a view shows: a sentence, one figure, up to five readings. */
export interface Role {
  /** Null where that is the state's to say. */
  readonly sentence: string | null;
  readonly figure: (frame: FigureFrame) => TemplateResult;
  readonly readings: readonly RoleReading[];
}

/** Readings that a view has room for, and says where it has fewer. */
export const mostReadings = 5;
/** Features that have a bar. */
const mostBars = 5;

/** The view of that name; of success where there is none. */
export const roleNamed = (name: unknown): RoleName => {
  const views = roleMessages.english.views;
  if (typeof name === 'string' && Object.hasOwn(views, name)) return name as RoleName;
  if (typeof name !== 'string' || name === '') return 'success';
  if (isDeveloping)
    warnOnce(
      `hale: <hale-role-view view="…"> is one of ${Object.keys(views).join(', ')} (given ${name.slice(0, 40)}). The customer's is drawn, which tells least.`,
    );
  return 'customer';
};

/** What one reader is shown of an account. */
export function composeRole(
  view: RoleName,
  subject: RoleSubject,
  given: RoleFacts | null,
  money: (value: number) => string,
): Role {
  const { report, reading, speech } = subject;
  const score = (frame: FigureFrame) => scoreFigure(report, reading, frame);
  const sentence = reading.score === null ? null : summary(report, reading, speech.formats);
  if (view === 'sales') {
    const facts = readFacts(given);
    return {
      sentence: saySales(subject, facts),
      figure: (frame) => seatFigure(facts, frame),
      readings: readSales(subject, facts, money),
    };
  }
  if (view === 'product') return product(subject);
  if (view === 'success') return { sentence, figure: score, readings: readSuccess(subject) };
  return { sentence, figure: score, readings: customer(subject) };
}

/** Whatever room its own metrics leave is its teams', each as it worked; of one team alone, or none, its features'. */
function customer(subject: RoleSubject): RoleReading[] {
  const { report, speech } = subject;
  const teams = readWeeks(report, 'team');
  const rows = [
    ...(teams?.rows.slice(teams.rows.length > 1 ? 0 : 1) ?? []),
    ...(readWeeks(report, 'feature')?.rows ?? []),
  ];
  const each = rows.map(({ label, values }) => readActions(values, speech, label));
  return [...weekly(teams, subject), ...readCustomer(subject), ...each].slice(0, mostReadings);
}

function product(subject: RoleSubject): Role {
  const { report, speech } = subject;
  const { words, formats } = speech;
  const grids = items(report.activity?.grids, 10).map(({ by }) => by);
  // Features, or whatever else is counted but people.
  const by = grids.find((name) => name === 'feature') ?? grids.find((name) => name !== 'user');
  const grid = typeof by === 'string' ? readWeeks(report, by) : null;
  const rows = grid?.rows.slice(0, mostBars).map(({ label, total }) => ({ label, value: total }));
  return {
    sentence: grid ? sayHeat(grid, { words: say(heatMessages, formats.lang), formats }) : words.noUse,
    figure: (frame) => (rows ? barFigure(rows, frame) : seatFigure(readFacts(null), frame)),
    readings: [...weekly(grid, subject), ...readAdoption(subject, grid ? 4 : 5)],
  };
}

/** What was done in each week, of all rows that are told; not where more exist than are. */
function weekly(grid: GridReading | null, { speech }: RoleSubject): RoleReading[] {
  if (!grid || grid.more > 0) return [];
  const sums = grid.columns.map((_, week) => {
    const seen = grid.rows.map(({ values }) => values[week] ?? null).filter((value) => value !== null);
    return seen.length > 0 ? seen.reduce((sum, value) => sum + value, 0) : null;
  });
  return [readActions(sums, speech)];
}
