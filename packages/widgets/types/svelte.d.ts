// Names every element to Svelte: `import type {} from '@hale/widgets/types/svelte'`, once.
import type { HTMLAttributes } from 'svelte/elements';
import type { HaleElements } from './elements.d.ts';
import type { Listeners, Taken } from './jsx.d.ts';

// `onhale-report` since Svelte 5, `on:hale-report` before.
type Elements = {
  [Tag in keyof HaleElements]: Taken<Tag, 'on', HTMLAttributes<HaleElements[Tag]['element']>> & Listeners<Tag, 'on:'>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}
