import type { Model } from '@hale/core';

/** Names of the facts that the rules of a model's segments, stages and levels of maturity ask for. */
export function factsOfGroups({ segments = [], stages = [], maturity = [] }: Model): ReadonlySet<string> {
  const names = new Set<string>();
  const walk = (rule: unknown): void => {
    if (Array.isArray(rule)) for (const inner of rule) walk(inner);
    else if (rule !== null && typeof rule === 'object') {
      if ('fact' in rule && typeof rule.fact === 'string') names.add(rule.fact);
      else for (const inner of Object.values(rule)) walk(inner);
    }
  };
  for (const { when } of [...segments, ...stages, ...maturity]) walk(when);
  return names;
}
