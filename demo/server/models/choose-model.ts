import { type Model, parseModel } from '@hale/core';
import { b2bSaas } from '@hale/core/presets/b2b-saas';
import ravenstack from './ravenstack.json' with { type: 'json' };

/** Models for records that lack what the preset asks for, by the name of the mapping the records came with. */
const own = new Map<string, unknown>([['RavenStack', ravenstack]]);

/** The model to score records with: the preset, unless there is one for this mapping. */
export function chooseModel(mapping: string): Model {
  const document = own.get(mapping);
  return document === undefined ? b2bSaas : parseModel(document);
}
