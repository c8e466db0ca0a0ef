import document from './assigned-values.json' with { type: 'json' };
import { checked } from './checked.ts';

/** Actions with assigned values: points for what was done, deductions for what was not done in time. */
export const assignedValues = /* @__PURE__ */ checked(document);
