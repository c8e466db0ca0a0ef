import { expect } from 'chai';
import { before, dimension, evidence, headline, metric, moved, sentences } from '../fixtures/told-report.ts';

describe('explainReport of what a person or the model has set', () => {
  it('says who set a score by hand, and what the model says', () => {
    const override = {
      score: 20,
      tier: null,
      reason: 'Their sponsor has left.',
      author: 'Ada Lindqvist',
      at: before(3),
      expires: null,
      computed: { score: 61, tier: 'watch' },
    };
    const set = { score: 20, tier: 'at-risk', override };
    expect(headline(set)).to.equal(
      '20, at risk, set by Ada Lindqvist: Their sponsor has left (the model says 61, watch).',
    );
    expect(sentences(set).slice(0, 2)).to.deep.equal([
      '20, set by Ada Lindqvist; the model says 61, watch: −41 points.',
      'Seat use fell from 71% to 48%: −24 points.',
    ]);
    const tierOnly = {
      tier: 'healthy',
      override: { ...override, score: null, tier: 'healthy', reason: '', author: '' },
    };
    expect(headline(tierOnly)).to.equal('61; tier set to healthy by hand (the model says watch).');
    expect(sentences(tierOnly)).to.include('Tier set to healthy by hand; the model says watch.');
    expect(headline({ ...tierOnly, trend: moved(-12, 'down') })).to.equal(
      '61, down 12 in 28 days; tier set to healthy by hand (the model says watch).',
    );
    const blind = { ...override, computed: { score: null, tier: null } };
    expect(headline({ ...set, override: blind, contributions: [] })).to.equal(
      '20, at risk, set by Ada Lindqvist: Their sponsor has left (the model gives no score).',
    );
    const tierAlone = { ...blind, score: null, tier: 'at-risk' };
    expect(headline({ score: null, tier: 'at-risk', override: tierAlone, contributions: [] })).to.equal(
      'Tier set to at risk by Ada Lindqvist: Their sponsor has left (the model gives no score).',
    );
  });

  it('names a tier set by hand that the model does not have, and says that it is not applied', () => {
    const override = {
      score: null,
      tier: null,
      unknownTier: 'vip',
      reason: 'A promise.',
      author: 'Ada',
      at: before(3),
      expires: null,
      computed: { score: 61, tier: 'watch' },
    };
    const apart = 'the tier “vip” set by Ada is not one of the model’s, so it is not applied';
    expect(headline({ override })).to.equal(`61, watch; ${apart}: A promise.`);
    expect(sentences({ override, contributions: [] })).to.deep.equal([`T${apart.slice(1)}.`]);
    const both = { score: 20, tier: 'at-risk', override: { ...override, score: 20 } };
    expect(headline(both)).to.equal(`20, at risk, set by Ada: A promise (the model says 61, watch; ${apart}).`);
  });

  it('says that a tier is held, and how the account is judged', () => {
    const held = { score: 71, held: 'healthy', contributions: [] };
    expect(headline(held)).to.equal('71, still watch.');
    expect(sentences(held)).to.deep.equal([
      'Still watch: 71 would be healthy, but is not yet far enough past the edge.',
    ]);
    const segment = {
      id: 'enterprise',
      label: 'Enterprise',
      because: [evidence({ subject: 'employees', label: 'Employees', value: 2000 })],
      unsure: ['public'],
    };
    const stage = { id: 'onboarding', label: 'Onboarding', because: [], unsure: [] };
    expect(sentences({ contributions: [], segment, stage, maturity: { ...stage, label: 'Advanced' } })).to.deep.equal([
      'Judged as enterprise: employees (2,000); 1 before it could not be decided.',
      'Judged as in onboarding.',
      'Judged as advanced.',
    ]);
  });

  it('says what a limit costs, of a group or of the whole', () => {
    const limit = metric('service:limit', 'Service', 0, 0, {
      role: 'limit',
      dimension: 'service',
      points: -12,
      measure: null,
    });
    const service = { ...dimension, id: 'service', label: 'Service', score: 40 };
    expect(sentences({ contributions: [limit], dimensions: [service] })).to.deep.equal([
      'Service held at 40 by a limit: −12 points.',
    ]);
    const groups = [{ id: 'inner', label: 'Inner', score: 30 }];
    const inner = { ...limit, group: 'inner', label: 'Inner' };
    expect(sentences({ contributions: [inner], dimensions: [{ ...service, groups }] })).to.deep.equal([
      'Inner held at 30 by a limit: −12 points.',
    ]);
    expect(sentences({ contributions: [{ ...limit, dimension: null }] })).to.deep.equal([
      'The score held at 61 by a limit: −12 points.',
    ]);
  });
});
