'use client';

// Written by `npm run build` from the element: change it there.
import { HeatMap } from '@hale/widgets';
import '@hale/widgets/define/heat-map.js';
import { type Handler, type HostProps, wrap } from '../wrap.ts';

/** Props of `HaleHeatMap`. */
export interface HaleHeatMapProps extends HostProps<HeatMap> {
  /** A report, or a customer's view, at hand. It goes before a source, which goes before `grid`. */
  report?: HeatMap['report'] | undefined;
  /** A source of this widget's own. */
  source?: HeatMap['source'] | undefined;
  /** Id of the account to show, with a source of one's own or of `<hale-provider>`. */
  account?: HeatMap['account'] | undefined;
  /** In which the report's date is written: an IANA name, `UTC` by default. The weeks themselves are UTC. */
  timeZone?: HeatMap['timeZone'] | undefined;
  /** What the figures are; "Feature use" where absent. */
  label?: HeatMap['label'] | undefined;
  /** Which activity of the report is shown by weeks, by what its rows are told apart by; `feature` by default. */
  by?: HeatMap['by'] | undefined;
  /** Rows drawn at most, 15 by default; the table has them all. */
  max?: HeatMap['max'] | undefined;
  /** Figures of one's own, by teams, segments or anything else: `hale.grid/1`, see `parseGrid` of `@hale/core`. */
  grid?: HeatMap['grid'] | undefined;
  /** Another report is shown. */
  onHaleReport?: Handler<'hale-report'> | undefined;
  /** A report did not come, or cannot be read. */
  onHaleError?: Handler<'hale-error'> | undefined;
}

/**
 * How much each feature is used, by week, or by whatever a grid of one's own tells apart: a number in every cell, five
 * steps of one colour, the most used first. Zero is outlined, and what was not measured dashed. Read by pointer, by
 * keyboard, or as a table.
 */
export const HaleHeatMap = wrap<HeatMap, HaleHeatMapProps>({
  name: 'HaleHeatMap',
  tag: 'hale-heat-map',
  properties: {
    report: null,
    source: null,
    account: 'account',
    timeZone: 'time-zone',
    label: 'label',
    by: 'by',
    max: 'max',
    grid: null,
  },
  events: { onHaleReport: 'hale-report', onHaleError: 'hale-error' },
  fallback: HeatMap.fallback,
});
