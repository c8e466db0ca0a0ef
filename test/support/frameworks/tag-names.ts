import '@hale/widgets/define';
import '@hale/widgets/define/backtest.js';
import '@hale/widgets/define/portfolio.js';
import '@hale/widgets/define/role-view.js';
import '@hale/widgets/define/scatter.js';
import '@hale/widgets/define/segment-bars.js';
import type { HaleElements } from '@hale/widgets/types/elements';

/** Each element by its tag, as `document.createElement` gives it. */
type Named = { [Tag in keyof HaleElements]: HaleElements[Tag]['element'] };

// Fails to compile where an element's define file does not name it, or names another class.
export const named = (tags: Pick<HTMLElementTagNameMap, keyof Named & keyof HTMLElementTagNameMap>): Named => tags;
