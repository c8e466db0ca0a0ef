// Names every element to React, for pages that write the tags themselves and not the components of `@hale/react`:
// `import type {} from '@hale/widgets/types/react-jsx'`, once.
import type { ClassAttributes, HTMLAttributes } from 'react';
import type { HaleElements } from './elements.d.ts';
import type { Taken } from './jsx.d.ts';

type Any<Host> = ClassAttributes<Host> & HTMLAttributes<Host>;
type Elements = { [Tag in keyof HaleElements]: Taken<Tag, 'on', Any<HaleElements[Tag]['element']>> };

declare module 'react' {
  // biome-ignore lint/style/noNamespace: it is where the framework looks for tags.
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
