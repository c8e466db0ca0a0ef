import type { Model } from '../model.ts';
import document from './lifecycle.json' with { type: 'json' };

/** A customer judged by where it is in its life: each stage has dimensions and weights of its own. */
// Sound: a test parses it. So a page that scores with it carries no schemas.
export const lifecycle = document as unknown as Model;
