import type { Formats } from '../../ui/formats.ts';
import type { portfolioMessages } from './portfolio.messages.ts';
import type { countRows } from './query-rows.ts';
import type { AccountsReading } from './read-portfolio.ts';

/** "12 of 300 at risk; 5 renew within 30 days". */
export function sayAccounts(
  { rows, tiers }: AccountsReading,
  counts: ReturnType<typeof countRows>,
  words: (typeof portfolioMessages)['english'],
  formats: Formats,
): string {
  if (rows.length === 0) return words.none;
  const all = formats.number(rows.length);
  const [worst] = tiers;
  const isNamed = worst !== undefined && worst.tone !== 'plain';
  const [count = 0] = counts.tiers;
  const said = !isNamed
    ? words.all(all, rows.length)
    : count === 0
      ? words.noneWorst(all, worst.label)
      : words.worst(formats.number(count), all, worst.label);
  return counts.soon === 0 ? said : words.renewing(said, formats.number(counts.soon), counts.soon);
}

/** The address of an account's page: `{id}` becomes its id. Null where it is no address of the web. */
export function addressOf(template: string | null, id: string, base: string): string | null {
  if (!template) return null;
  try {
    const address = new URL(
      template.replaceAll('{id}', () => encodeURIComponent(id)),
      base,
    );
    return /^https?:$/.test(address.protocol) ? address.href : null;
  } catch {
    return null;
  }
}
