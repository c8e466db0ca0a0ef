export { parseModel } from '@hale/core';
export { b2bSaas } from '@hale/core/presets/b2b-saas';
export * from './source/model.ts';
