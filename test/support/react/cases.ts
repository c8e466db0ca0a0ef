import { expect } from 'chai';
import { version } from 'react';
import { eventCases } from './events.cases.tsx';
import { hydrationCases } from './hydration.cases.tsx';
import { propertyCases } from './properties.cases.tsx';
import { watchReact } from './stage.ts';

/** Everything the components promise in a page, held against the React that the test file is bundled with. */
export function reactCases(expected: string): void {
  describe(`the components of React ${expected}`, () => {
    watchReact();
    it('run with it', () => expect(version).to.match(new RegExp(`^${expected}\\.`)));
    describe('their props', propertyCases);
    describe('they', eventCases);
    describe('from a server, they', hydrationCases);
  });
}
