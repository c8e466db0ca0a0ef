/**
 * What each way to tell gets on real sets, by time and ninety days ahead: `npm run figures`. It prints the table that
 * packages/core/docs/validation.md shows, which a test holds to it; the same each time, in about a minute. The sets are no
 * part of the project: where they are not beside it, it says so and ends with 1.
 *
 *   npm run figures -- cdnow wholesaler      some sets of oulad, wholesaler, cdnow, ravenstack, iranian
 */
import { figureRows, knownSets } from './figures/figures.ts';
import { realSetsMissing } from './figures/real-sets.ts';
import { heading } from './figures/table.ts';

const sets = process.argv.slice(2).map((set) => set.toLowerCase());
const unknown = sets.find((set) => !knownSets.includes(set));
const fault =
  unknown === undefined
    ? realSetsMissing()
    : `npm run figures does not know ${unknown}: expected some of ${knownSets.join(', ')}.`;
if (fault === null) {
  for (const line of heading) console.log(line);
  for await (const row of figureRows(sets)) console.log(row);
} else {
  console.error(fault);
  process.exitCode = 1;
}
