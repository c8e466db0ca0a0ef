import { checked } from './checked.ts';
import document from './lifecycle.json' with { type: 'json' };

/** A customer judged by where it is in its life: each stage has dimensions and weights of its own. */
export const lifecycle = /* @__PURE__ */ checked(document);
