import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Portfolio } from '../portfolio.ts';

/** The addresses of pages other than their files' names; one page serves all accounts. */
const files: Readonly<Record<string, string>> = {
  '/accounts/:id': 'account.html',
  '/customers/:id': 'customer.html',
  '/model': 'model.html',
  '/backtest': 'backtest.html',
  '/no-backend': 'no-backend.html',
  '/react': 'react.html',
  '/api': 'api.html',
  '/gallery': 'gallery.html',
};

/** The built pages in the folder `root`, and the way from `/customers` to one of them. */
export function pageRoutes(root: string, { session }: Portfolio): Hono {
  const app = new Hono();
  for (const [address, path] of Object.entries(files)) app.get(address, serveStatic({ root, path }));
  app.get('/accounts', (context) => context.redirect('/'));
  app.get('/customers', async (context) => {
    // One with enough people to see something, and few enough to tell their days apart.
    const [customer] = await session.rows<{ id: string }>(
      `SELECT account_id AS id FROM summaries WHERE ended IS NULL
       ORDER BY abs(coalesce(active_users, 0) - 20), account_id LIMIT 1`,
    );
    return customer ? context.redirect(`/customers/${encodeURIComponent(customer.id)}`) : context.notFound();
  });
  app.use(serveStatic({ root }));
  return app;
}
