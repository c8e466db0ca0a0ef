/**
 * How properties are tried in Node. Every run of a commit draws the same cases, so a change that fails is a change that
 * is at fault; `npm test -- --seed 5 --times 20` looks where nobody has looked yet.
 */
import { registerHooks } from 'node:module';

/** The seed all properties draw from. */
const seed = Number(process.env.HALE_SEED ?? 1);

/** How many times as many cases as a property asks for. */
export const times = Number(process.env.HALE_TIMES ?? 1);

/** The library as tests see it, as the text of a module; `briefly` is in milliseconds, for all the cases of a property. */
export const tried = (briefly: number | null): string => `import fc from 'fast-check';
  fc.configureGlobal({ seed: ${seed}${briefly === null ? '' : `, interruptAfterTimeLimit: ${briefly * times}`} });
  const isUntried = (error) => /interrupted after 0 tests/.test(error.message);
  const more = (options) => ({ ...options, numRuns: (options?.numRuns ?? 100) * ${times} });
  export function assert(property, options) {
    const once = (error) => {
      if (!isUntried(error)) throw error;
      return fc.assert(property, { ...options, numRuns: 1, interruptAfterTimeLimit: 15_000 });
    };
    try {
      const asserted = fc.assert(property, more(options));
      return asserted?.catch ? asserted.catch(once) : asserted;
    } catch (error) {
      return once(error);
    }
  }
  export const check = (property, options) => fc.check(property, more(options));
  export * from 'fast-check';
  export default { ...fc, assert, check };`;

/** Gives the tests that this process loads the library as they are to see it. */
export function tryProperties(): void {
  const wrapped = 'hale-properties:fast-check';
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier !== 'fast-check') return next(specifier, context);
      if (context.parentURL === wrapped) return next(specifier, { ...context, parentURL: import.meta.url });
      return { url: wrapped, format: 'module', shortCircuit: true };
    },
    load: (url, context, next) =>
      url === wrapped ? { format: 'module', source: tried(null), shortCircuit: true } : next(url, context),
  });
}
