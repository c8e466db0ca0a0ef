import { staleComponents } from '../builds/react.ts';
import { shown } from '../workspace.ts';

/** The committed components of React are those that the widgets amount to. */
export const reactComponents = {
  name: 'react',
  async run() {
    return {
      problems: staleComponents().map((path) => `${shown(path)} is behind its widget: npm run build writes it anew`),
    };
  },
};
