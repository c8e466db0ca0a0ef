import { HaleGauge, type HaleGaugeProps, HaleProvider } from '@hale/react';
import type { Gauge, HealthSource } from '@hale/widgets';
import { memorySource } from '@hale/widgets/sources/memory.js';
import { expect } from 'chai';
import { StrictMode } from 'react';
import { settled, textOf } from '../mount.ts';
import { ready, reportOf, thriving } from '../reports.ts';
import { arrived, failed, told } from '../sources.ts';
import { emptyStage } from './stage.ts';

type Heard = NonNullable<HaleGaugeProps['onHaleReport']>;

/** Sources, events, and accounts that change. */
export function eventCases(): void {
  it('hear an event with its detail', async () => {
    const stage = emptyStage();
    const source = told(arrived(ready()));
    const names: (string | null | undefined)[] = [];
    const errors: string[] = [];
    const gauge = () => (
      <HaleGauge
        source={source}
        account="averlund"
        onHaleReport={(event) => names.push(event.detail.account, event.detail.report.account?.name)}
        onHaleError={(event) => errors.push(event.detail.error.message)}
      />
    );
    await stage.show(gauge());
    expect(names).to.deep.equal(['averlund', 'Averlund Freight']);
    source.tell(failed());
    await settled(stage.box);
    expect(errors).to.deep.equal(['The server could not be reached.']);
  });

  it('hear with the handler of the last render, once, and not after it is taken away', async () => {
    const stage = emptyStage();
    const heard: string[] = [];
    const hears =
      (name: string): Heard =>
      () =>
        heard.push(name);
    for (const name of ['first', 'second', 'third']) {
      await stage.show(<HaleGauge score={62} label="Acme" onHaleReport={hears(name)} />);
    }
    const gauge = stage.only<Gauge>();
    const fire = () => gauge.dispatchEvent(new CustomEvent('hale-report'));
    fire();
    expect(heard.splice(0)).to.deep.equal(['third']);
    await stage.show(<HaleGauge score={62} label="Acme" />);
    fire();
    await stage.show(<HaleGauge score={62} label="Acme" onHaleReport={hears('back')} />);
    await stage.leave();
    fire();
    expect(heard).to.deep.equal([]);
  });

  it('show another account when that is what they are given', async () => {
    const stage = emptyStage();
    const source = memorySource([ready(), thriving()]);
    const page = (account: string | undefined) => (
      <HaleProvider source={source}>
        <HaleGauge account={account} />
      </HaleProvider>
    );
    await stage.show(page('averlund'));
    const gauge = stage.only().firstElementChild as Gauge;
    expect(textOf(gauge)).to.include('62');
    await stage.show(page('marrowby'));
    expect(stage.only().firstElementChild === gauge).to.equal(true);
    expect(gauge.getAttribute('account')).to.equal('marrowby');
    expect(textOf(gauge)).to.include('94').and.not.include('62');
    await stage.show(page(undefined));
    expect(gauge.account).to.equal(null);
    expect(textOf(gauge)).not.to.include('94');
  });

  it('take another source from their provider', async () => {
    const stage = emptyStage();
    const page = (source: HealthSource) => (
      <HaleProvider source={source}>
        <HaleGauge account="averlund" />
      </HaleProvider>
    );
    const [first, second] = [told(arrived(ready())), told(arrived(reportOf({ score: 41 })))];
    await stage.show(page(first));
    await stage.show(page(second));
    expect(textOf(stage.only().firstElementChild as Gauge)).to.include('41');
    expect([first.listening, second.listening]).to.deep.equal([[], ['averlund']]);
  });

  it('subscribe once, also in strict mode, and let go', async () => {
    const stage = emptyStage();
    const source = told(arrived(ready()));
    let heard = 0;
    const page = (
      <StrictMode>
        <HaleProvider source={source}>
          <HaleGauge account="averlund" onHaleReport={() => heard++} />
        </HaleProvider>
      </StrictMode>
    );
    await stage.show(page);
    await stage.show(page);
    expect(source.listening).to.deep.equal(['averlund']);
    expect(heard).to.equal(1);
    await stage.leave();
    expect(source.listening).to.deep.equal([]);
  });
}
