import document from './by-size.json' with { type: 'json' };
import { checked } from './checked.ts';

/** Small, mid-market and enterprise customers, each judged by what matters at that size. */
export const bySize = /* @__PURE__ */ checked(document);
