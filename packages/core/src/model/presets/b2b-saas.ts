import document from './b2b-saas.json' with { type: 'json' };
import { checked } from './checked.ts';

/** The five dimensions of a B2B SaaS company: adoption, service, relationship, financial, sentiment. */
export const b2bSaas = /* @__PURE__ */ checked(document);
