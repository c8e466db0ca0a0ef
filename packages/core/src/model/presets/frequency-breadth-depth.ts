import type { Model } from '../model.ts';
import document from './frequency-breadth-depth.json' with { type: 'json' };

/** Frequency, breadth and depth: how often, by how many of its people, with how much of the product. */
// Sound: a test parses it. So a page that scores with it carries no schemas.
export const frequencyBreadthDepth = document as unknown as Model;
