import type { Model } from '../model/define-model.ts';
import { describeMeasure } from '../model/describe-measure.ts';
import type { Tier } from '../model/tier.ts';
import type { ReportPlaybook } from '../schema/report.ts';
import type { FiredSignal } from '../signals/detect-signals.ts';
import type { AccountReading } from './account-reading.ts';
import { saysOf } from './explain-score.ts';
import { labelFrom } from './say.ts';

/** The playbooks that signals and the tier ask for, most pressing first, each once, with all that asked for it. */
export function suggestPlaybooks(
  model: Model,
  fired: readonly FiredSignal[],
  tier: Tier | null,
  { observations }: Pick<AccountReading, 'observations'>,
): ReportPlaybook[] {
  const because = new Map<string, string[]>();
  const ask = (playbook: string | undefined, reason: string): void => {
    if (playbook !== undefined) because.set(playbook, [...(because.get(playbook) ?? []), reason]);
  };
  for (const { signal } of fired) ask(signal.playbook, signal.id);
  if (tier) ask(tier.playbook, tier.id);

  return [...because].flatMap(([id, reasons]) => {
    const playbook = model.playbooks?.find((candidate) => candidate.id === id);
    if (!playbook) return [];
    const follow = playbook.follow?.map((measure) => {
      const { value = null } = observations.get(measure) ?? {};
      const { label, unit } = describeMeasure(model, measure);
      const said = saysOf(model.measures[measure], value);
      return { id: measure, label, unit, value, ...(said === undefined ? {} : { said }) };
    });
    return [
      {
        id,
        label: playbook.label ?? labelFrom(id),
        steps: [...playbook.steps],
        because: reasons.slice(0, 100),
        ...(follow ? { follow } : {}),
      },
    ];
  });
}
