import { readdirSync, readFileSync } from 'node:fs';
import { parseAccount, parseModel } from '@hale/core';
import { expect } from 'chai';
import { onEveryEngine } from '../support/engines.ts';
import { differing, scoredBy } from '../support/scored.ts';

/** The models that people begin with, over the accounts that come with them: every model scores all of them. */

const core = new URL('../../packages/core/', import.meta.url);
const documentsIn = (folder: string): unknown[] =>
  readdirSync(new URL(folder, core)).flatMap((file) =>
    file.endsWith('.json') ? [JSON.parse(readFileSync(new URL(`${folder}/${file}`, core), 'utf8'))] : [],
  );

const models = [...documentsIn('src/model/presets'), ...documentsIn('examples')].map((document) =>
  parseModel(document),
);
const accounts = documentsIn('examples/accounts').map((document) => parseAccount(document));
const today = Date.parse('2026-11-14T09:00:00Z');
const summerTimeEnds = Date.parse('2026-10-25T00:30:00Z');

onEveryEngine('the models that come with Hale', (subject) => {
  before(() => subject.engine.fill(accounts));

  for (const model of models) {
    it(`${model.id} gives what it gives in JavaScript`, async () => {
      for (const now of subject.updates ? [today, summerTimeEnds] : [today]) {
        const found = await scoredBy(subject.engine, model, now);
        expect(found.size).to.equal(accounts.length);
        for (const account of accounts)
          expect(differing(found.get(account.id), model, account, now), account.id).to.deep.equal([]);
      }
    });
  }
});
