import * as z from 'zod/mini';
import type { Issue } from '../errors.ts';
import { form, type Made } from '../schema/form.ts';
import { list, percent } from '../schema/primitives.ts';
import { double } from '../sql/double.ts';
import { join, sql } from '../sql/fragment.ts';
import { metricFields } from './metric-fields.ts';
import { listed, metricKind } from './metric-kind.ts';
import type { MetricSql } from './metric-sql.ts';

const schema = () =>
  z.strictObject({
    kind: z.literal('bands'),
    ...metricFields,
    /** From the lowest edge up. An edge belongs to the band that starts there. */
    bands: list(z.strictObject({ from: z.number(), score: percent }), 50).check(z.minLength(1)),
  });
type Bands = Made<typeof schema>;

/** A score for each band of values. A value below the first edge takes the first band's score. */
export const bands = metricKind<Bands>({
  kind: 'bands',
  score({ bands }, value) {
    let score = bands[0]?.score ?? 0;
    for (const band of bands) {
      if (value < band.from) break;
      score = band.score;
    }
    return score;
  },
  rises({ bands }) {
    const rising = bands.every(({ score }, index) => score >= (bands[index - 1]?.score ?? 0));
    const falling = bands.every(({ score }, index) => score <= (bands[index - 1]?.score ?? 100));
    if (rising) return 'up';
    return falling ? 'down' : 'neither';
  },
  explain: ({ bands }, say) =>
    listed(bands.map((band) => `${Math.round(band.score * 10) / 10} from ${say(band.from)}`)),
});

/** How it is written in a model. */
export const bandsForm = /* @__PURE__ */ form(schema, ({ bands }: Bands, path: string): Issue[] => {
  return bands.flatMap((band, index) => {
    const before = bands[index - 1];
    if (!before || before.from < band.from) return [];
    const at = `${path}.bands[${index}].from`;
    return [
      {
        code: 'bands-order',
        path: at,
        message: `${at} must be greater than the edge before it (${before.from}), not ${band.from}: bands go from the lowest up.`,
      },
    ];
  });
});

/** The same for all accounts at once. */
export const bandsSql: MetricSql<Bands> = ({ bands }, value, dialect) => {
  const [first, ...others] = bands.map(({ from, score }) => ({
    from: double(dialect, from),
    score: double(dialect, score),
  }));
  const lowest = first?.score ?? double(dialect, 0);
  const cases = others.toReversed().map(({ from, score }) => sql` when ${value} >= ${from} then ${score}`);
  return { score: others.length ? sql`case${join(cases, sql``)} else ${lowest} end` : lowest };
};
