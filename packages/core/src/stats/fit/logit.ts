/** The logistic function, 0…1, of log odds. */
export const expit = (logOdds: number): number =>
  logOdds >= 0 ? 1 / (1 + Math.exp(-logOdds)) : Math.exp(logOdds) / (1 + Math.exp(logOdds));

/** The log odds of a probability; ±Infinity of 0 and 1. */
export const logit = (p: number): number => Math.log(p) - Math.log1p(-p);

/** −ln of the probability that log odds give to what came, without loss for the largest of them. */
export const surprise = (logOdds: number, happened: boolean): number => {
  const against = happened ? -logOdds : logOdds;
  return Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against)));
};
