/** An AUC with its interval, each 0–1. */
export interface Area {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How often a warning was right and wrong. */
export interface Calls {
  /** Called, and it happened; called, and it did not. */
  readonly hits: number;
  readonly alarms: number;
  /** Not called, and it happened all the same; not called, and it did not. */
  readonly missed: number;
  readonly quiet: number;
}

/** The accounts of one segment or stage. */
export interface GroupReading {
  readonly label: string;
  readonly rows: number;
  readonly calls: Calls;
  readonly area: Area | null;
}

/** A band of probabilities, with how many were in it and to how many of those it happened. */
export interface BandReading {
  readonly rows: number;
  readonly happened: number;
  readonly predicted: number;
  readonly observed: number;
  readonly low: number;
  readonly high: number;
}

/** A place on the ROC curve, both 0–1: the share caught, and the share called for nothing. */
export interface CurvePoint {
  readonly alarms: number;
  readonly caught: number;
}

/** The riskiest share, how many times the base rate is in it, and which share of all to whom it happened. */
export interface LiftReading {
  readonly share: number;
  readonly lift: number;
  readonly captured: number | null;
}

/** What came of warning below a score, or would have. */
export interface LineReading {
  readonly score: number;
  readonly calls: Calls;
}

/** How one way to tell the outcome ahead did. */
export interface PredictorReading {
  /** `score`, `equal-weights`, or one that was learned; empty where it is not said. */
  readonly id: string;
  readonly label: string;
  readonly area: Area | null;
  readonly curve: readonly CurvePoint[];
  readonly bands: readonly BandReading[];
  readonly lifts: readonly LiftReading[];
  readonly calls: Calls | null;
  /** What warns, in words; and as a health score, where it is one. */
  readonly says: string | null;
  readonly line: number | null;
  /** What would have come of warning below other scores, lowest first. */
  readonly others: readonly LineReading[];
  readonly segments: readonly GroupReading[];
  readonly stages: readonly GroupReading[];
  /** Why a figure is missing, by its name. */
  readonly why: (name: string) => string | null;
}

/** The check at one distance ahead. */
export interface HorizonReading {
  readonly days: number;
  readonly rows: number;
  readonly accounts: number;
  /** Scores after which the outcome came in time. */
  readonly happened: number;
  /** Accounts to which it came; null where that is not said. */
  readonly outcomes: number | null;
  /** ms since 1970. */
  readonly from: number | null;
  readonly to: number | null;
  readonly verdict: string | null;
  readonly isUseful: boolean | null;
  /** The score itself, where one was checked, before what it is compared with. */
  readonly predictors: readonly PredictorReading[];
  readonly adoption: string | null;
  /** What was learned by weighing features: the three that weigh most. */
  readonly learned: { readonly label: string; readonly weights: readonly WeighedFeature[] } | null;
  /** Of the rows, and of ways to tell. */
  readonly cautions: readonly CautionReading[];
}

/** A feature, and how much more likely more of it makes the outcome: less likely below 0. */
export interface WeighedFeature {
  readonly id: string;
  readonly weight: number;
}

/** What to be careful of, and the labels of the ways to tell that it is said of; none where it is of all. */
export interface CautionReading {
  readonly of: readonly string[];
  readonly sentence: string;
}

/** One weight, as it is and as outcomes would have it. */
export interface WeightReading {
  readonly label: string;
  readonly today: number;
  readonly proposed: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether it tells anything alone; null where nobody can say. */
  readonly hasValue: boolean | null;
}

/** What becomes of the weights. */
export interface WeightsReading {
  readonly advice: string;
  readonly weights: readonly WeightReading[];
  readonly before: Calls | null;
  readonly after: Calls | null;
}

/** All that is said and drawn of a backtest. */
export interface BacktestReading {
  readonly title: string | null;
  readonly outcome: string;
  readonly knownUntil: number | null;
  readonly horizons: readonly HorizonReading[];
  /** Place of the distance ahead that the verdict is about. */
  readonly main: number;
  readonly verdict: string | null;
  readonly cautions: readonly string[];
  readonly weights: WeightsReading | null;
  readonly feedback: { readonly agree: number; readonly disagree: number } | null;
}
