import { defineMessages } from '../../ui/messages.ts';
import { noun } from '../../ui/noun.ts';

/** The playbook's own words. Figures come as written. */
export const playbookMessages = defineMessages('playbook', {
  title: 'Playbook',
  named: (name: string) => `Playbook: ${name}`,
  suggested: (shown: string, count: number) => `${shown} ${noun(count, 'step')} suggested`,
  done: (done: string, of: string) => `${done} of ${of} done`,
  next: (said: string, step: string) => `${said}. Next: ${step}`,
  allDone: (shown: string, count: number) => (count === 1 ? 'Done' : `All ${shown} done`),
  none: 'Nothing to do',
  noneWhy: 'No flag and no tier suggests any steps.',
  unknown: 'Not part of this report',
  noSteps: 'No steps in it',
  doneAt: (day: string) => `done ${day}`,
  because: (reasons: string) => `Suggested because of ${reasons}.`,
  quoted: (signal: string) => `“${signal}”`,
  tier: (label: string) => `the tier, ${label}`,
  follow: (measures: string) => `Follow meanwhile: ${measures}.`,
  measure: (label: string, value: string) => `${label} ${value}`,
  list: (parts: readonly string[]) => parts.join('; '),
  steps: (shown: string, count: number) => `${shown} ${noun(count, 'step')}`,
});
