import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Account, parseAccount } from '@hale/core';
import {
  type BacktestHorizon,
  type BacktestPlan,
  type Outcome,
  runBacktest,
  standardFeatures,
} from '@hale/core/validation';
import { expect } from 'chai';
import { prepareDatabase } from '../../demo/data/prepare-database.ts';
import { hale } from '../support/hale.ts';

const root = join(import.meta.dirname, '..', '..');
/** Beside the repository, where those who have the real data keep it; it is not part of the project. */
const data = join(root, '..', 'shared', 'data');
const day = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString();

/** When each account did something, in milliseconds. */
type Uses = ReadonlyMap<string, readonly number[]>;

const linesOf = (text: string): string[] => text.trim().split(/\r?\n/);
const read = (file: string): string => readFileSync(join(data, file), 'utf8');

function usesFrom(pairs: Iterable<readonly [account: string, at: number]>): Uses {
  const uses = new Map<string, number[]>();
  for (const [account, at] of pairs) uses.set(account, [...(uses.get(account) ?? []), at]);
  return uses;
}

const accountsFrom = (uses: Uses, since: (account: string) => number): Account[] =>
  [...uses].map(([id, own]) => {
    const events = own.map((at) => ({ name: 'use', at: iso(at) }));
    return parseAccount({ id, since: iso(since(id)), events });
  });

const plan: Pick<BacktestPlan, 'measures' | 'features' | 'model' | 'every' | 'draws' | 'of' | 'title'> = {
  ...standardFeatures({ use: 'use' }),
  title: 'A real set',
  model: null,
  every: 'month',
  draws: 100,
  of: 'contracted',
};

/**
 * Whether those who did something in the `within` days before a cut-off do nothing in the 90 days after. The label is
 * written down at the cut-off itself, which is why the horizon is a day; between training and test lie 90 days or more.
 */
function silence(uses: Uses, train: readonly number[], test: readonly number[], within: number): BacktestHorizon {
  const cutOffs = [...train, ...test];
  const outcomes = [...uses].flatMap(([account, own]) =>
    cutOffs.flatMap((cut): Outcome[] => {
      const isThere = own.some((at) => at < cut && at >= cut - within * day);
      const isSilent = !own.some((at) => at >= cut && at < cut + 90 * day);
      return [
        { account, kind: isThere ? 'returned' : 'churned', at: iso(cut - 1000) },
        ...(isSilent ? [{ account, kind: 'contracted', at: iso(cut) } as const] : []),
      ];
    }),
  );
  const accounts = accountsFrom(uses, (account) => Math.min(...(uses.get(account) ?? [])));
  const [testFrom = 0] = test;
  const knownUntil = Math.max(...cutOffs) + 90 * day;
  const { horizons } = runBacktest(accounts, outcomes, { ...plan, cutOffs, knownUntil, testFrom, horizons: [1] });
  return horizons[0] ?? expect.fail('expected a horizon');
}

const areaOf = ({ predictors }: BacktestHorizon, id: string): number =>
  predictors.find((one) => one.id === id)?.auc?.value ?? Number.NaN;

describe('real sets, by time and ninety days ahead', function () {
  this.timeout(300_000);

  before(function () {
    if (existsSync(data)) return;
    console.log('The real sets are not at ../shared/data, so that no backtest is tried on them.');
    this.skip();
  });

  it('show no useful skill in formal withdrawal from a course, by clicks alone', () => {
    const starts = new Map([
      ['2013B', Date.UTC(2013, 1, 4)],
      ['2013J', Date.UTC(2013, 9, 7)],
      ['2014J', Date.UTC(2014, 9, 6)],
    ]);
    const startOf = (presentation: string) => starts.get(presentation) ?? Number.NaN;
    const since = new Map<string, number>();
    const outcomes: Outcome[] = [];
    for (const line of linesOf(read('oulad/oulad_enrolments.csv')).slice(1)) {
      const [course, presentation = '', student, , , , , left = ''] = line.split(',');
      const account = `${course} ${presentation} ${student}`;
      const start = startOf(presentation);
      since.set(account, start);
      // All leave when the course ends; only some withdraw before.
      outcomes.push({ account, kind: 'churned', at: iso(start + 240.5 * day) });
      if (left === '') continue;
      const at = iso(start + Number(left) * day);
      outcomes.push({ account, kind: 'churned', at }, { account, kind: 'contracted', at });
    }
    const weeks = linesOf(gunzipSync(readFileSync(join(data, 'oulad/oulad_weekly.csv.gz'))).toString()).slice(1);
    const uses = usesFrom(
      weeks.map((line) => {
        const [course, presentation = '', student, , , , , , lastDay = ''] = line.split(',');
        return [`${course} ${presentation} ${student}`, startOf(presentation) + (Number(lastDay) + 0.5) * day];
      }),
    );
    const accounts = accountsFrom(uses, (account) => since.get(account) ?? Number.NaN);
    const cutOffs = [...starts.values()].flatMap((start) => [60, 90, 120, 150].map((days) => start + days * day));
    const { verdict, horizons } = runBacktest(accounts, outcomes, {
      ...plan,
      cutOffs,
      testFrom: startOf('2013J') + 60 * day,
      knownUntil: startOf('2014J') + 241 * day,
      horizons: [90],
    });
    expect(verdict.sentence).to.match(/^No useful skill: AUC 0\.5\d/);
    for (const { skill, auc } of horizons[0]?.predictors ?? []) {
      expect(skill.useful, skill.sentence).to.equal(false);
      expect(auc?.value).to.be.within(0.5, 0.62);
    }
    expect(horizons[0]?.adoption?.adopted).to.equal(false);
  });

  it('show skill in who of the customers of a wholesaler stops buying, as much as honest work gives', () => {
    const uses = usesFrom(
      linesOf(read('online-retail/online_retail_daily_by_customer.csv'))
        .slice(1)
        .map((line) => {
          const [customer = '', from = ''] = line.split(',');
          return [customer, Date.UTC(2009, 11, 1 + Number(from), 12)];
        }),
    );
    const month = (of: number) => Date.UTC(2010, of, 1);
    const horizon = silence(uses, [2, 3].map(month), [6, 7, 8].map(month), 90);
    expect(areaOf(horizon, 'logistic')).to.be.within(0.7, 0.78);
    expect(horizon.adoption?.adopted, horizon.adoption?.sentence).to.equal(true);
  });

  it('show the more in buyers of music the longer those may have been silent who are asked about', () => {
    const all = linesOf(read('cdnow/CDNOW_master.txt')).flatMap((line): [string, number][] => {
      const [customer = '', on = ''] = line.trim().split(/\s+/);
      const at = Date.UTC(Number(on.slice(0, 4)), Number(on.slice(4, 6)) - 1, Number(on.slice(6, 8)), 12);
      return /^\d{8}$/.test(on) && Number(customer) % 8 === 0 ? [[customer, at]] : [];
    });
    const month = (of: number) => Date.UTC(1997, of, 1);
    const [train, test] = [[6, 7, 8].map(month), [12, 13, 14].map(month)];
    const everyone = areaOf(silence(usesFrom(all), train, test, 1000), 'logistic');
    const lately = areaOf(silence(usesFrom(all), train, test, 180), 'logistic');
    expect(everyone).to.be.above(0.78);
    expect(lately).to.be.within(0.58, 0.7);
  });

  it('show no skill in RavenStack, whose churn has nothing to do with its use', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'hale-ravenstack-'));
    try {
      const file = join(cwd, 'ravenstack.duckdb');
      const dir = join(data, 'ravenstack');
      (await prepareDatabase({ file, data: { dir }, seed: 0, end: new Date(0), accounts: 0 })).close();
      const model = join(root, 'demo', 'server', 'models', 'ravenstack.json');
      const ran = await hale(['backtest', '-m', model, '--database', file, '--quiet', '--exit-code', '--json'], {
        cwd,
      });
      expect(ran.err).to.equal('');
      expect(ran.code).to.equal(1);
      const { verdict, horizons, weights } = JSON.parse(ran.out);
      expect(verdict.sentence).to.match(/^No useful skill: AUC 0\.(4[5-9]|5[0-5]), .*which guessing may give as well/);
      expect(horizons.map(({ days }: BacktestHorizon) => days)).to.deep.equal([30, 60, 90]);
      for (const { predictors } of horizons as BacktestHorizon[]) {
        expect(predictors.filter(({ skill }) => skill.useful).map(({ id }) => id)).to.deep.equal([]);
      }
      expect(weights.advice).to.match(/^Keep today's weights\./);
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  });
});
