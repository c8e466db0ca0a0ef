/** Child process: renders the pages as a server would, and prints what came of it as JSON. */
import * as components from '@hale/react';
import { createElement, version } from 'react';
import { renderToString } from 'react-dom/server';
import { skilled } from '../backtests.ts';
import { listed, portfolio } from '../portfolios.ts';
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
  /** Of each component that shows a document, by name, with one. */
  readonly widgets: Readonly<Record<string, string>>;
  /** Of each of them with each document no source would let through. */
  readonly hostile: readonly string[];
}

const said: string[] = [];
for (const level of ['error', 'warn'] as const) console[level] = (...words: unknown[]) => said.push(words.join(' '));

const { HaleProvider: _, ...widgets } = components;
/** What those show that show no report: the property, and one to show. */
const documents: Readonly<Record<string, readonly [property: string, document: unknown]>> = {
  HaleBacktest: ['report', skilled()],
  HalePortfolio: ['portfolio', listed(12)],
  HaleScatter: ['portfolio', listed(12)],
  HaleSegmentBars: ['portfolio', portfolio()],
};
const documentOf = (name: string) => documents[name] ?? (['report', ready()] as const);
const shown = (widget: (typeof widgets)[keyof typeof widgets], property: string, document: unknown) =>
  // A page without types may hand anything over.
  renderToString(createElement(widget as typeof components.HaleGauge, { [property]: document }));

const rendered: Rendered = {
  version,
  said,
  globals: ['window', 'document', 'HTMLElement'].filter((name) => name in globalThis),
  pages: pages.map(({ element }) => renderToString(element)),
  widgets: Object.fromEntries(
    Object.entries(widgets).map(([name, widget]) => [name, shown(widget, ...documentOf(name))]),
  ),
  hostile: Object.entries(widgets).flatMap(([name, widget]) =>
    hostile.map(([, document]) => shown(widget, documentOf(name)[0], document)),
  ),
};
process.stdout.write(JSON.stringify(rendered));
