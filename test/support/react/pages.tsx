import {
  HaleActivityDots,
  HaleBreakdown,
  HaleGauge,
  HaleProvider,
  HaleRiskFlags,
  HaleTrendLine,
  HaleWhatChanged,
} from '@hale/react';
import type { HTMLAttributes, ReactElement } from 'react';
import { fourWeeksBefore } from '../change.ts';
import { ready } from '../reports.ts';

/** A piece of React, and the HTML a server makes of it. */
export interface Page {
  readonly name: string;
  readonly element: ReactElement<HTMLAttributes<HTMLElement>>;
  /** Written by hand; the same for React 18 and 19. */
  readonly html: string;
}

const report = ready();
const source = { subscribe: () => () => undefined };
const nothing = () => undefined;

export const pages: readonly Page[] = [
  {
    name: 'attributes',
    element: <HaleGauge score={62} label="Acme" timeZone="Europe/Brussels" asOf={null} />,
    html: '<hale-gauge time-zone="Europe/Brussels" label="Acme" score="62">Acme: 62 of 100, Watch</hale-gauge>',
  },
  {
    name: 'objects and handlers, which HTML cannot say',
    element: <HaleGauge report={report} tiers={report.tiers} source={source} onHaleReport={nothing} />,
    html: '<hale-gauge>Averlund Freight: 62 of 100, Watch</hale-gauge>',
  },
  {
    name: 'what any element takes',
    element: <HaleGauge score={0} label="Acme" id="g" className="wide" data-row="4" aria-busy hidden={false} inert />,
    html: '<hale-gauge id="g" data-row="4" aria-busy="true" label="Acme" score="0" inert="" class="wide">Acme: 0 of 100, At risk</hale-gauge>',
  },
  {
    name: 'words of the page’s own',
    element: (
      <HaleGauge score={62} label="Acme">
        Gezondheid: <b>62</b>
      </HaleGauge>
    ),
    html: '<hale-gauge label="Acme" score="62">Gezondheid: <b>62</b></hale-gauge>',
  },
  {
    name: 'numbers that are none',
    element: <HaleGauge score={Number.NaN} change={Number.POSITIVE_INFINITY} label="Acme" />,
    html: '<hale-gauge label="Acme">Acme</hale-gauge>',
  },
  { name: 'nothing', element: <HaleGauge />, html: '<hale-gauge></hale-gauge>' },
  {
    name: 'a provider',
    element: (
      <HaleProvider source={source}>
        <HaleGauge account="acme" label="Acme" />
        <p>between</p>
      </HaleProvider>
    ),
    html: '<hale-provider><hale-gauge account="acme" label="Acme">Acme</hale-gauge><p>between</p></hale-provider>',
  },
  {
    name: 'a trend',
    element: <HaleTrendLine scores="62 64 null 70" start="2026-01-05" step="7d" label="Acme" />,
    html: '<hale-trend-line label="Acme" scores="62 64 null 70" start="2026-01-05" step="7d">Acme: 70 of 100, Healthy. Up 8 in 21 days.</hale-trend-line>',
  },
  {
    name: 'dots',
    element: <HaleActivityDots report={report} max={3} />,
    html: '<hale-activity-dots max="3">Dock A, Dock B and 3 more have gone quiet</hale-activity-dots>',
  },
  {
    name: 'breakdown',
    element: <HaleBreakdown report={report} />,
    html: '<hale-breakdown>Averlund Freight: 62 of 100, Watch. Adoption gives 18.9 of its 35 points, Service 9.0 of 20</hale-breakdown>',
  },
  {
    name: 'what changed',
    element: <HaleWhatChanged report={report} earlier={fourWeeksBefore()} />,
    html: '<hale-what-changed>Averlund Freight: Down 8.9: the customer −6.5, what we can see −2.4</hale-what-changed>',
  },
  {
    name: 'flags',
    element: <HaleRiskFlags report={report} />,
    html: '<hale-risk-flags>Risk flags: Three, two of them high. Active users 27% below usual. Urgent ticket open 6 days. Champion changed role.</hale-risk-flags>',
  },
];
