import type { ActivityRow, Contribution, Report, ReportDimension, Signal } from '@hale/core/report';
import { asOf, before, yearOfWeeks } from './weeks.ts';

interface Part {
  readonly id: string;
  readonly label: string;
  /** Points it gives, of how many. */
  readonly points: number;
  readonly of: number;
  readonly sentence: string;
  /** What was read; the points where it is not told. */
  readonly read?: Partial<Pick<Contribution, 'value' | 'unit' | 'said' | 'parts'>>;
}

const share = (part: number, whole: number) => ({
  value: part / whole,
  unit: 'percent' as const,
  parts: { part, whole },
});

const parts: Record<string, readonly Part[]> = {
  Adoption: [
    {
      id: 'seat-use',
      label: 'Seats in use',
      points: 11.3,
      of: 14,
      sentence: '41 of 60 seats are in use.',
      read: share(41, 60),
    },
    {
      id: 'key-features',
      label: 'Key features',
      points: 3,
      of: 8,
      sentence: '3 of 8 key features are used.',
      read: share(3, 8),
    },
    { id: 'breadth', label: 'Breadth', points: 1.9, of: 7, sentence: '3 of 6 teams are active.', read: share(3, 6) },
    {
      id: 'frequency',
      label: 'Frequency',
      points: 2.7,
      of: 6,
      sentence: 'Active on 9 of 20 working days.',
      read: share(9, 20),
    },
  ],
  Service: [
    {
      id: 'open-urgent',
      label: 'Urgent ticket',
      points: 4.5,
      of: 10,
      sentence: 'Open for 6 days; the limit is 3.',
      read: { value: 6, unit: 'days' },
    },
    {
      id: 'csat',
      label: 'Satisfaction',
      points: 4.5,
      of: 10,
      sentence: '4.1 of 5 over 34 answers.',
      read: { value: 4.1 },
    },
  ],
  Relationship: [
    { id: 'touchpoints', label: 'Touchpoints', points: 8.6, of: 10, sentence: '7 in 90 days.', read: { value: 7 } },
    {
      id: 'last-review',
      label: 'Business review',
      points: 7,
      of: 10,
      sentence: 'Held 23 days ago.',
      read: { value: 23, unit: 'days' },
    },
  ],
  Financial: [
    { id: 'payment', label: 'Payment', points: 13.5, of: 15, sentence: 'No invoice is overdue.', read: { value: 0 } },
  ],
  Sentiment: [
    {
      id: 'tags',
      label: 'Confidence tags',
      points: 5,
      of: 10,
      sentence: 'Champion changed role.',
      read: { said: 'champion changed role' },
    },
  ],
};

/** Share of the model's weight that NPS has, and that is handed to the rest of Sentiment while it is missing. */
const npsWeight = 0.08;

function contribution(dimension: string, part: Part): Contribution {
  return {
    id: part.id,
    dimension: dimension.toLowerCase(),
    label: part.label,
    measure: part.id,
    value: part.points,
    unit: 'number',
    at: asOf,
    normalized: (part.points / part.of) * 100,
    weight: dimension === 'Sentiment' ? part.of / 100 - npsWeight : part.of / 100,
    effectiveWeight: part.of / 100,
    points: part.points,
    status: 'observed',
    missing: null,
    sentence: part.sentence,
    ...part.read,
  };
}

const nps: Contribution = {
  ...contribution('Sentiment', { id: 'nps', label: 'NPS', points: 0, of: 10, sentence: 'Not observed for 189 days.' }),
  value: null,
  at: before(189),
  normalized: null,
  weight: npsWeight,
  effectiveWeight: 0,
  points: 0,
  status: 'stale',
  missing: 'exclude',
};

function dimension([label, own]: [string, readonly Part[]]): ReportDimension {
  const of = own.reduce((sum, part) => sum + part.of, 0);
  const points = own.reduce((sum, part) => sum + part.points, 0);
  return {
    id: label.toLowerCase(),
    label,
    weight: of / 100,
    effectiveWeight: of / 100,
    score: (points / of) * 100,
    points,
    coverage: label === 'Sentiment' ? 1 - (npsWeight * 100) / of : 1,
  };
}

const signals: Signal[] = [
  {
    id: 'active-drop',
    label: 'Active users 27% below usual',
    effect: 'risk',
    severity: 'high',
    evidence: [
      {
        subject: 'activeChange',
        label: 'Active users a week',
        value: -0.27,
        unit: 'percent',
        at: asOf,
        parts: { now: 41, before: 56 },
        is: 'lt',
        threshold: -0.2,
        sentence: '41 a week, usually 56.',
      },
    ],
    since: before(11),
    playbook: 're-engage',
  },
  {
    id: 'urgent-open',
    label: 'Urgent ticket open 6 days',
    effect: 'risk',
    severity: 'high',
    evidence: [
      {
        subject: 'openUrgent',
        label: 'Days open',
        value: 6,
        unit: 'days',
        at: before(3),
        is: 'gt',
        threshold: 3,
        sentence: 'The limit is 3; last reply 11 Nov.',
      },
    ],
    since: before(3),
    playbook: 'escalate',
  },
  {
    id: 'champion-left',
    label: 'Champion changed role',
    effect: 'risk',
    severity: 'medium',
    evidence: [
      {
        subject: 'tag',
        label: 'Tag',
        value: 'champion-left',
        unit: 'number',
        at: before(16),
        is: 'eq',
        threshold: 'champion-left',
        sentence: 'Tagged by the account owner, 29 Oct.',
      },
    ],
    since: before(16),
    playbook: 'find-a-sponsor',
  },
  {
    id: 'exports-adopted',
    label: 'Exports used by 88% of entitled people',
    effect: 'growth',
    severity: 'medium',
    evidence: [
      {
        subject: 'featureUse',
        label: 'Share of entitled people',
        value: 0.88,
        unit: 'percent',
        at: asOf,
        is: 'gt',
        threshold: 0.85,
        sentence: 'Above 85% for 8 weeks.',
      },
    ],
    since: before(56),
    playbook: null,
  },
];

const people: readonly (readonly [string, string])[] = [
  ['Dispatch lead', '9.7.54.8678..86877..6586.'],
  ['Planner 1', '5.33.67645..64535..3345..'],
  ['Planner 2', 'j9g8h..hk9gf..gg8hk..j9gk.'],
  ['Warehouse lead', '42354..3413...2.13..22.41'],
  ['Dock A', '9876543........'],
  ['Dock B', '4.6.3..5.......'],
  ['Returns', '2.........'],
  ['Finance 1', '..1......2.......1'],
  ['Support 1', '1'],
];

/** One digit, or letter from a = 10, a day; a dot or nothing for a day of rest. The 12th was not recorded. */
function row([label, drawn]: readonly [string, string]): ActivityRow {
  const counts = Array.from({ length: 28 }, (_, i) => (i === 12 ? null : Number.parseInt(drawn[i] ?? '.', 36) || 0));
  return {
    id: label.toLowerCase().replaceAll(' ', '-'),
    label,
    counts,
    key: counts.map((count) => (count !== null && count >= 5 ? 1 : 0)),
  };
}

/** A mature account that fell from 74 to 62: 92 % observed, three risk flags, one growth signal, a gap in June. */
export const averlund: Report = {
  schema: 'hale.report/1',
  account: { id: 'averlund', name: 'Averlund Freight' },
  asOf,
  model: { id: 'b2b-saas', version: '5' },
  score: 62,
  reason: null,
  tier: 'watch',
  tiers: [
    { id: 'at-risk', label: 'At risk', from: 0, tone: 'at-risk' },
    { id: 'watch', label: 'Watch', from: 40, tone: 'watch' },
    { id: 'healthy', label: 'Healthy', from: 70, tone: 'healthy' },
  ],
  coverage: 0.92,
  minimumCoverage: 0.5,
  possible: { low: 57, high: 65 },
  dimensions: Object.entries(parts).map(dimension),
  contributions: [...Object.entries(parts).flatMap(([name, own]) => own.map((part) => contribution(name, part))), nps],
  trend: {
    points: yearOfWeeks.map((score, week) => ({
      at: before((yearOfWeeks.length - 1 - week) * 7),
      score,
      version: week > 49 ? '5' : '4',
    })),
    days: 28,
    earlier: { at: before(28), score: 74 },
    change: -12,
    direction: 'down',
  },
  activity: {
    start: before(27).slice(0, 10),
    days: 28,
    grids: [{ by: 'user', label: 'People', rows: people.map(row), more: 0 }],
  },
  signals,
  playbooks: [
    {
      id: 're-engage',
      label: 'Re-engage',
      steps: ['Review the account', 'Record what changed in usage', 'Agree a plan with the Warehouse lead'],
      because: ['active-drop', 'watch'],
    },
    { id: 'escalate', label: 'Escalate', steps: ['Name an owner for the ticket'], because: ['urgent-open'] },
    { id: 'find-a-sponsor', label: 'Find a sponsor', steps: ['Ask who follows'], because: ['champion-left'] },
  ],
};
