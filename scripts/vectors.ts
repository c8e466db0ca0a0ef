/**
 * Behind `npm run vectors`: answers every conformance vector with this implementation and writes the answers down.
 * A file is written only if all of its answers are what was worked out by hand, so that a change of what the core
 * says must first be argued in `why` and `expect`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerTo, unmet, type Vectors } from '../test/support/vectors.ts';
import { layOut } from './vectors/lay-out.ts';
import { filesOf, root, shown } from './workspace.ts';

const folder = join(root, 'packages', 'core', 'vectors');

/** Twelve digits of every number: more than is compared, and easier to read. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'number' ? Number(one.toPrecision(12)) : one)));

/** Writes the answers into a file; what is wrong with it instead, if anything is. */
function answer(file: string): string[] {
  // Written after this type; what is not so shows in the first answer.
  const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;
  const problems: string[] = [];
  const cases = vectors.cases.map((one) => {
    try {
      const { answer: _, ...rest } = one;
      const answer: unknown = answerTo(vectors, one);
      problems.push(...unmet(one.expect, answer).map((problem) => `${shown(file)}: ${one.name}: ${problem}`));
      return { ...rest, answer: rounded(answer) };
    } catch (error) {
      problems.push(`${shown(file)}: ${one.name}: ${error instanceof Error ? error.message : error}`);
      return one;
    }
  });
  if (problems.length === 0) writeFileSync(file, layOut({ ...vectors, cases }));
  return problems;
}

const files = filesOf(['packages/core/vectors/*.json']).filter((file) => !file.endsWith('index.json'));
const problems = files.flatMap(answer);
const names = files.map((file) => file.slice(folder.length + 1));
writeFileSync(join(folder, 'index.json'), layOut(names));
console.log(problems.join('\n') || `${files.length} files answered.`);
process.exit(problems.length > 0 ? 1 : 0);
