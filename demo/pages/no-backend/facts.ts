/** A fact that the reader may change: a whole number, or nothing where it was not observed. */
export interface EditableFact {
  readonly name: keyof Facts;
  readonly label: string;
  /** What stands behind the field: `%`, `days`. */
  readonly unit?: string;
  readonly least: number;
  readonly most: number;
}

/** All that is known of the account on this page. null is "not observed". */
export interface Facts {
  readonly seats: number | null;
  readonly activeUsers: number | null;
  readonly activeBefore: number | null;
  readonly keyFeaturesUsed: number | null;
  readonly daysActive: number | null;
  readonly urgentTickets: number | null;
  readonly csat: number | null;
  readonly lastTouchpoint: number | null;
  readonly touchpoints: number | null;
  readonly overdueInvoices: number | null;
  readonly nps: number | null;
  readonly riskTags: number | null;
}

export const startingFacts: Facts = {
  seats: 60,
  activeUsers: 41,
  activeBefore: 56,
  keyFeaturesUsed: 3,
  daysActive: 19,
  urgentTickets: 1,
  csat: 82,
  lastTouchpoint: 23,
  touchpoints: 3,
  overdueInvoices: 0,
  nps: null,
  riskTags: 1,
};

/** How many key features the account's plan has. */
export const keyFeatures = 8;

export const editableFacts: readonly EditableFact[] = [
  { name: 'seats', label: 'Seats', least: 1, most: 500 },
  { name: 'activeUsers', label: 'People active in four weeks', least: 0, most: 500 },
  { name: 'activeBefore', label: 'In the four weeks before', least: 0, most: 500 },
  { name: 'keyFeaturesUsed', label: `Key features used, of ${keyFeatures}`, least: 0, most: keyFeatures },
  { name: 'daysActive', label: 'Days with activity, of 28', least: 0, most: 28 },
  { name: 'urgentTickets', label: 'Urgent tickets open for 6 days', least: 0, most: 20 },
  { name: 'csat', label: 'Satisfaction (CSAT)', unit: '%', least: 0, most: 100 },
  { name: 'lastTouchpoint', label: 'Last touchpoint', unit: 'days ago', least: 0, most: 365 },
  { name: 'touchpoints', label: 'Touchpoints in 90 days', least: 0, most: 30 },
  { name: 'overdueInvoices', label: 'Invoices 30 days overdue', least: 0, most: 12 },
  { name: 'nps', label: 'Net promoter score (NPS)', least: -100, most: 100 },
  { name: 'riskTags', label: 'Risk tags, such as “champion left”', least: 0, most: 5 },
];
