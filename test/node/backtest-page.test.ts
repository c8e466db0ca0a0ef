import { createHash } from 'node:crypto';
import { pageOfBacktest } from '@hale/cli/backtest-page';
import { expect } from 'chai';
import { skilled } from '../support/backtests.ts';

const nasty = `</bdi><script>alert(1)</script><img src=x onerror=alert(1)>"'&amp;</style>-->\u202e`;

describe('a backtest as an HTML file', () => {
  it('holds itself to a policy that allows its own stylesheet, by its hash, and nothing else', () => {
    const { html, policy } = pageOfBacktest(skilled());
    const [, styles = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
    const hash = createHash('sha256').update(styles).digest('base64');
    expect(policy).to.equal(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
    expect(html).to.include(`<meta http-equiv="Content-Security-Policy" content="${policy}">`);
    expect(html.match(/<style/g)).to.have.length(1);
    expect(html).not.to.match(/<script|<link|<iframe|\sstyle=|\son[a-z]+=|url\(|@import|https?:/);
    for (const [, to = ''] of html.matchAll(/(?:href|src)="([^"]*)"/g)) expect(to).to.match(/^#/);
    expect(html).not.to.match(/<!--|<\?/);
  });

  it('shows names as they are, whatever stands in them', () => {
    const report = skilled();
    report.title = nasty;
    report.made = { program: nasty, files: [nasty], seed: 1, draws: 400 };
    for (const { predictors } of report.horizons) {
      for (const one of predictors) {
        one.label = nasty;
        for (const slice of [...one.segments, ...one.stages]) slice.label = nasty;
      }
    }
    report.cautions = [{ code: 'x', severity: 'warn', sentence: nasty }];
    report.feedback = {
      agree: 0,
      disagree: 1,
      latest: [{ account: nasty, at: '2026-10-01T00:00:00Z', says: 'disagree', why: nasty, happened: null }],
    };
    const { html } = pageOfBacktest(report);
    expect(html).not.to.match(/<script|<img/);
    expect(html.match(/<\/style>/g)).to.have.length(1);
    expect(html.split('&lt;/bdi&gt;&lt;script&gt;').length).to.be.greaterThan(10);
  });

  it('is the same each time', () => {
    expect(pageOfBacktest(skilled()).html).to.equal(pageOfBacktest(skilled()).html);
  });
});
