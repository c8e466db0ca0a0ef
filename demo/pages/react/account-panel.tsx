import { HaleActivityDots, HaleGauge, HaleProvider, HaleRiskFlags, HaleTrendLine } from '@hale/react';
import type { ReportDetail } from '@hale/widgets';
import { createHealthClient } from '@hale/widgets/client.js';
import { useState } from 'react';
import { nearby } from '../host/nearby.ts';
import { Choices } from './choices.tsx';
import { token } from './token.ts';

const source = createHealthClient({
  baseUrl: '/',
  subject: 'staff',
  stream: 'v1/stream',
  attention: nearby,
  fetchToken: token,
});
const themes = { page: 'As the page', light: 'Light', dark: 'Dark' };

const nameOf = (target: EventTarget | null) => (target instanceof Element ? `<${target.localName}>` : 'A widget');

/** What a report's activity is told by, with the words for it. */
function gridsOf({ activity }: ReportDetail['report']): Readonly<Record<string, string>> {
  const named = (activity?.grids ?? []).map((grid) => [grid?.by ?? '', grid?.label ?? '']);
  return Object.fromEntries(named);
}

/** One account with every widget; `onNews` is told what the widgets say has happened. */
export function AccountPanel({ account, onNews }: { account: string; onNews: (news: string) => void }) {
  const [by, setBy] = useState('user');
  const [grids, setGrids] = useState<Readonly<Record<string, string>>>({});
  const shown = by in grids ? by : (Object.keys(grids)[0] ?? by);
  const [theme, setTheme] = useState<keyof typeof themes>('page');

  return (
    <HaleProvider
      className="panel"
      data-theme={theme}
      source={source}
      onHaleReport={({ target, detail: { report } }) => {
        setGrids(gridsOf(report));
        const score = report.score == null ? 'no score' : `${Math.round(report.score)} of 100`;
        onNews(`${nameOf(target)} shows ${report.account?.name}, ${score}`);
      }}
      onHaleError={({ target, detail: { error } }) => onNews(`${nameOf(target)}: ${error.message}`)}
    >
      <div className="tools">
        <Choices legend="Activity of" name="by" value={shown} options={grids} onChoose={setBy} />
        <Choices legend="Theme of this panel" name="theme" value={theme} options={themes} onChoose={setTheme} />
      </div>
      <div className="sheet">
        <section className="four" aria-label="Health now">
          <HaleGauge account={account} label="Health" />
        </section>
        <section className="eight" aria-label="Health over time">
          <HaleTrendLine account={account} label="Health" />
        </section>
        <section className="seven" aria-label="Activity">
          <HaleActivityDots account={account} by={shown} label={grids[shown]} />
        </section>
        <section className="five" aria-label="Risk flags">
          <HaleRiskFlags
            account={account}
            onHalePlaybook={({ target, detail }) => onNews(`${nameOf(target)} was asked for “${detail.playbook}”`)}
          />
        </section>
      </div>
    </HaleProvider>
  );
}
