import account from '@hale/core/schema/account.json' with { type: 'json' };
import backtest from '@hale/core/schema/backtest.json' with { type: 'json' };
import customerView from '@hale/core/schema/customer-view.json' with { type: 'json' };
import model from '@hale/core/schema/model.json' with { type: 'json' };
import portfolio from '@hale/core/schema/portfolio.json' with { type: 'json' };
import report from '@hale/core/schema/report.json' with { type: 'json' };
import * as z from 'zod/mini';
import { type JsonSchema, toldAs } from './told-as.ts';

const documents = {
  Account: account,
  Backtest: backtest,
  CustomerView: customerView,
  Model: model,
  Portfolio: portfolio,
  Report: report,
};

/** A document of the core, by the name that it has in this API's document. */
export const core = <Document>(name: keyof typeof documents) =>
  toldAs(z.custom<Document>(), { $ref: `#/components/schemas/${name}` });

/** What the core's own JSON Schemas say, each with its definitions beside it: `Report`, `Report.tier`. */
export function coreComponents(): Record<string, JsonSchema> {
  const components: Record<string, JsonSchema> = {};
  for (const [name, { $schema: _, $id: __, $defs, ...document }] of Object.entries(documents)) {
    components[name] = named(document, name);
    for (const [definition, schema] of Object.entries($defs)) {
      components[`${name}.${definition}`] = named(schema as JsonSchema, name);
    }
  }
  return components;
}

/** An event as the document of an account has it, and what stands beside it: `beside` is the schema of each by its name. */
export function eventWith(beside: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const components = coreComponents();
  const { $ref = '' } = (account.properties.events as { items: JsonSchema }).items;
  const event = components[`Account.${$ref.slice(definitions.length)}`];
  if (!event?.properties) throw new Error('The events of an account have no schema of their own.');
  // One object: two that are each closed would refuse what the other one names.
  return {
    ...event,
    properties: { ...beside, ...event.properties },
    required: [...Object.keys(beside), ...(event.required ?? [])],
  };
}

const definitions = '#/$defs/';

/** The same, pointing at where its definitions are here. */
function named(schema: object, name: string): JsonSchema {
  const text = JSON.stringify(schema, (key, value) =>
    key === '$ref' && String(value).startsWith(definitions)
      ? `#/components/schemas/${name}.${value.slice(definitions.length)}`
      : value,
  );
  // What was a JSON Schema is one still.
  return JSON.parse(text) as JsonSchema;
}
