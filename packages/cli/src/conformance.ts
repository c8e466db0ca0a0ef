export { differences, differs, type Fields, isFields } from './conformance/differences.ts';
export { inProcess } from './conformance/in-process.ts';
export { type Ask, type Case, type Given, givenOf, type Vectors } from './conformance/vectors.ts';
