import * as z from 'zod/mini';
import type { Issue } from '../errors.ts';
import { made } from '../schema/made.ts';
import type { MethodForm } from './method.ts';
import { type Methodical, methodNames } from './methods.ts';
import { pointsForm } from './points.ts';
import { vetoForm } from './veto.ts';

/** What methods can be told, one line for each that can be told anything. They lie apart from the methods, so that scoring does not carry them. */
const forms = /* @__PURE__ */ made(() => ({ points: pointsForm, veto: vetoForm }));

type Settings = (typeof forms)[keyof typeof forms]['settings'];
type All<Each> = (Each extends unknown ? (one: Each) => void : never) extends (all: infer A) => void ? A : never;

/** Fields of a group that choose its method and tell it what it may be told. */
export const methodFields = /* @__PURE__ */ made(() => ({
  /** How its members become one figure; `weighted` when absent. */
  method: z.optional(z.enum(methodNames)),
  // Sound: what is put together of all settings has those of each.
  ...(Object.assign({}, ...Object.values(forms).map(({ settings }) => settings)) as All<Settings>),
}));

const formOf = ({ method = 'weighted' }: Methodical) =>
  Object.hasOwn(forms, method) ? forms[method as keyof typeof forms] : null;

/** The settings a group gives that its method does not know. */
export const strangeSettings = (group: Methodical): string[] =>
  Object.values(forms)
    .flatMap(({ settings }) => Object.keys(settings))
    .filter((key) => Object.hasOwn(group, key) && !Object.hasOwn(formOf(group)?.settings ?? {}, key));

/** What is wrong with the settings of a group that a schema cannot see. */
export const checkSettings = (group: Methodical, path: string): Issue[] =>
  // Sound: a group's schema holds the settings of every method.
  (formOf(group) as MethodForm | null)?.check?.(group, path) ?? [];
