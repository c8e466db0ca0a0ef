import '../host/host.ts';
import './backtest.css';
import '@hale/widgets/define/backtest.js';
import type { GivenBacktest } from '@hale/widgets';
import { byId } from '../host/element.ts';
import { getJson, getReply } from '../host/get-json.ts';
import { notice } from '../host/notice.ts';
import { saveFile } from '../host/save-file.ts';
import { pageToken } from '../host/token.ts';

const token = pageToken({ audience: 'internal', account: null });
const widget = document.querySelector('hale-backtest');
const waiting = document.querySelector<HTMLElement>('.wait');

async function load(): Promise<void> {
  byId('notice').replaceChildren();
  if (waiting) waiting.hidden = false;
  try {
    const report = await getJson<GivenBacktest>(token, '/v1/backtest');
    if (widget) {
      widget.report = report;
      widget.hidden = false;
    }
    byId('save').hidden = false;
  } catch (error) {
    const again = { label: 'Try again', run: () => void load() };
    byId('notice').replaceChildren(notice('The backtest could not be loaded', (error as Error).message, again));
  } finally {
    if (waiting) waiting.hidden = true;
  }
}

/** Saves the backtest as the server writes it: for people, or for programs. */
async function save(name: string, type: string): Promise<void> {
  const said = byId('saved');
  said.textContent = 'Making the file.';
  try {
    const reply = await getReply(token, '/v1/backtest', { headers: { accept: type } });
    saveFile(name, await reply.blob());
    said.textContent = `Saved as ${name}.`;
  } catch (error) {
    said.textContent = `It could not be saved. ${(error as Error).message}`;
  }
}

byId('save-page').addEventListener('click', () => void save('backtest.html', 'text/html'));
byId('save-json').addEventListener('click', () => void save('backtest.json', 'application/json'));

void load();
