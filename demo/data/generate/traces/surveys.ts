import { logistic } from '../life.ts';
import { randomFor } from '../random.ts';
import { type FactTrace, weekOf } from './trace.ts';

/**
 * `nps`, on −100…100, and `npsAnswers`, from how many people: surveys about every quarter, for those who answer at all;
 * of their people a tenth to a third do.
 */
export const nps: FactTrace = ({ seed, n, profile, calendar, life }) => {
  const random = randomFor(seed, 'surveys', n);
  const willing = random.between(0.1, 0.35);
  const observed = [];
  const first = Math.max(profile.since + 60, calendar.firstDay) + random.whole(0, 90);
  for (let day = first; day <= Math.min(life.lastDay, profile.answersUntil); day += random.whole(80, 100)) {
    const week = weekOf(life, day);
    if (!week) continue;
    let answers = 0;
    let balance = 0;
    for (let person = 0; person < Math.max(1, Math.round(week.headcount)); person++) {
      if (!random.chance(willing)) continue;
      const score = Math.round(Math.min(10, Math.max(0, random.normal(7.5 + 1.5 * week.satisfaction, 1.8))));
      answers++;
      balance += score >= 9 ? 1 : score <= 6 ? -1 : 0;
    }
    if (answers === 0) continue;
    observed.push({ name: 'nps', day, value: Math.round((100 * balance) / answers) });
    observed.push({ name: 'npsAnswers', day, value: answers });
  }
  return observed;
};

/** `training`: the share of the lessons completed, stated once a month while it moves; some accounts keep no count of it. */
export const training: FactTrace = ({ seed, n, profile, calendar, life }) => {
  const random = randomFor(seed, 'training', n);
  if (random.chance(0.08)) return [];
  const eager = random.between(0.4, 1);
  const observed = [];
  let before = -1;
  for (let day = Math.max(profile.since, calendar.firstDay); day <= life.lastDay; day += 30) {
    const week = weekOf(life, day);
    if (!week) continue;
    const done = Math.max(
      before,
      Math.round(100 * eager * week.onboarded * (0.7 + 0.3 * logistic(week.engagement))) / 100,
    );
    if (done !== before) observed.push({ name: 'training', day, value: done });
    before = done;
  }
  return observed;
};
