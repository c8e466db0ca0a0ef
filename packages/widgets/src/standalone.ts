import './define.ts';

export { parseModel } from '@hale/core';
export { b2bSaas } from '@hale/core/presets/b2b-saas';
export * from './index.ts';
export * from './source/fetch.ts';
export * from './source/memory.ts';
export * from './source/model.ts';
