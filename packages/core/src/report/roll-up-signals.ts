import type { Report, Signal } from '../schema/report.ts';
import { toSentence } from '../schema/say.ts';

const severities = ['high', 'medium', 'low'];

/** Signals a report can carry. */
const most = 200;

/** Names shown in a sentence; the rest are counted. */
const mostNames = 5;

/**
 * Each signal that fires of some of these accounts, once, as grave as it is of any of them, with how many fire it as
 * evidence; risks first, then by severity, then by how many.
 */
export function rollUpSignals(reports: readonly Report[]): Signal[] {
  const fired = new Map<string, { signal: Signal; by: Report[]; since: string | null }>();
  for (const report of reports) {
    for (const signal of report.signals) {
      const known = fired.get(signal.id) ?? { signal, by: [], since: null };
      fired.set(signal.id, known);
      if (known.by.at(-1) !== report) known.by.push(report);
      if (order(signal, known.signal) < 0) known.signal = signal;
      known.since = earlier(known.since, signal.since);
    }
  }
  return [...fired.values()]
    .sort((a, b) => order(a.signal, b.signal) || b.by.length - a.by.length || (a.signal.id < b.signal.id ? -1 : 1))
    .slice(0, most)
    .map(({ signal, by, since }) => ({
      ...signal,
      since,
      evidence: [
        {
          subject: 'accounts',
          label: 'Accounts',
          value: by.length,
          unit: 'number',
          at: null,
          parts: { part: by.length, whole: reports.length },
          is: 'gte',
          threshold: 1,
          sentence: toSentence(`Accounts: ${by.length} of ${reports.length} (${listed(by)}).`),
        },
      ],
    }));
}

const order = (a: Signal, b: Signal): number =>
  Number(b.effect === 'risk') - Number(a.effect === 'risk') ||
  severities.indexOf(a.severity) - severities.indexOf(b.severity);

const earlier = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? (a ?? b) : Date.parse(b) < Date.parse(a) ? b : a;

function listed(reports: readonly Report[]): string {
  const names = reports.slice(0, mostNames).map(({ account }) => account.name || account.id);
  const more = reports.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}
