import type * as z from 'zod/mini';
import { made } from '../schema/made.ts';
import { byKey } from './by-key.ts';
import { junctionForm } from './junction.ts';
import { notForm } from './not.ts';
import type { Rule, RuleForm } from './rule-kind.ts';
import { dimensionForm, factForm, measureForm, scoreForm } from './subjects.ts';

/** How deep rules may be nested. A fixed depth, because a recursive schema can be made to overflow the stack. */
const depth = 5;

/** A rule of up to five levels. The schemas of rules lie apart from what they do, so that scoring does not carry them. */
export const rule: z.ZodMiniType<Rule> = /* @__PURE__ */ made(() => {
  const [measure, fact, score, dimension] = [measureForm(), factForm(), scoreForm(), dimensionForm()];
  const forms = new Map<string, RuleForm>([
    ['all', junctionForm('all')],
    ['any', junctionForm('any')],
    ['not', notForm],
    ['measure', () => measure],
    ['fact', () => fact],
    ['score', () => score],
    ['dimension', () => dimension],
  ]);
  const schemaAt = (level: number): z.ZodMiniType<Rule> => {
    const inner = level > 1 ? schemaAt(level - 1) : null;
    const schemas = [...forms].map(([key, form]) => [key, form(inner)] as const);
    return byKey(new Map(schemas), `be a comparison: rules nest at most ${depth} levels deep`);
  };
  return schemaAt(depth);
});
