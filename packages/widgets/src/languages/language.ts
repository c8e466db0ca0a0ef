import type { sourceMessages } from '../source/source.messages.ts';
import type { heatMessages } from '../ui/grid.messages.ts';
import { setWords, type Translated } from '../ui/messages.ts';
import type { observedMessages } from '../ui/observed.messages.ts';
import type { stateMessages } from '../ui/state.messages.ts';
import type { summaryMessages } from '../ui/summary.messages.ts';
import type { tableMessages } from '../ui/table.messages.ts';
import type { activityMessages } from '../widgets/activity-dots/activity-dots.messages.ts';
import type { breakdownMessages } from '../widgets/breakdown/breakdown.messages.ts';
import type { gaugeMessages } from '../widgets/gauge/gauge.messages.ts';
import type { playbookMessages } from '../widgets/playbook/playbook.messages.ts';
import type { portfolioMessages } from '../widgets/portfolio/portfolio.messages.ts';
import type { flagMessages } from '../widgets/risk-flags/risk-flags.messages.ts';
import type { roleMessages } from '../widgets/role-view/role-view.messages.ts';
import type { scatterMessages } from '../widgets/scatter/scatter.messages.ts';
import type { segmentMessages } from '../widgets/segment-bars/segment-bars.messages.ts';
import type { statusMessages } from '../widgets/status/status.messages.ts';
import type { trendMessages } from '../widgets/trend-line/trend-line.messages.ts';
import type { changeMessages } from '../widgets/what-changed/what-changed.messages.ts';

type WordsOf<Set extends { readonly english: object }> = Translated<Set['english']>;

/**
 * All that the widgets say in one language, by the names of their sets: a word that is missing is an error of types.
 * What <hale-backtest> says is not among it.
 */
export interface Language {
  readonly observed: WordsOf<typeof observedMessages>;
  readonly state: WordsOf<typeof stateMessages> & WordsOf<typeof sourceMessages>;
  readonly summary: WordsOf<typeof summaryMessages>;
  readonly table: WordsOf<typeof tableMessages>;
  readonly gauge: WordsOf<typeof gaugeMessages>;
  readonly status: WordsOf<typeof statusMessages>;
  readonly 'trend-line': WordsOf<typeof trendMessages>;
  readonly 'activity-dots': WordsOf<typeof activityMessages>;
  readonly breakdown: WordsOf<typeof breakdownMessages>;
  readonly 'what-changed': WordsOf<typeof changeMessages>;
  readonly playbook: WordsOf<typeof playbookMessages>;
  readonly 'heat-map': WordsOf<typeof heatMessages>;
  readonly scatter: WordsOf<typeof scatterMessages>;
  readonly 'segment-bars': WordsOf<typeof segmentMessages>;
  readonly 'role-view': WordsOf<typeof roleMessages>;
  readonly portfolio: WordsOf<typeof portfolioMessages>;
  readonly 'risk-flags': WordsOf<typeof flagMessages>;
}

/** Gives the widgets on the page a whole language, such as `pt` or `pt-BR`; those in it are drawn anew. */
export function setLanguage(lang: string, words: Language): void {
  setWords(lang, { ...words });
}
