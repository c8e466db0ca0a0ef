import type { Model } from '@hale/core';
import { assignedValues } from '@hale/core/presets/assigned-values';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import { bySize } from '@hale/core/presets/by-size';
import { frequencyBreadthDepth } from '@hale/core/presets/frequency-breadth-depth';
import { lifecycle } from '@hale/core/presets/lifecycle';

/** The presets that a portfolio can be looked at with, besides the model it is scored with. */
const presets: readonly Model[] = [b2bSaas, frequencyBreadthDepth, assignedValues, lifecycle, bySize];

/** The models on offer for a portfolio, its own first, each id once. */
export function modelsFor(own: Model): readonly Model[] {
  return [own, ...presets.filter(({ id }) => id !== own.id)];
}
