import type { AccountIndex } from '../measures/account-index.ts';
import type { OnOffHistory } from '../stats/fit/bg-bb.ts';
import { type ActiveWeeksFeature, weekMs } from './feature.ts';

/**
 * In which of the weeks before a cut-off, each of seven days up to it, an account was active: of as many weeks as the
 * feature looks back over, or as it has been there. Null where the event is not recorded of the account.
 */
export function onOffHistory(
  { event, activeWeeks }: Pick<ActiveWeeksFeature, 'event' | 'activeWeeks'>,
  account: AccountIndex,
  cutOff: number,
): OnOffHistory | null {
  if (!account.tracks(event)) return null;
  const lived = Math.ceil((cutOff - (account.since ?? -Infinity)) / weekMs);
  const periods = Math.min(activeWeeks, Math.max(1, lived));
  const events = account.events(event, cutOff - periods * weekMs, cutOff);
  const back = new Set(events.map(({ at }) => Math.ceil((cutOff - at) / weekMs)));
  return { active: back.size, last: back.size > 0 ? periods + 1 - Math.min(...back) : 0, periods };
}
