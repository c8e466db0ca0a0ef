/**
 * Loaded before a program (`node --import`): it gets React 18 wherever it, or a package, asks for React.
 * React DOM 18 asks too: the installed one is linked to the React of the workspace.
 */
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    if (!/^react(-dom)?(\/|$)/.test(specifier)) return next(specifier, context);
    const other = specifier.replace(/^react(-dom)?/, '$&-18');
    return next(other, { ...context, parentURL: import.meta.url });
  },
});
