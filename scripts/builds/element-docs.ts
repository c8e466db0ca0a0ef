/** What the doc block of an element's class says of it. */
export interface ElementDocs {
  /** Its first paragraph. */
  readonly summary: string;
  /** Of each property that has a sentence, by its own name or its attribute's. */
  readonly properties: ReadonlyMap<string, string>;
  /** Each event it fires, and when. */
  readonly events: ReadonlyMap<string, string>;
  /** The types that are named for properties and events, by their names. */
  readonly types: ReadonlyMap<string, string>;
  /** What of it can be styled from outside, its properties of CSS, and what is put into it. */
  readonly parts: ReadonlyMap<string, string>;
  readonly cssProperties: ReadonlyMap<string, string>;
  readonly slots: ReadonlyMap<string, string>;
}

const tag = /^@(attr|prop|fires|csspart|cssprop|slot)\s+(?:\{(.*?)\}\s+)?(.*?)\s*-\s+(.*)$/s;

const tiers = ['at-risk', 'watch', 'healthy', 'thriving'];

/** The names that stand before a sentence: several by commas, and one for each tier where it says `{tier}`. */
const namesIn = (list: string): string[] =>
  list
    .split(/,\s*/)
    .flatMap((name) => (name.includes('{tier}') ? tiers.map((tier) => name.replace('{tier}', tier)) : [name]));

/** The lines of a doc block without its stars, joined where a sentence runs on; a new paragraph or tag begins anew. */
function paragraphs(block: string): string[] {
  const lines = block.split('\n').map((line) => line.replace(/^\s*\* ?/, '').trim());
  const runs = lines.join('\n').split(/\n{2,}|\n(?=@)/);
  return runs.map((run) => run.replace(/\s*\n\s*/g, ' ').trim()).filter((run) => run !== '');
}

const block = String.raw`/\*\*((?:(?!\*/)[\s\S])*)\*/\s*`;

/**
 * Reads the docs of a class from its source: `@attr`, `@prop` and `@fires` of the block before it, and the blocks
 * before its `declare`d fields. Throws when there is no block before the class.
 */
export function docsOf(source: string, className: string): ElementDocs {
  const [, own] = new RegExp(`${block}export class ${className}\\b`).exec(source) ?? [];
  if (own === undefined) throw new Error(`The class ${className} has no doc block: it is what its component says too.`);
  const [summary = '', ...rest] = paragraphs(own);
  const properties = new Map<string, string>();
  const events = new Map<string, string>();
  const types = new Map<string, string>();
  const of = {
    attr: properties,
    prop: properties,
    fires: events,
    csspart: new Map(),
    cssprop: new Map(),
    slot: new Map(),
  };
  for (const [, text = '', name = ''] of source.matchAll(new RegExp(`${block}declare (\\w+)`, 'g'))) {
    properties.set(name, paragraphs(text).join(' '));
  }
  for (const paragraph of rest) {
    const [, kind, type, list = '', text = ''] = tag.exec(paragraph) ?? [];
    if (kind === undefined) continue;
    for (const name of namesIn(list)) {
      // Of the kinds that the pattern names.
      of[kind as keyof typeof of].set(name, text);
      if (type !== undefined) types.set(name, type);
    }
  }
  return { summary, properties, events, types, parts: of.csspart, cssProperties: of.cssprop, slots: of.slot };
}
