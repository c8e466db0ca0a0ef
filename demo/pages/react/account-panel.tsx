import { HaleActivityDots, HaleGauge, HaleProvider, HaleRiskFlags, HaleTrendLine } from '@hale/react';
import { fetchSource } from '@hale/widgets/sources/fetch.js';
import { useState } from 'react';
import { Choices } from './choices.tsx';

const source = fetchSource({ baseUrl: '/' });
const grids = { user: 'People', feature: 'Features', team: 'Teams' };
const themes = { page: 'As the page', light: 'Light', dark: 'Dark' };

const nameOf = (target: EventTarget | null) => (target instanceof Element ? `<${target.localName}>` : 'A widget');

/** One account with every widget; `onNews` is told what the widgets say has happened. */
export function AccountPanel({ account, onNews }: { account: string; onNews: (news: string) => void }) {
  const [by, setBy] = useState<keyof typeof grids>('user');
  const [theme, setTheme] = useState<keyof typeof themes>('page');

  return (
    <HaleProvider
      className="panel"
      data-theme={theme}
      source={source}
      onHaleReport={({ target, detail: { report } }) => {
        const score = report.score == null ? 'no score' : `${Math.round(report.score)} of 100`;
        onNews(`${nameOf(target)} shows ${report.account?.name}, ${score}`);
      }}
      onHaleError={({ target, detail: { error } }) => onNews(`${nameOf(target)}: ${error.message}`)}
    >
      <div className="tools">
        <Choices legend="Activity of" name="by" value={by} options={grids} onChoose={setBy} />
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
          <HaleActivityDots account={account} by={by} label={grids[by]} />
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
