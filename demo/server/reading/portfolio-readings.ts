import type { Model } from '@hale/core';
import type { Portfolio } from '../portfolio.ts';
import { type PortfolioReading, readPortfolio } from './read-portfolio.ts';

/** What each model asks of all customers. The records end at one instant, so each is read once, until events come in. */
export interface PortfolioReadings {
  of(model: Model): Promise<PortfolioReading>;
  /** The records have changed: what was read is read anew. */
  forget(): void;
  /** Reads what is not read yet, one model after another, until it is told to stop; resolves when nothing is being read. */
  readAhead(models: readonly Model[], stop: AbortSignal): Promise<void>;
}

/** The readings of a portfolio; none is read before somebody asks. */
export function portfolioReadings(portfolio: Portfolio): PortfolioReadings {
  const readings = new Map<string, Promise<PortfolioReading>>();
  const of = (model: Model): Promise<PortfolioReading> => {
    const reading = readings.get(model.id) ?? readPortfolio(portfolio, model);
    readings.set(model.id, reading);
    // What failed is tried again by whoever asks next.
    reading.catch(() => readings.delete(model.id));
    return reading;
  };
  return {
    of,
    forget: () => readings.clear(),
    async readAhead(models, stop) {
      // Whoever asks for one that fails is told why.
      for (const model of models) if (!stop.aborted) await of(model).catch(() => {});
    },
  };
}
