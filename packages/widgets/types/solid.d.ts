// Names every element to Solid: `import type {} from '@hale/widgets/types/solid'`, once.
import type { JSX as Solid } from 'solid-js';
import type { HaleElements } from './elements.d.ts';
import type { Taken } from './jsx.d.ts';

type Elements = {
  [Tag in keyof HaleElements]: Taken<Tag, 'on:', Solid.HTMLAttributes<HaleElements[Tag]['element']>>;
};

declare module 'solid-js' {
  // biome-ignore lint/style/noNamespace: it is where the framework looks for tags.
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
