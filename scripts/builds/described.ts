import * as widgets from '../../packages/widgets/src/widgets/widgets.ts';
import type { ElementDocs } from './element-docs.ts';
import { docs, propertiesOf, type Widget } from './react.ts';

/** An element with all that its source says of it. */
export interface Described {
  readonly widget: Widget;
  readonly own: ElementDocs;
  readonly fields: readonly {
    readonly name: string;
    readonly attribute: string | null;
    readonly type: string;
    readonly description: string;
  }[];
}

/** Every element, by its tag's order. */
export function describeAll(): Described[] {
  const all: Widget[] = Object.values(widgets);
  return all
    .sort((a, b) => (a.tag < b.tag ? -1 : 1))
    .map((widget) => {
      const own = docs(widget);
      const fields = propertiesOf(widget, own).map(([name, attribute, description = '']) => ({
        name,
        attribute,
        type: own.types.get(name) ?? own.types.get(attribute ?? name) ?? 'string',
        description,
      }));
      return { widget, own, fields };
    });
}
