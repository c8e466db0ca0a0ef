import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Dialog } from 'puppeteer-core';
import { asStaff } from '../../demo/server/fixtures/as-staff.ts';
import { urgent } from '../../demo/server/fixtures/send-in.ts';
import { suiteFolder } from '../../demo/server/fixtures/suite-folder.ts';
import { startServer } from '../../demo/server/start-server.ts';
import { hostileTexts } from '../support/hostile-texts.ts';
import { leave, settled, visibleText, visit } from './demo.ts';

const day = 86_400_000;
const end = Date.parse('2026-03-02T09:00:00Z');
/** Each as long as a name may be. */
const texts = hostileTexts.map(([what, text]) => ({ what, text: text.slice(0, 120) }));
const textAt = (place: number) => texts[place % texts.length]?.text ?? '';
/** As it is read: with what is no character told as such, and spaces folded. */
const fold = (text: string) =>
  text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim();
/** Those that are shown whole wherever there is room for a name. */
const short = texts.filter(({ text }) => text.length <= 32);
const idOf = (place: number) => `account-${place}`;

const csv = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join()).join('\r\n');

const mapping = {
  name: 'Harm',
  asOf: new Date(end).toISOString(),
  tracked: ['use', 'ticket', 'touchpoint', 'tag'],
  files: [
    {
      file: 'accounts.csv',
      account: 'id',
      accounts: { name: 'name', since: 'since' },
      facts: [
        ...['plan', 'owner', 'industry'].map((name) => ({ name, value: name })),
        ...Object.entries({ seats: 30, features: 40, nps: -20, npsAnswers: 5, csat: 0.2, training: 0.2 }).map(
          ([name, constant]) => ({ name, value: { constant } }),
        ),
      ],
    },
    {
      file: 'use.csv',
      account: 'id',
      events: [{ name: 'use', at: 'at', user: 'user', properties: { feature: 'feature' } }],
    },
  ],
};

/** Accounts of which each text is a name once, and a plan, an owner and an industry of others; all texts are features and people. */
function writeFiles(folder: string): void {
  const since = new Date(end - 400 * day).toISOString().slice(0, 10);
  const accounts = texts.map(({ text }, place) => [
    idOf(place),
    text,
    since,
    textAt(place + 1),
    textAt(place + 2),
    textAt(place + 3),
  ]);
  const uses = texts.flatMap((_, place) =>
    texts.map(({ text }, ago) => [idOf(place), new Date(end - (ago + 1) * day).toISOString(), textAt(ago + 1), text]),
  );
  const files = {
    'accounts.csv': csv([['id', 'name', 'since', 'plan', 'owner', 'industry'], ...accounts]),
    'use.csv': csv([['id', 'at', 'user', 'feature'], ...uses]),
    'hale.mapping.json': JSON.stringify(mapping),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

/** Events of each text, in each place where an event has one. */
const events = (account: string) => [
  ...urgent(account, mapping.asOf),
  ...texts.flatMap(({ text }, place) => {
    const at = new Date(end - (place + 1) * 3_600_000).toISOString();
    return [
      { account, name: 'use', at, user: text, properties: { feature: text } },
      { account, name: 'tag', at, properties: { tag: text, note: text } },
      { account, name: 'ticket', at, user: text, properties: { priority: text, subject: text } },
      { account, name: text.slice(0, 60), at, properties: { [text.slice(0, 60)]: text } },
    ];
  }),
];

describe('texts that mean harm, taken in by the real way', function () {
  this.timeout(120_000);
  const folder = suiteFolder();
  let server: Awaited<ReturnType<typeof startServer>> | null = null;
  const url = () => server?.url ?? '';

  before(async () => {
    const dir = join(folder.path, 'csv');
    mkdirSync(dir);
    writeFiles(dir);
    server = await startServer({ file: `${folder.path}/company.duckdb`, port: 0, data: { dir } });
    const ask = asStaff((path, init) => fetch(url() + path, init));
    for (const place of texts.keys()) {
      const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
      const sent = events(idOf(place));
      const answer = await ask('/v1/events', { method: 'POST', headers, body: JSON.stringify({ events: sent }) });
      const { accepted, refused } = await answer.json();
      expect(accepted + refused.length).to.equal(sent.length);
      expect(accepted).to.be.above(sent.length / 2);
    }
  });
  after(async () => {
    await server?.close();
    folder.remove();
  });

  it('are texts in the pages of the demo, and do nothing', async () => {
    const visited = await visit(`${url()}/`);
    const { page, problems, requests } = visited;
    const dialogs: string[] = [];
    page.on('dialog', (dialog: Dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.evaluateOnNewDocument(() => {
      // Told as a problem of the page.
      Object.assign(globalThis, { harm: () => console.error('a script ran') });
    });
    const read = async (path: string) => {
      await settled(page, () => page.goto(url() + path));
      const said = await visibleText(page);
      return (text: string) => said.includes(fold(text));
    };
    const lacks = (tells: (text: string) => boolean) =>
      short.filter(({ text }) => !tells(text)).map(({ what }) => what);
    expect(lacks(await read('/')), 'accounts').to.deep.equal([]);
    for (const place of [...texts.keys()].filter((each) => each % 3 === 0)) {
      for (const path of [`/accounts/${idOf(place)}`, `/customers/${idOf(place)}`]) {
        const tells = await read(path);
        expect([tells(textAt(place)), lacks(tells)], path).to.deep.equal([true, []]);
      }
    }
    expect([problems, dialogs]).to.deep.equal([[], []]);
    expect(requests.filter((asked) => !asked.startsWith(url()))).to.deep.equal([]);
    await leave(visited);
  });
});
