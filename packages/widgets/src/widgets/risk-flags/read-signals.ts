import type { Evidence } from '@hale/core/report';
import { instant, items, type Loose, number, text } from '../../ui/loose.ts';
import type { GivenReport } from '../../ui/score-reading.ts';

export type Effect = 'risk' | 'growth';
export type Severity = 'low' | 'medium' | 'high';

/** A value a rule met, and what it was held against, as numbers; or only the report's own sentence. */
export interface EvidenceReading {
  readonly label: string | null;
  readonly value: number | null;
  readonly unit: 'number' | 'percent' | 'days';
  readonly threshold: number | null;
  /** What the value was made of. */
  readonly parts:
    | { readonly now: number; readonly before: number }
    | { readonly part: number; readonly whole: number }
    | null;
  readonly sentence: string | null;
}

/** A signal as it is shown. */
export interface SignalReading {
  readonly id: string;
  readonly label: string;
  readonly effect: Effect;
  readonly severity: Severity;
  readonly evidence: readonly EvidenceReading[];
  /** In ms since 1970. */
  readonly since: number | null;
  readonly playbook: PlaybookReading | null;
}

/** What is suggested where a signal fires. */
export interface PlaybookReading {
  readonly id: string;
  readonly label: string;
  readonly steps: readonly string[];
}

type GivenEvidence = Loose<Evidence>;

const severities: readonly Severity[] = ['high', 'medium', 'low'];

/** A report's signals of an effect, the severest first; null where the report says nothing of signals. */
export function readSignals(report: GivenReport, effect: Effect): SignalReading[] | null {
  if (!Array.isArray(report.signals)) return null;
  return items(report.signals, 200)
    .flatMap((signal): SignalReading[] => {
      const label = text(signal.label, 200) ?? text(signal.id, 200);
      if (label === null || (signal.effect ?? 'risk') !== effect) return [];
      return [
        {
          id: text(signal.id, 200) ?? label,
          label,
          effect,
          // A word that is none of these, such as "critical", may be worse than all of them.
          severity: severities.find((name) => name === signal.severity) ?? (text(signal.severity) ? 'high' : 'low'),
          evidence: items<GivenEvidence>(signal.evidence, 3).map(readEvidence),
          since: instant(signal.since),
          playbook: readPlaybook(report, text(signal.playbook, 200)),
        },
      ];
    })
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/** Labels of the metrics that were not observed, heaviest first. */
export function unobserved(report: GivenReport): string[] {
  return items(report.contributions, 500)
    .filter(({ status }) => status === 'missing' || status === 'stale')
    .sort((a, b) => (number(b.weight, 0, 1) ?? 0) - (number(a.weight, 0, 1) ?? 0))
    .flatMap(({ label }) => text(label, 80) ?? []);
}

function readEvidence(given: GivenEvidence): EvidenceReading {
  return {
    label: text(given.label, 120),
    value: number(given.value),
    unit: given.unit === 'percent' || given.unit === 'days' ? given.unit : 'number',
    // Of a number that is a code for something, only the report's own words say anything.
    threshold: given.said === undefined ? number(given.threshold) : null,
    parts: readParts(given.parts),
    sentence: text(given.sentence, 300),
  };
}

function readParts(parts: GivenEvidence['parts']): EvidenceReading['parts'] {
  const [now, before, part, whole] = [parts?.now, parts?.before, parts?.part, parts?.whole].map((each) => number(each));
  if (typeof now === 'number' && typeof before === 'number') return { now, before };
  if (typeof part === 'number' && typeof whole === 'number') return { part, whole };
  return null;
}

function readPlaybook(report: GivenReport, id: string | null): PlaybookReading | null {
  if (id === null) return null;
  const found = items(report.playbooks, 100).find((playbook) => playbook.id === id);
  const steps = Array.isArray(found?.steps) ? found.steps : [];
  return {
    id,
    label: text(found?.label, 120) ?? id,
    steps: steps.slice(0, 50).flatMap((step) => text(step, 300) ?? []),
  };
}
