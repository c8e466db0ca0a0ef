import type { Model, Report, ReportGroup } from '@hale/core';
import { element } from '../host/element.ts';

const groupings = [
  { grouping: 'segments', told: 'segment', label: 'Segment' },
  { grouping: 'stages', told: 'stage', label: 'Stage' },
  { grouping: 'maturity', told: 'maturity', label: 'Maturity' },
] as const;

/** Which segment, stage and level of maturity an account is in, and what made its rule true; of those the model has. */
export function groupList(model: Model, report: Report): HTMLElement {
  const rows = groupings
    .filter(({ grouping }) => model[grouping]?.length)
    .map(({ grouping, told, label }) => {
      const group = report[told];
      return element(
        'div',
        { 'data-grouping': told },
        element('dt', {}, label),
        element(
          'dd',
          {},
          element('b', {}, group ? group.label : 'None'),
          element('span', { class: 'small' }, group ? becauseOf(group) : 'No rule is true of it.'),
          ...(group?.unsure.length
            ? [element('span', { class: 'small' }, `Could not be decided: ${namesOf(model[grouping], group.unsure)}.`)]
            : []),
        ),
      );
    });
  if (rows.length) return element('dl', { class: 'groups' }, ...rows);
  return element(
    'p',
    { class: 'muted groups-none' },
    'This model has no segments, stages or levels of maturity: it asks the same of everybody.',
  );
}

const becauseOf = ({ because }: ReportGroup): string => because.map(({ sentence }) => sentence).join(' ');

const namesOf = (groups: Model['segments'], ids: readonly string[]): string =>
  ids.map((id) => groups?.find((group) => group.id === id)?.label ?? id).join(', ');
