import * as widgets from '@hale/widgets';
import { expect } from 'chai';
import '../support/every-element.ts';
import { mount, mountElement, settled, unmountAll } from '../support/mount.ts';
import { ready } from '../support/reports.ts';
import { statesOf } from '../support/widget-states.ts';

const tags = Object.values(widgets as Record<string, unknown>).flatMap((one) =>
  typeof one === 'function' && 'tag' in one ? [String(one.tag)] : [],
);

/** They draw nothing of their own. */
const fixed = ['hale-provider'];

describe('density', () => {
  afterEach(unmountAll);

  it('sets the rows of widgets closer, at any width, and what is pressed stays 24 px high', async () => {
    for (const tag of tags.filter((one) => !fixed.includes(one))) {
      for (const width of [240, 720]) {
        const element = document.createElement(tag);
        statesOf(tag).find(([state]) => state === 'ready')?.[1](element);
        await mountElement(element, width);
        const comfortable = element.getBoundingClientRect().height;
        element.style.setProperty('--hale-density', '0.5');
        await settled(element);
        expect(element.getBoundingClientRect().height, `<${tag}> at ${width} px`).to.be.below(comfortable);
        const buttons = element.shadowRoot?.querySelectorAll<HTMLElement>('button, a[href]') ?? [];
        for (const button of buttons) {
          const { height, width: across } = button.getBoundingClientRect();
          if (button.localName === 'button' && across > 1)
            expect(height, `<${tag}> ${button.textContent}`).to.be.at.least(24);
        }
        unmountAll();
      }
    }
  });

  it('is handed down by a provider, and changes in place', async () => {
    const provider = await mount<HTMLElementTagNameMap['hale-provider']>(
      '<hale-provider density="compact"><hale-risk-flags></hale-risk-flags></hale-provider>',
      320,
    );
    const flags = provider.querySelector('hale-risk-flags') as HTMLElementTagNameMap['hale-risk-flags'];
    flags.report = ready();
    await settled(provider);
    const compact = flags.getBoundingClientRect().height;
    const base = flags.shadowRoot?.querySelector('[part~="base"]');
    provider.density = null;
    await settled(provider);
    expect(flags.getBoundingClientRect().height).to.be.above(compact);
    provider.setAttribute('density', 'compact');
    await settled(provider);
    expect(flags.getBoundingClientRect().height).to.equal(compact);
    expect(flags.shadowRoot?.querySelector('[part~="base"]') === base).to.equal(true);
  });
});
