import * as z from 'zod/mini';
import { parseInstant } from './instant.ts';
import { made } from './made.ts';

/** Names things: accounts, measures, tiers. 1–200 characters. */
export const id = /* @__PURE__ */ made(() => z.string().check(z.minLength(1), z.maxLength(200)));

/** A name for people. At most 120 characters. */
export const label = /* @__PURE__ */ made(() => z.string().check(z.maxLength(120)));

/** Words for people: a sentence, a step. At most 2,000 characters. */
export const words = /* @__PURE__ */ made(() => z.string().check(z.maxLength(2000)));

const exists = (text: string): boolean => !Number.isNaN(parseInstant(text));

const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const such = 'an instant in UTC such as 2026-11-14T09:00:00.000Z';

/** An instant as ISO 8601 in UTC, `2026-11-14T09:00:00.000Z`. Zod's own brings half a kilobyte of formats with it. */
export const instant = /* @__PURE__ */ made(() =>
  z.string(such).check(
    z.regex(instantPattern, { error: such, abort: true }),
    z.refine(exists, {
      error: 'be a time that there is, such as 2026-11-14T09:00:00.000Z',
      params: { code: 'no-such-time' },
    }),
  ),
);

const dayPattern = /^\d{4}-\d\d-\d\d$/;
const suchDay = 'a day such as 2026-11-14';

/** A day as ISO 8601, `2026-11-14`. */
export const day = /* @__PURE__ */ made(() =>
  z.string(suchDay).check(
    z.regex(dayPattern, { error: suchDay, abort: true }),
    z.refine((text) => exists(`${text}T00:00Z`), {
      error: 'be a day that there is, such as 2026-11-14',
      params: { code: 'no-such-time' },
    }),
  ),
);

/** A number from 0 to `most`. JSON can be given −0 and cannot give it back: it is 0. */
export const upTo = (most: number) =>
  z.number().check(
    z.gte(0),
    z.lte(most),
    z.overwrite((number) => number + 0),
  );

/** 0–100. */
export const percent = /* @__PURE__ */ made(() => upTo(100));

/** 0–1. */
export const fraction = /* @__PURE__ */ made(() => upTo(1));

/** What a fact or a property may hold. Numbers are finite. */
export const scalar = /* @__PURE__ */ made(() =>
  z.union([z.number(), z.string().check(z.maxLength(2000)), z.boolean()]),
);
export type Scalar = z.infer<typeof scalar>;

export const versionPattern = /^\d{1,6}(\.\d{1,6}){0,2}$/;
const suchVersion = 'a version such as 4, 4.1 or 4.1.0';

/** A version as `4`, `4.1` or `4.1.0`; higher is later. */
export const version = /* @__PURE__ */ made(() => z.string(suchVersion).check(z.regex(versionPattern, suchVersion)));

/** How a number is shown: a plain number, a share (0.48 is 48 %), or a length of time in days. */
export const unit = /* @__PURE__ */ made(() => z.enum(['number', 'percent', 'days']));
export type Unit = z.infer<typeof unit>;

/** How a tier looks, from worst to best; the words are the model's own. */
export const tone = /* @__PURE__ */ made(() => z.enum(['at-risk', 'watch', 'healthy', 'thriving']));
export type Tone = z.infer<typeof tone>;

/** A list with a ceiling: nothing from outside may be endless. */
export const list = <T extends z.core.$ZodType>(item: T, most: number) => z.array(item).check(z.maxLength(most));
