import '@hale/widgets/define/gauge.js';
import '@hale/widgets/define/trend-line.js';
import { ready } from './reports.ts';

const frame = () => new Promise(requestAnimationFrame);

/** Puts twenty widgets of a kind into the page and takes them out again, so many times. */
async function cycle(tag: 'hale-gauge' | 'hale-trend-line', times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    const box = document.createElement('div');
    for (let nth = 0; nth < 20; nth++) {
      const element = document.createElement(tag);
      element.report = ready();
      box.append(element);
    }
    document.body.append(box);
    await frame();
    await frame();
    box.remove();
  }
  await frame();
}

declare global {
  interface Window {
    cycle: typeof cycle;
  }
}
window.cycle = cycle;
