import { checked } from './checked.ts';
import document from './frequency-breadth-depth.json' with { type: 'json' };

/** Frequency, breadth and depth: how often, by how many of its people, with how much of the product. */
export const frequencyBreadthDepth = /* @__PURE__ */ checked(document);
