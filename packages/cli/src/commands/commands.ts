export { check } from './check.ts';
export { score } from './score.ts';
