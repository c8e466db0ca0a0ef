import type { Model } from '../model.ts';
import document from './b2b-saas.json' with { type: 'json' };

/** The five dimensions of a B2B SaaS company: adoption, service, relationship, financial, sentiment. */
// Sound: a test parses it. So a page that scores with it carries no schemas.
export const b2bSaas = document as unknown as Model;
