import type { Report, ReportPlaybook } from '@hale/core/report';
import { element } from '../host/element.ts';
import { counted } from '../host/written.ts';

/** The steps a report suggests: the first playbook in full, the others folded. */
export function playbookList(report: Report): Node[] {
  const [first, ...rest] = report.playbooks;
  if (!first) {
    return [
      element('h2', { class: 'label' }, 'Playbook'),
      element('p', { class: 'headline' }, 'Nothing to do'),
      element('p', { class: 'small because' }, 'No flag and no tier suggests any steps.'),
    ];
  }
  return [
    element('h2', { class: 'label' }, `Playbook: ${first.label}`),
    element('p', { class: 'headline' }, `${counted(first.steps.length, 'step')} suggested`),
    ...stepsOf(first, report),
    ...rest.map((playbook) =>
      element(
        'details',
        {},
        element('summary', {}, playbook.label, element('span', {}, counted(playbook.steps.length, 'step'))),
        ...stepsOf(playbook, report),
      ),
    ),
  ];
}

function stepsOf(playbook: ReportPlaybook, report: Report): Node[] {
  const steps = playbook.steps.map((step) => element('li', {}, element('span', {}, step)));
  const reasons = playbook.because.map((id) => reason(id, report)).filter((words) => words !== null);
  return [
    element('ol', { class: 'steps' }, ...steps),
    element('p', { class: 'small because' }, `Suggested because of ${reasons.join('; ')}.`),
  ];
}

function reason(id: string, { signals, tiers }: Report): string | null {
  const signal = signals.find((each) => each.id === id);
  const tier = tiers.find((each) => each.id === id);
  return signal ? `“${signal.label}”` : tier ? `the tier, ${tier.label}` : null;
}
