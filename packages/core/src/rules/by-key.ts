import * as z from 'zod/mini';
import { given } from '../errors.ts';
import type { Rule } from './rule-kind.ts';

/**
 * The schema of a rule that has one of these forms, told by its key; a form is null where rules of it would nest too
 * deep, and `tooDeep` says in words what must be instead. It is a union, and so it is in JSON Schema, but only the form
 * whose key there is gets parsed: what is wrong is said of that one and of no other. Checks cannot be added to it.
 */
export function byKey(forms: ReadonlyMap<string, z.ZodMiniType<Rule> | null>, tooDeep: string): z.ZodMiniType<Rule> {
  const keys = [...forms.keys()];
  const union = z.union([...forms.values()].filter((form) => form !== null));
  const parse: typeof union._zod.parse = (payload, context) => {
    const input: unknown = payload.value;
    const wrong = (code: string, message: string) => {
      payload.issues.push({ code: 'custom', params: { code }, message, input });
      return payload;
    };
    if (typeof input !== 'object' || !input || Array.isArray(input)) {
      payload.issues.push({ code: 'invalid_type', expected: 'object', input });
      return payload;
    }
    const [key = '', ...others] = keys.filter((key) => Object.hasOwn(input, key));
    if (!key || others.length) {
      const has = key ? [key, ...others] : Object.keys(input).slice(0, 5);
      return wrong(
        'rule-form',
        `have exactly one of ${keys.join(', ')}: it has ${has.map(given).join(' and ') || 'none'}`,
      );
    }
    return forms.get(key)?._zod.run(payload, context) ?? wrong('rule-depth', tooDeep);
  };
  // What zod's own union told apart by a key's value does; `z.core`, to derive from it, would bring in all of zod.
  union._zod.parse = parse;
  union._zod.run = parse;
  return union;
}
