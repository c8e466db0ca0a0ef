import { defineMessages } from '../../ui/messages.ts';
import { noun } from '../../ui/noun.ts';

const days = (shown: string, count: number) => `${shown} ${noun(count, 'day')}`;

/** The role views' own words. Figures come as written, counts behind them where a form is chosen by one. */
export const roleMessages = defineMessages('role-view', {
  views: { success: 'Customer success', sales: 'Sales', product: 'Product', customer: 'Your use' },
  risks: 'Risk flags',
  growth: 'Growth signals',
  renewal: 'Renewal',
  value: 'Yearly value',
  seats: 'Seats in use',
  gap: 'Largest gap',
  actions: 'Actions this week',
  teams: 'Active teams',
  before: (shown: string) => `${shown} the week before`,
  thisWeek: 'this week',
  unknown: 'not known',
  notObserved: 'not observed',
  noUse: 'No use of features is known',
  noMore: 'No further readings',
  soon: (shown: string, count: number) => (count === 0 ? 'today' : `in ${days(shown, count)}`),
  past: (shown: string, count: number) => `${days(shown, count)} ago`,
  renews: (when: string) => `Renewal ${when}`,
  noRenewal: 'Renewal not known',
  unused: (shown: string, of: string) => `${shown} of ${of} seats not in use`,
  allUsed: (of: string) => `all ${of} seats in use`,
  noSeats: 'seats not known',
});
