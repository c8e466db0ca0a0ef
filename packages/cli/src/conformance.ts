export { differences, differs, type Fields, isFields } from './conformance/differences.ts';
export { type Ask, inProcess } from './conformance/in-process.ts';
export { type Case, type Given, givenOf, type Vectors } from './conformance/vectors.ts';
