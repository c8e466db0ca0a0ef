import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import * as measures from '../../packages/core/src/measures/forms.ts';
import * as where from '../../packages/core/src/measures/where.ts';
import * as metrics from '../../packages/core/src/metrics/forms.ts';
import { model } from '../../packages/core/src/model/model.ts';
import * as rules from '../../packages/core/src/rules/rules.ts';
import { account } from '../../packages/core/src/schema/account.ts';
import { customerPolicy } from '../../packages/core/src/schema/customer-policy.ts';
import { customerView } from '../../packages/core/src/schema/customer-view.ts';
import { figureGrid } from '../../packages/core/src/schema/figure-grid.ts';
import { portfolioSummary } from '../../packages/core/src/schema/portfolio.ts';
import * as primitives from '../../packages/core/src/schema/primitives.ts';
import { report } from '../../packages/core/src/schema/report.ts';
import { backtestReport } from '../../packages/core/src/validation/backtest-report.ts';
import { root } from '../workspace.ts';

const folder = join(root, 'packages', 'core', 'schema');

/** The documents that people write or read outside of this code; one line makes another one of them. */
const documents = [
  { name: 'account', title: 'Hale account', schema: account },
  { name: 'backtest', title: 'Hale backtest', schema: backtestReport },
  { name: 'customer-policy', title: "Hale policy of a customer's view", schema: customerPolicy },
  { name: 'customer-view', title: "Hale customer's view", schema: customerView },
  { name: 'grid', title: 'Hale grid of figures', schema: figureGrid },
  { name: 'model', title: 'Hale health model', schema: model },
  { name: 'portfolio', title: 'Hale portfolio, counted', schema: portfolioSummary },
  { name: 'report', title: 'Hale health report', schema: report },
];

/** Definitions are named as the code names them: `#/$defs/rule` for what `rules.ts` exports as `rule`. */
const vocabulary = z.registry<{ id: string }>();
for (const [id, value] of Object.entries({ ...primitives, ...where, ...rules, ...measures, ...metrics })) {
  if (value instanceof z.core.$ZodType) vocabulary.add(value, { id });
}

const place = '#/$defs/';

/** JSON text of a schema, in which a definition that only points at another one is dropped, and pointed past. */
function textOf($id: string, title: string, document: z.core.JSONSchema.BaseSchema): string {
  const { $schema, $defs = {}, ...rest } = document;
  const end = (reference: string): string => {
    const target = $defs[reference.slice(place.length)];
    return target?.$ref && Object.keys(target).length === 1 ? end(target.$ref) : reference;
  };
  const kept = Object.entries($defs).filter(([name]) => end(place + name) === place + name);
  const straight = { $schema, $id, title, ...rest, $defs: Object.fromEntries(kept) };
  return `${JSON.stringify(straight, (key, value) => (key === '$ref' ? end(value) : value), 2)}\n`;
}

/** Instants and days are told by patterns of our own; readers of JSON Schema know them by the names of formats. */
function nameFormat({ zodSchema, jsonSchema }: { zodSchema: unknown; jsonSchema: { format?: string } }): void {
  if (zodSchema === primitives.instant) jsonSchema.format = 'date-time';
  if (zodSchema === primitives.day) jsonSchema.format = 'date';
}

/** Each JSON Schema file that the zod schemas of the core amount to: its path and its text. */
function schemas(): { path: string; text: string }[] {
  return documents.map(({ name, title, schema }) => {
    const document = z.toJSONSchema(schema, { io: 'input', reused: 'ref', metadata: vocabulary, override: nameFormat });
    return { path: join(folder, `${name}.json`), text: textOf(`urn:hale:schema:${name}`, title, document) };
  });
}

/** Writes the JSON Schemas into the core package, where they are committed. */
export function writeSchemas(): void {
  mkdirSync(folder, { recursive: true });
  for (const { path, text } of schemas()) writeFileSync(path, text);
}

/** The schema files that differ from what the zod schemas say now. */
export function staleSchemas(): string[] {
  return schemas()
    .filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
    .map(({ path }) => path);
}
