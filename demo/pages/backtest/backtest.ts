import '../host/host.ts';
import './backtest.css';
import '@hale/widgets/define/backtest.js';
import type { GivenBacktest } from '@hale/widgets';
import { byId } from '../host/element.ts';
import { getJson } from '../host/get-json.ts';
import { notice } from '../host/notice.ts';
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
  } catch (error) {
    const again = { label: 'Try again', run: () => void load() };
    byId('notice').replaceChildren(notice('The backtest could not be loaded', (error as Error).message, again));
  } finally {
    if (waiting) waiting.hidden = true;
  }
}

void load();
