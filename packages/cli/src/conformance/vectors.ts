/** What a case gives; what it leaves out is that of its file. */
export interface Given {
  readonly model?: unknown;
  readonly account?: unknown;
  readonly now?: unknown;
  /** For `customerView`. */
  readonly policy?: unknown;
  /** For `rollUp`: the accounts that belong to `account`. */
  readonly children?: readonly unknown[];
  /** For `compareReports` and `diffModels`: what was otherwise before; the rest is as it is after. */
  readonly before?: Given;
  /** For `sensitivity`: the accounts that are scored, and the points that weights are tried with. */
  readonly accounts?: readonly unknown[];
  readonly by?: number;
  /** For `dueReviews`: when each part of the model was last looked at. */
  readonly last?: unknown;
  /** For `migrateModel`: a model of an older format. */
  readonly document?: unknown;
}

/** One case: what is given, what was worked out by hand, and the whole answer. */
export interface Case extends Given {
  readonly name: string;
  readonly why: string;
  /** A part of the answer, derived by hand. */
  readonly expect: unknown;
  readonly answer?: unknown;
}

/** What can be asked of a case. */
export type Ask =
  | 'buildReport'
  | 'customerView'
  | 'rollUp'
  | 'compareReports'
  | 'explainReport'
  | 'diffModels'
  | 'dueReviews'
  | 'migrateModel'
  | 'sensitivity'
  | 'refuse';

/** Cases of one subject. */
export interface Vectors extends Given {
  readonly asks: Ask;
  readonly intent: string;
  readonly cases: readonly Case[];
}

/** What a case is about, with what its file gives. */
export function givenOf({ asks: _, intent: __, cases: ___, ...shared }: Vectors, one: Case): Given {
  return { ...shared, ...one };
}
