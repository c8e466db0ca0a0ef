import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import type { Cursors } from './accounts/cursor.ts';
import { type PortfolioBacktest, portfolioBacktest } from './backtest/portfolio-backtest.ts';
import { Problem, problemAnswer } from './http/problem.ts';
import { securityHeaders } from './http/security-headers.ts';
import type { Portfolio } from './portfolio.ts';
import { type PortfolioReadings, portfolioReadings } from './reading/portfolio-readings.ts';
import { accountData } from './routes/account-data.ts';
import { accountAdoption, accountHealth } from './routes/account-health.ts';
import { accountList } from './routes/account-list.ts';
import { backtest } from './routes/backtest.ts';
import { feedback, mostBytes, tooLong } from './routes/feedback.ts';
import { healthBatch } from './routes/health-batch.ts';
import { modelDocument } from './routes/model-document.ts';
import { modelList, observations } from './routes/observations.ts';
import { oneAccount } from './routes/one-account.ts';
import { pageRoutes } from './routes/pages.ts';
import { portfolioSummary } from './routes/portfolio-summary.ts';

export interface Dependencies {
  readonly portfolio: Portfolio;
  /** What each model asks of the portfolio; read for this application alone when absent. */
  readonly readings?: PortfolioReadings;
  /** What its scores told; made for this application alone when absent. */
  readonly made?: PortfolioBacktest;
  readonly cursors: Cursors;
  /** The folder of the built pages; null where they are not built. */
  readonly pages: string | null;
  /** Told of errors that nobody foresaw. */
  readonly logError: (error: unknown) => void;
}

/** The API and the pages, as one application that answers requests. */
export function createApp({ portfolio, readings, made, cursors, pages, logError }: Dependencies): Hono {
  const checked = made ?? portfolioBacktest(portfolio);
  const app = new Hono();
  app.use(securityHeaders, compress(), etag());
  app.use(async (context, next) => {
    await next();
    // Kept, but asked for again each time: the tag then says whether it is still the same.
    context.header('cache-control', 'no-cache');
  });

  app.get('/v1/accounts', accountList(portfolio, cursors));
  app.get('/v1/accounts/:id', oneAccount(portfolio));
  app.get('/v1/accounts/:id/health', accountHealth(portfolio));
  app.get('/v1/accounts/:id/adoption', accountAdoption(portfolio));
  app.get('/v1/accounts/:id/data', accountData(portfolio));
  app.post(
    '/v1/accounts/:id/feedback',
    bodyLimit({ maxSize: mostBytes, onError: tooLong }),
    feedback(portfolio, checked),
  );
  app.get('/v1/health', healthBatch(portfolio));
  app.get('/v1/portfolio', portfolioSummary(portfolio));
  app.get('/v1/models', modelList(portfolio));
  app.get('/v1/observations', observations(portfolio, readings ?? portfolioReadings(portfolio)));
  app.get('/v1/model', modelDocument(portfolio));
  app.get('/v1/backtest', backtest(checked));
  if (pages !== null) app.route('/', pageRoutes(pages, portfolio));

  app.notFound(({ req }) => {
    const read = req.method === 'GET' || req.method === 'HEAD';
    const problem = read
      ? nothingAt(req.path, pages)
      : new Problem('wrong-method', `${req.method} is not known here: use GET.`);
    return problemAnswer(problem, req.path);
  });
  app.onError((error, { req }) => {
    if (error instanceof Problem) return problemAnswer(error, req.path);
    logError(error);
    const sorry = new Problem(
      'unexpected',
      'The server could not answer this; its log says why. Trying again may help.',
    );
    return problemAnswer(sorry, req.path);
  });
  return app;
}

function nothingAt(path: string, pages: string | null): Problem {
  return new Problem(
    'unknown-address',
    pages === null && !path.startsWith('/v1/')
      ? 'The pages are not built: run "npm run build", then start the demo again.'
      : `There is nothing at ${path}.`,
  );
}
