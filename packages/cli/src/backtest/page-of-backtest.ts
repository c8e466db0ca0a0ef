import { createHash } from 'node:crypto';
import type { BacktestReport } from '@hale/core/validation';
import { type BacktestPageOptions, backtestPage } from '@hale/widgets/backtest-page.js';
import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';

/** A whole HTML document, and the policy that it holds itself to. */
export interface PageDocument {
  readonly html: string;
  /** A content security policy under which it shows everything: its one stylesheet, by its hash, and nothing else. */
  readonly policy: string;
}

/** A backtest as one HTML file that needs no script and no network, drawn by what draws `<hale-backtest>`. */
export function pageOfBacktest(report: BacktestReport, options: BacktestPageOptions = {}): PageDocument {
  const { title, styles, body } = backtestPage(report, options);
  const { lang = 'en', dir = 'ltr' } = options;
  const hash = createHash('sha256').update(styles).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const html = `<!doctype html>
<html lang="${escaped(lang)}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${styles}</style>
</head>
<body>
${withoutMarks(collectResultSync(render(body)))}
</body>
</html>
`;
  return { html, policy };
}

/** The places that lit would find again in a page with scripts; no text has a `<` of its own. */
const withoutMarks = (html: string): string => html.replace(/<!--\/?lit-[^>]*-->|<\?>/g, '');

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
