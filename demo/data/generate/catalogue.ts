/** The plans, least first; a feature is in its plan and all above it. */
export const plans = ['Basic', 'Pro', 'Enterprise'] as const;
/** A place in `plans`. */
export type Plan = 0 | 1 | 2;

/** Price of a seat for a year in euros, by plan. */
export const seatPrices: readonly [number, number, number] = [480, 840, 1260];

export const teams = ['Dispatch', 'Planning', 'Warehouse', 'Customer service', 'Finance', 'Sales'] as const;
/** Share of an account's people in each team. */
export const teamShares: readonly number[] = [0.3, 0.2, 0.22, 0.14, 0.08, 0.06];

export interface Feature {
  readonly name: string;
  readonly plan: Plan;
  /** One of the features that the product is bought for. */
  readonly key: boolean;
  /** How readily an account takes it up, 0–1. */
  readonly appeal: number;
  /** How much each team has to do with it, in the order of `teams`. */
  readonly byTeam: readonly number[];
  /** Place in the calendar's launches, for a feature that came out during the year. */
  readonly launch?: number;
}

/** Seven key features and eleven others. */
export const features: readonly Feature[] = [
  { name: 'Order entry', plan: 0, key: true, appeal: 0.99, byTeam: [6, 3, 3, 6, 1, 4] },
  { name: 'Dispatch board', plan: 0, key: true, appeal: 0.92, byTeam: [9, 4, 2, 2, 0, 0.3] },
  { name: 'Exports', plan: 0, key: true, appeal: 0.75, byTeam: [0.6, 1.5, 0.3, 0.6, 7, 1.5] },
  { name: 'Proof of delivery', plan: 0, key: true, appeal: 0.62, byTeam: [2.5, 0.4, 2.5, 3, 0.6, 0.2] },
  { name: 'Returns', plan: 0, key: true, appeal: 0.4, byTeam: [0.4, 0.2, 2.2, 1.6, 0.4, 0] },
  { name: 'Load planning', plan: 1, key: true, appeal: 0.7, byTeam: [2, 7, 2.5, 0.1, 0, 0] },
  { name: 'Route planning', plan: 1, key: true, appeal: 0.58, byTeam: [3, 5, 0.2, 0, 0, 0] },
  { name: 'Dashboards', plan: 0, key: false, appeal: 0.7, byTeam: [0.8, 1, 0.4, 0.8, 1.5, 2.5] },
  { name: 'Address book', plan: 0, key: false, appeal: 0.8, byTeam: [0.6, 0.3, 0.1, 1.5, 0.2, 1.2] },
  { name: 'Alerts', plan: 0, key: false, appeal: 0.45, byTeam: [1.2, 0.8, 0.8, 0.6, 0.1, 0.1] },
  { name: 'Dock booking', plan: 1, key: false, appeal: 0.5, byTeam: [0.8, 1.2, 3.5, 0.2, 0, 0] },
  { name: 'API', plan: 1, key: false, appeal: 0.35, byTeam: [0.3, 0.8, 0.3, 0.1, 0.3, 0] },
  { name: 'Carrier rates', plan: 1, key: false, appeal: 0.42, byTeam: [0.5, 1.2, 0, 0.2, 1.2, 2] },
  { name: 'Single sign-on', plan: 2, key: false, appeal: 0.6, byTeam: [0.5, 0.5, 0.5, 0.5, 0.5, 0.5] },
  { name: 'Customs papers', plan: 2, key: false, appeal: 0.4, byTeam: [0.5, 0.8, 0.3, 0.3, 1.5, 0] },
  { name: 'Audit trail', plan: 2, key: false, appeal: 0.3, byTeam: [0.1, 0.1, 0.1, 0.1, 1.5, 0.1] },
  { name: 'Driver app', plan: 0, key: false, appeal: 0.5, byTeam: [2.5, 0.5, 0.8, 0.2, 0, 0], launch: 0 },
  { name: 'Carbon report', plan: 1, key: false, appeal: 0.35, byTeam: [0.1, 0.6, 0.1, 0.1, 1.2, 0.8], launch: 1 },
];

const integrations = ['API', 'Single sign-on'];

/** How far into the product a feature is: what connects it with other systems, what only larger plans hold, the rest. */
export function levelOf({ name, plan }: Feature): 'essential' | 'advanced' | 'integration' {
  if (integrations.includes(name)) return 'integration';
  return plan > 0 ? 'advanced' : 'essential';
}

export const industries = [
  'Road freight',
  'Food wholesale',
  'Building materials',
  'Spare parts',
  'Parcel delivery',
  'Furniture',
  'Medical supplies',
  'Chemicals',
] as const;

/** The vendor's own people who look after accounts. */
export const owners = [
  'Mira Castellan',
  'Tomás Herrera',
  'Zoë Lindqvist',
  'Amara Nwosu',
  'Jonas Weber',
  '林 雅婷',
] as const;
