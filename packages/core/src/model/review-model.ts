import { given } from '../errors.ts';
import { extentsOf } from '../measures/forms.ts';
import { kindOf as measureKindOf } from '../measures/kinds.ts';
import { adviceOf } from '../metrics/advice.ts';
import { kindOf, type Metric } from '../metrics/kinds.ts';
import type { Compare } from '../rules/rule-kind.ts';
import { comparisons } from '../rules/rules.ts';
import { sayNumber, sayValue } from '../schema/say.ts';
import { within } from './check-ids.ts';
import type { Model } from './define-model.ts';
import { describeMeasure } from './describe-measure.ts';
import { isGroup, membersOf } from './dimension.ts';
import { combinations, groupings, resolveModel } from './resolve-model.ts';

/** What `reviewModel` can say. */
export type AdviceCode =
  | 'trend-of-level'
  | 'recency-not-in-days'
  | 'not-a-share'
  | 'out-of-reach'
  | 'repeated-value'
  | 'unused-measure'
  | 'unused-playbook';

/** Something about a model that is allowed and hardly meant. */
export interface Advice {
  readonly code: AdviceCode;
  readonly path: string;
  /** What it is, why it is hardly meant, how to mend it. */
  readonly sentence: string;
}

/**
 * What in a model is allowed and hardly meant, such as a trend of a plain count; empty where there is nothing. For
 * those who write models: nothing that is said here keeps a model from being scored with.
 */
export function reviewModel(model: Model): Advice[] {
  const metrics = metricsIn(model);
  const rules = rulesIn(model);
  return [
    ...unusedMeasures(model, metrics, rules),
    ...repeatedValues(model),
    ...adviceOnMetrics(model, metrics),
    ...rules.flatMap(({ compare, path }) => adviceOnComparison(model, compare, path)),
    ...unusedPlaybooks(model),
  ];
}

/** A metric as it is in some segment, stage and level of maturity, and for whom that is said: "In small: ". */
interface Placed {
  readonly metric: Metric;
  readonly path: string;
  readonly where: string;
}

/** Every metric, as the model has it and as segments, stages and levels of maturity make it. */
const metricsIn = (model: Model): Placed[] =>
  combinations(model).flatMap((groups) => {
    const names = groups.flatMap((group) => (group ? [group.id] : []));
    const where = names.length ? `In ${names.join(' and ')}: ` : '';
    return resolveModel(model, groups).dimensions.flatMap((dimension, index) =>
      membersOf(dimension, `dimensions[${index}]`).flatMap(({ entry, path }) =>
        isGroup(entry) ? [] : [{ metric: entry, path, where }],
      ),
    );
  });

/** Every comparison of signals, segments, stages and levels of maturity, with its path. */
const rulesIn = (model: Model): { compare: Compare; path: string }[] =>
  ([...groupings, 'signals'] as const).flatMap((list) =>
    (model[list] ?? []).flatMap(({ when }, index) => comparisons(when, `${list}[${index}].when`)),
  );

type Said = { readonly code: AdviceCode; readonly says: string };

function adviceOnMetrics(model: Model, metrics: readonly Placed[]): Advice[] {
  // What a segment leaves as it is has been told already.
  const told = new Map<string, Advice>();
  for (const { metric, path, where } of metrics) {
    const said = adviceOnMetric(model, metric);
    const key = said && `${said.code} ${metric.id} ${said.says}`;
    if (key && !told.has(key)) told.set(key, { code: said.code, path, sentence: `${where}${path} ${said.says}` });
  }
  return [...told.values()];
}

/** A share as great as this is a percentage: 10 is 1,000%. */
const greatestShare = 10;

function adviceOnMetric(model: Model, metric: Metric): Said | null {
  if (!('measure' in metric)) return null;
  const { label, unit } = describeMeasure(model, metric.measure);
  const extent = extentsOf(model.measures)(metric.measure);
  const own = adviceOf(metric, { label, unit, extent });
  if (own) return own;
  const edges = edgesOf(metric);
  const far = edges.find((edge) => unit === 'percent' && Math.abs(edge) > greatestShare);
  if (far !== undefined) return { code: 'not-a-share', says: notAShare(label, far) };
  const [least, most] = extent;
  const best = (values: readonly number[]) =>
    Math.max(...values.map((value) => kindOf(metric).score(metric, value) ?? 0));
  const reached = best([...edges.filter((edge) => edge >= least && edge <= most), least, most]);
  if (!edges.length || reached >= best(edges)) return null;
  const span =
    most < Number.MAX_VALUE
      ? `between ${sayValue(least, unit)} and ${sayValue(most, unit)}`
      : `never below ${sayValue(least, unit)}`;
  return {
    code: 'out-of-reach',
    says: `never scores more than ${sayNumber(reached)}, since ${label} is ${span}: bring its edges to where there are values.`,
  };
}

/** The values at which a metric says that its score turns. */
function edgesOf(metric: Metric): number[] {
  const edges: number[] = [];
  kindOf(metric).explain(metric, (edge) => String(edges.push(edge)));
  return edges;
}

const notAShare = (label: string, edge: number): string =>
  `holds ${label} against ${sayNumber(edge)}, which is ${sayValue(edge, 'percent')}: its values are shares, 0.48 for 48%. Write ${Number((edge / 100).toPrecision(6))}, or give the measure "unit": "number".`;

function adviceOnComparison(model: Model, { measure, lt, lte, gt, gte, eq, ne }: Compare, path: string): Advice[] {
  if (measure === undefined) return [];
  const { label, unit } = describeMeasure(model, measure);
  const far = [lt, lte, gt, gte, eq, ne].find((edge) => typeof edge === 'number' && Math.abs(edge) > greatestShare);
  // Sound: nothing but a number is found above.
  return unit === 'percent' && far !== undefined
    ? [{ code: 'not-a-share', path, sentence: `${path} ${notAShare(label, far as number)}` }]
    : [];
}

function unusedMeasures(
  { measures, playbooks = [], rollUp }: Model,
  metrics: readonly Placed[],
  rules: readonly { readonly compare: Compare }[],
): Advice[] {
  const used = new Set<string | undefined>([
    ...metrics.map(({ metric }) => ('measure' in metric ? metric.measure : undefined)),
    ...rules.map(({ compare }) => compare.measure),
    ...Object.values(measures).flatMap((measure) => measureKindOf(measure).uses?.(measure) ?? []),
    ...playbooks.flatMap(({ follow = [] }) => follow),
    rollUp?.by,
  ]);
  return Object.keys(measures).flatMap((id): Advice[] => {
    const path = within('measures', id);
    const sentence = `${path} is read by no metric, rule, measure or playbook: use it or remove it.`;
    return used.has(id) ? [] : [{ code: 'unused-measure', path, sentence }];
  });
}

/** What stands more than once in the lists of measures, as in the set of a share, or in what events are told apart by. */
function repeatedValues({ measures }: Model): Advice[] {
  const found: Advice[] = [];
  const look = (value: unknown, path: string) => {
    if (Array.isArray(value)) {
      value.forEach((one: unknown, index) => {
        const first = value.indexOf(one);
        const at = `${path}[${index}]`;
        if (first === index) return;
        const sentence = `${at} is ${given(one)}, as ${path}[${first}] is already, and counts once: remove one of them.`;
        found.push({ code: 'repeated-value', path: at, sentence });
      });
    } else if (typeof value === 'object' && value) {
      for (const [key, inner] of Object.entries(value)) look(inner, within(path, key));
    }
  };
  look(measures, 'measures');
  return found;
}

function unusedPlaybooks(model: Model): Advice[] {
  const tiers = [model, ...groupings.flatMap((grouping) => model[grouping] ?? [])].flatMap(({ tiers = [] }) => tiers);
  const used = new Set([...tiers, ...(model.signals ?? [])].map(({ playbook }) => playbook));
  return (model.playbooks ?? []).flatMap(({ id }, index): Advice[] => {
    const path = `playbooks[${index}]`;
    const sentence = `${path} is suggested by no tier and no signal: name "${id}" as the playbook of one, or remove it.`;
    return used.has(id) ? [] : [{ code: 'unused-playbook', path, sentence }];
  });
}
