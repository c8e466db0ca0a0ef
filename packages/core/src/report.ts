import { parse } from './schema/parse.ts';
import { type Report, report } from './schema/report.ts';

export { HealthError, type Issue } from './errors.ts';
export type { Tone } from './schema/primitives.ts';
export * from './schema/report.ts';
export { reportFormat } from './schema/report-format.ts';

/** Takes a report from outside. Throws a HealthError that names what is wrong; unknown keys are dropped. */
export function parseReport(value: unknown): Report {
  return parse(report, value, 'the report');
}
