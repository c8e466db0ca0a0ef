import type { ReportPlaybook } from '@hale/core/report';
import type { Formats } from '../../ui/formats.ts';
import { instant, items, type Loose, number, text } from '../../ui/loose.ts';
import { type GivenObserved, sayObserved } from '../../ui/observed.ts';
import type { GivenReport } from '../../ui/score-reading.ts';

/** A step that has been done, as a host keeps it. */
export interface DoneStep {
  /** Id of its playbook; absent, it is of the first one shown. */
  readonly playbook?: string | null | undefined;
  /** Its place, from 0. */
  readonly step: number;
  /** When it was done: `2026-11-10`. */
  readonly at?: string | null | undefined;
  /** `false` takes the step back, as the event of a tick that was taken back says; absent, it is done. */
  readonly done?: boolean | null | undefined;
}

/** Why a playbook is suggested: a signal that fired, or the tier. */
export interface Reason {
  readonly kind: 'signal' | 'tier';
  readonly label: string;
}

/** A playbook as it is shown. */
export interface PlaybookReading {
  /** Null for steps given without one. */
  readonly id: string | null;
  readonly label: string | null;
  readonly steps: readonly string[];
  readonly because: readonly Reason[];
  /** Measures to watch while it runs, with what was read. */
  readonly follow: readonly { readonly label: string; readonly given: GivenObserved }[];
}

const mostSteps = 50;

/** A report's playbooks in its order, or the one of an id; null where the report says nothing of any. */
export function readPlaybooks(report: GivenReport, only: string | null): PlaybookReading[] | null {
  if (!Array.isArray(report.playbooks)) return null;
  const all = items<Loose<ReportPlaybook>>(report.playbooks, 100).flatMap((given): PlaybookReading[] => {
    const id = text(given.id, 200);
    if (only !== null && id !== only) return [];
    return [
      {
        id,
        label: text(given.label, 120) ?? id,
        steps: readSteps(given.steps),
        because: ids(given.because).flatMap((each) => reasonOf(report, each)),
        follow: items(given.follow, 20).flatMap((measure) => {
          const label = text(measure.label, 120) ?? text(measure.id, 120);
          return label === null ? [] : [{ label, given: measure }];
        }),
      },
    ];
  });
  // An id named twice is one playbook.
  return all.filter(({ id }, place) => all.findIndex((other) => other.id === id) === place);
}

/** Each step keeps its place, which is what it is ticked by. */
const readSteps = (given: unknown): string[] =>
  Array.isArray(given) ? given.slice(0, mostSteps).map((step: unknown) => text(step, 300) ?? '–') : [];

/** When each step of a playbook was done, by its place: ms since 1970, or null where only that it was done is known. */
export function readDone(given: unknown, { id }: PlaybookReading, isFirst: boolean): Map<number, number | null> {
  const done = new Map<number, number | null>();
  for (const each of items<Loose<DoneStep>>(Array.isArray(given) ? given : null, 5000)) {
    const step = number(each.step, 0, mostSteps);
    if (step === null || (each.playbook == null ? !isFirst : each.playbook !== id)) continue;
    if (each.done === false) done.delete(step);
    else done.set(step, instant(each.at));
  }
  return done;
}

/** "Weekly users 41", or the label alone where nothing was read. */
export function sayFollowed(
  { label, given }: PlaybookReading['follow'][number],
  formats: Formats,
  words: (label: string, value: string) => string,
): string {
  const value = sayObserved(given, formats);
  return value ? words(label, value) : label;
}

const ids = (given: unknown): string[] =>
  Array.isArray(given) ? given.slice(0, 20).flatMap((id: unknown) => text(id, 200) ?? []) : [];

function reasonOf(report: GivenReport, id: string): Reason[] {
  const named = (list: GivenReport['signals'] | GivenReport['tiers']) =>
    text(items<{ id?: unknown; label?: unknown }>(list, 200).find((each) => each.id === id)?.label, 200);
  const signal = named(report.signals);
  if (signal !== null) return [{ kind: 'signal', label: signal }];
  const tier = named(report.tiers);
  return tier === null ? [] : [{ kind: 'tier', label: tier }];
}
