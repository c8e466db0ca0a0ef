import { parseModel } from '../define-model.ts';
import document from './by-size.json' with { type: 'json' };

/** Small, mid-market and enterprise customers, each judged by what matters at that size. */
export const bySize = /* @__PURE__ */ parseModel(document);
