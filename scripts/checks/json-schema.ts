import { staleSchemas } from '../builds/json-schema.ts';
import { shown } from '../workspace.ts';

/** The committed JSON Schemas are those that the zod schemas amount to. */
export const jsonSchema = {
  name: 'json-schema',
  async run() {
    return {
      problems: staleSchemas().map((path) => `${shown(path)} is behind its zod schema: npm run build writes it anew`),
    };
  },
};
