// Names every element to templates of Vue: `import type {} from '@hale/widgets/types/vue'`, once.
import type { EmitFn, HTMLAttributes } from 'vue';
import type { HaleElements } from './elements.d.ts';
import type { Listener } from './jsx.d.ts';

/** `hale-report` as Vue names its listener: `HaleReport`. */
type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;

/** What Vue's checker of templates reads of an element that is no component. */
type Element<Tag extends keyof HaleElements> = new () => HaleElements[Tag]['element'] & {
  $props: Omit<HTMLAttributes, keyof HaleElements[Tag]['properties']> &
    HaleElements[Tag]['properties'] & {
      [Name in keyof HaleElements[Tag]['events'] & string as `on${Pascal<Name>}`]?: Listener<Tag, Name> | undefined;
    };
  $emit: EmitFn<{
    [Name in keyof HaleElements[Tag]['events'] & string]: (event: HaleElements[Tag]['events'][Name]) => void;
  }>;
};

type Elements = { [Tag in keyof HaleElements]: Element<Tag> };

declare module 'vue' {
  interface GlobalComponents extends Elements {}
}
