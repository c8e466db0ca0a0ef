/** Whether the first may be given where the second is wanted. */
type Fits<Given, Wanted> = Given extends Wanted ? true : false;

/** Whether a framework's gauge takes what it must not: words for a score, text for a report, no layout of its own, another detail. */
export type Wrong<Gauge, Error extends string> = [
  Fits<{ score: 'many' }, Gauge>,
  Fits<{ report: '{}' }, Gauge>,
  Fits<{ layout: 'column' }, Gauge>,
  Fits<{ [Name in Error]: (event: CustomEvent<{ cause: string }>) => void }, Gauge>,
];
