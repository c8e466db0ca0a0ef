/** Child process: renders the pages as a server would, and prints what came of it as JSON. */
import * as components from '@hale/react';
import { createElement, version } from 'react';
import { renderToString } from 'react-dom/server';
import { skilled } from '../backtests.ts';
import { hostile, ready } from '../reports.ts';
import { pages } from './pages.tsx';

/** What the process prints. */
export interface Rendered {
  readonly version: string;
  /** What was said on the console. */
  readonly said: readonly string[];
  /** Globals of a page that exist after the import. */
  readonly globals: readonly string[];
  readonly pages: readonly string[];
  /** Of each component that shows a report or a backtest, by name, with one. */
  readonly widgets: Readonly<Record<string, string>>;
  /** Of each of them with each report no source would let through. */
  readonly hostile: readonly string[];
}

const said: string[] = [];
for (const level of ['error', 'warn'] as const) console[level] = (...words: unknown[]) => said.push(words.join(' '));

const { HaleProvider: _, ...widgets } = components;
const withReport = (widget: (typeof widgets)[keyof typeof widgets], report: unknown) =>
  // A page without types may hand anything over.
  renderToString(createElement(widget as typeof components.HaleGauge, { report } as components.HaleGaugeProps));

const rendered: Rendered = {
  version,
  said,
  globals: ['window', 'document', 'HTMLElement'].filter((name) => name in globalThis),
  pages: pages.map(({ element }) => renderToString(element)),
  widgets: Object.fromEntries(
    Object.entries(widgets).map(([name, widget]) => [
      name,
      withReport(widget, name === 'HaleBacktest' ? skilled() : ready()),
    ]),
  ),
  hostile: Object.values(widgets).flatMap((widget) => hostile.map(([, report]) => withReport(widget, report))),
};
process.stdout.write(JSON.stringify(rendered));
