export { check } from './check.ts';
export { compare } from './compare.ts';
export { importFiles } from './import.ts';
export { score } from './score.ts';
export { sql } from './sql.ts';
export { vectors } from './vectors.ts';
