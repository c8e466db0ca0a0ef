/** What the doc block of an element's class says of it. */
export interface ElementDocs {
  /** Its first paragraph. */
  readonly summary: string;
  /** Of each property that has a sentence, by its own name or its attribute's. */
  readonly properties: ReadonlyMap<string, string>;
  /** Each event it fires, and when. */
  readonly events: ReadonlyMap<string, string>;
}

const tag = /^@(attr|prop|fires)\s+(?:\{.*?\}\s+)?([\w-]+)\s*-?\s*(.*)$/s;

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
  for (const [, text = '', name = ''] of source.matchAll(new RegExp(`${block}declare (\\w+)`, 'g'))) {
    properties.set(name, paragraphs(text).join(' '));
  }
  for (const paragraph of rest) {
    const [, kind, name = '', text = ''] = tag.exec(paragraph) ?? [];
    if (kind !== undefined) (kind === 'fires' ? events : properties).set(name, text);
  }
  return { summary, properties, events };
}
