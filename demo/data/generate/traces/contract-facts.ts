import { launchDay } from '../adoption.ts';
import { type Calendar, dateOf } from '../calendar.ts';
import { features, type Plan, plans } from '../catalogue.ts';
import type { FactTrace, Observed } from './trace.ts';

/** Facts that do not change: `industry`, `employees`, `owner`. */
export const attributes: FactTrace = ({ profile }) => [
  { name: 'industry', day: null, value: profile.industry },
  { name: 'employees', day: null, value: profile.employees },
  { name: 'owner', day: null, value: profile.owner },
];

/** Facts that the contract says, each on the days it changed: `seats`, `plan`, `yearlyValue`, `renewal`, `features`, `keyFeatures`. */
export const contractFacts: FactTrace = ({ profile, calendar, life }) => {
  const { steps } = life.contract;
  const first = Math.max(profile.since, calendar.firstDay);
  const changes = [...steps.map(({ day }) => day), ...calendar.launches].filter(
    (day) => day > first && day <= life.lastDay,
  );
  const days = [...new Set([first, ...changes])].sort((a, b) => a - b);
  const observed: Observed[] = [];
  const latest = new Map<string, string | number>();
  for (const day of days) {
    const terms = steps.findLast((step) => step.day <= day);
    if (!terms) continue;
    const included = featuresOf(calendar, terms.plan, day);
    const facts = {
      seats: terms.seats,
      plan: plans[terms.plan],
      yearlyValue: terms.yearlyValue,
      renewal: dateOf(terms.renewal),
      features: included.length,
      keyFeatures: included.filter(({ key }) => key).length,
    };
    for (const [name, value] of Object.entries(facts)) {
      if (latest.get(name) !== value) observed.push({ name, day, value });
      latest.set(name, value);
    }
  }
  return observed;
};

/** What a plan holds on a day. */
function featuresOf(calendar: Calendar, plan: Plan, day: number) {
  return features.filter((feature) => feature.plan <= plan && launchDay(calendar, feature.launch) <= day);
}
