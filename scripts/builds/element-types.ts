import type { Described } from './described.ts';
import { comment } from './react.ts';

/** A member that may be left out, with its sentence; a name with a hyphen is quoted. */
const member = (name: string, type: string, text: string) =>
  `${comment('  ', text)}  ${/^\w+$/.test(name) ? name : `'${name}'`}?: ${type} | undefined;\n`;

/** An attribute that has another name than its property is given by either. */
const properties = ({ widget, fields }: Described) =>
  fields
    .flatMap(({ name, attribute, description }) => {
      const type = `${widget.name}['${name}']`;
      return [
        member(name, type, description),
        ...(attribute?.includes('-') ? [member(attribute, type, description)] : []),
      ];
    })
    .join('');

const events = ({ own }: Described) =>
  [...own.events]
    .map(([name, text]) => `${comment('  ', text)}  '${name}': HTMLElementEventMap['${name}'];\n`)
    .join('');

const interfaces = (one: Described) => `
/** What \`<${one.widget.tag}>\` is given. */
export interface ${one.widget.name}Properties {
${properties(one)}}

/** What \`<${one.widget.tag}>\` tells. */
export interface ${one.widget.name}Events {
${events(one)}}
`;

/** The declarations that the types for frameworks are made of: each element's class, properties and events, by tag. */
export function elementTypes(all: readonly Described[]): string {
  const entries = all.map(({ widget: { name, tag }, own }) => {
    const parts = `element: ${name}; properties: ${name}Properties; events: ${name}Events`;
    return `${comment('  ', own.summary)}  '${tag}': { ${parts} };\n`;
  });
  const names = all.map(({ widget }) => `  ${widget.name},\n`).sort();
  return `// Written by \`npm run build\` from the elements: change it there.
import type {
${names.join('')}} from '@hale/widgets';
${all.map(interfaces).join('')}
/** Every element by its tag. */
export interface HaleElements {
${entries.join('')}}
`;
}
