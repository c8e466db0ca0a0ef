import type { Model } from '../model.ts';
import document from './assigned-values.json' with { type: 'json' };

/** Actions with assigned values: points for what was done, deductions for what was not done in time. */
// Sound: a test parses it. So a page that scores with it carries no schemas.
export const assignedValues = document as unknown as Model;
