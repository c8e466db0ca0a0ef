import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Portfolio } from '../portfolio.ts';

/** The addresses of pages other than their files' names; one page serves all accounts. */
const files: Readonly<Record<string, string>> = {
  '/accounts/:id': 'account.html',
  '/customers/:id': 'customer.html',
  '/no-backend': 'no-backend.html',
  '/react': 'react.html',
};

/** The built pages in the folder `root`, and the way from `/customers` to one of them. */
export function pageRoutes(root: string, { session }: Portfolio): Hono {
  const app = new Hono();
  for (const [address, path] of Object.entries(files)) app.get(address, serveStatic({ root, path }));
  app.get('/accounts', (context) => context.redirect('/'));
  app.get('/customers', async (context) => {
    const [largest] = await session.rows<{ id: string }>(
      `SELECT account_id AS id FROM summaries WHERE ended IS NULL ORDER BY active_users DESC NULLS LAST, account_id LIMIT 1`,
    );
    return largest ? context.redirect(`/customers/${encodeURIComponent(largest.id)}`) : context.notFound();
  });
  app.use(serveStatic({ root }));
  return app;
}
