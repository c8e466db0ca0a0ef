// Names every element to Preact: `import type {} from '@hale/widgets/types/preact'`, once.
import type { HTMLAttributes } from 'preact';
import type { HaleElements } from './elements.d.ts';
import type { Taken } from './jsx.d.ts';

type Elements = {
  [Tag in keyof HaleElements]: Taken<Tag, 'on', HTMLAttributes<HaleElements[Tag]['element']>>;
};

declare global {
  // biome-ignore lint/style/noNamespace: it is where the framework looks for tags.
  namespace preact.JSX {
    interface IntrinsicElements extends Elements {}
  }
}
