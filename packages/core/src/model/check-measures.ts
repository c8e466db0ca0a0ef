import type { Issue } from '../errors.ts';
import { checkMeasure } from '../measures/forms.ts';
import { kindOf, type Measure } from '../measures/kinds.ts';
import { reachIn } from '../measures/read-measures.ts';
import { ownMark } from '../metrics/own-measures.ts';
import { unknown, within } from './check-ids.ts';
import type { ModelDocument } from './model.ts';

type Measures = ModelDocument['measures'];

/** Whether measures are what they say, and those made of others end in facts and events. */
export function checkMeasures({ measures, timeZone }: ModelDocument): Issue[] {
  const issues: Issue[] = [];
  const loops = cycles(measures);
  // What reads itself, or is too deep to be followed, looks back for ever.
  const reach = loops.length
    ? (_: string, at: number) => at - 1
    : reachIn({ measures: new Map(Object.entries(measures)), zone: timeZone ?? null });
  for (const [id, measure] of Object.entries(measures)) {
    const path = within('measures', id);
    if (id.startsWith(ownMark)) {
      issues.push({
        code: 'reserved-id',
        path,
        message: `${path} must not begin with ${ownMark}: such ids belong to the measures that metrics read by themselves.`,
      });
    }
    issues.push(...checkMeasure(measure, path, reach));
    for (const used of usedBy(measure)) issues.push(...unknownMeasure({ measures }, used, path));
  }
  return [...issues, ...loops];
}

/** An issue when the model has no such measure. */
export function unknownMeasure({ measures }: Pick<ModelDocument, 'measures'>, id: string, path: string): Issue[] {
  return Object.hasOwn(measures, id) ? [] : [unknown('measure', id, path, Object.keys(measures))];
}

const usedBy = (measure: Measure): readonly string[] => kindOf(measure).uses?.(measure) ?? [];

/** How deep measures may be made of measures. Deeper, and reading them would overflow the stack. */
const mostDeep = 50;

/** Every measure that reads itself, once, and every one made of measures too deep. Each measure is visited once. */
function cycles(measures: Measures): Issue[] {
  const issues: Issue[] = [];
  const depths = new Map<string, number>();
  const trail: string[] = [];
  const onTrail = new Set<string>();

  function depthOf(id: string): number {
    const known = depths.get(id);
    if (known !== undefined) return known;
    const measure = Object.hasOwn(measures, id) ? measures[id] : undefined;
    if (!measure) return 0;
    if (onTrail.has(id)) {
      const cycle = [...trail.slice(trail.indexOf(id)), id];
      issues.push(selfReading(within('measures', id), cycle));
      return 0;
    }
    if (trail.length > mostDeep) return mostDeep + 1;
    trail.push(id);
    onTrail.add(id);
    const depth = 1 + Math.max(0, ...usedBy(measure).map(depthOf));
    trail.pop();
    onTrail.delete(id);
    depths.set(id, depth);
    return depth;
  }

  const deep = Object.keys(measures).find((id) => depthOf(id) > mostDeep);
  if (deep !== undefined) {
    const path = within('measures', deep);
    issues.push({
      code: 'measure-depth',
      path,
      message: `${path} is made of measures that are made of measures, more than ${mostDeep} deep: bring it nearer to facts and events.`,
    });
  }
  return issues;
}

const selfReading = (path: string, cycle: readonly string[]): Issue => ({
  code: 'measure-cycle',
  path,
  message: `${path} reads itself (${cycle.join(' → ')}): a measure must end in facts and events.`,
});
