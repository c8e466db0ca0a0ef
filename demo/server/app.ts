import { Hono, type MiddlewareHandler } from 'hono';
import { except } from 'hono/combine';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import type { Cursors } from './accounts/cursor.ts';
import { type PortfolioBacktest, portfolioBacktest } from './backtest/portfolio-backtest.ts';
import type { Store } from './database/session.ts';
import { admit, identify } from './http/access.ts';
import { errorsAlone, logLine } from './http/log-line.ts';
import { otherOrigins } from './http/other-origins.ts';
import { Problem, problemAnswer } from './http/problem.ts';
import { limitRate, limitRateOfAddress, type Rate, usualMintRate, usualRate } from './http/rate-limit.ts';
import { securityHeaders } from './http/security-headers.ts';
import { unanswered } from './http/unanswered.ts';
import { type ChangeLog, changeLog } from './live/change-log.ts';
import type { Described } from './openapi/operation.ts';
import type { Portfolio } from './portfolio.ts';
import { type PortfolioReadings, portfolioReadings } from './reading/portfolio-readings.ts';
import { openApiDocument } from './routes/openapi-document.ts';
import { pageRoutes } from './routes/pages.ts';
import { apiRoutes } from './routes/routes.ts';
import { type Allows, everybody, sessionToken } from './routes/session-token.ts';
import type { Tokens } from './tokens/tokens.ts';

export interface Dependencies {
  readonly portfolio: Portfolio;
  /** What each model asks of the portfolio; read for this application alone when absent. */
  readonly readings?: PortfolioReadings;
  /** What its scores told; made for this application alone when absent. */
  readonly made?: PortfolioBacktest;
  readonly cursors: Cursors;
  readonly tokens: Tokens;
  /** Where events are taken in: the portfolio's own database. */
  readonly store: Store;
  /** Told which reports change, for those who listen; nobody tells of any when absent. */
  readonly changes?: ChangeLog;
  /** Told when events were taken in, so that their accounts are scored again; nobody is when absent. */
  readonly touched?: () => void;
  /** How often one subject is answered; as is usual when absent. */
  readonly rate?: Rate;
  /** How often one address is given tokens; as is usual when absent. */
  readonly mintRate?: Rate;
  /** Other origins whose pages may read the API, with tokens that were minted for them; none when absent. */
  readonly origins?: readonly string[];
  /** Who may have which token; everybody any of them when absent. */
  readonly allows?: Allows;
  /** The folder of the built pages; null where they are not built. */
  readonly pages: string | null;
  /** Told of errors that nobody foresaw: where, and of what kind, and nothing that an account or a token is in. */
  readonly logError: (line: string) => void;
}

/** The API and the pages, as one application that answers requests. */
export function createApp(dependencies: Dependencies): Hono {
  const { portfolio, cursors, tokens, allows = everybody, pages, logError } = dependencies;
  const {
    rate = usualRate,
    mintRate = usualMintRate,
    origins = [],
    touched = () => {},
    changes = changeLog(Date.now),
  } = dependencies;
  const { readings = portfolioReadings(portfolio), made = portfolioBacktest(portfolio) } = dependencies;
  const intake = { store: dependencies.store, made, readings, touched, now: Date.now };
  const app = new Hono();
  app.use(errorsAlone, securityHeaders, compress());
  // A tag is made of a whole answer, and a stream is none before its end.
  app.use(except('/v1/stream', etag()));
  app.use(async (context, next) => {
    await next();
    // Kept, but asked for again each time: the tag then says whether it is still the same.
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-cache');
  });

  const minting = { method: 'POST', path: '/session/token', access: null, ...sessionToken(tokens, allows) } as const;
  const routes = apiRoutes({ portfolio, readings, made, cursors, changes, streams: rate.streams ?? 1000, intake });
  const document = openApiDocument([minting, ...routes]);
  const add = ({ method, path, answer }: Described, ...before: readonly MiddlewareHandler[]) =>
    app.on(method, [path], ...before, ...answer);
  add(minting, limitRateOfAddress(mintRate));
  add(document);
  app.use('/v1/*', otherOrigins(origins), forBearer, identify(tokens), limitRate(rate));
  for (const route of routes) add(route, admit(route.access));
  if (pages !== null) app.route('/', pageRoutes(pages, portfolio));

  app.notFound(unanswered([minting, document, ...routes], pages !== null));
  app.onError((error, context) => {
    const { req } = context;
    if (error instanceof Problem) return problemAnswer(error, req.path);
    logError(logLine(context, error));
    const sorry = new Problem(
      'unexpected',
      'The server could not answer this; its log says why. Trying again may help.',
    );
    return problemAnswer(sorry, req.path);
  });
  return app;
}

/** What one bearer was answered is kept by nobody between, and given to no other. */
const forBearer: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('cache-control', 'private, no-cache');
  context.header('vary', 'Authorization', { append: true });
};
