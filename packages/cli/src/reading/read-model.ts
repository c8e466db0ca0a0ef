import { HealthError, type Issue, type Model, migrateModel, parseModel } from '@hale/core';
import { type Fault, Faults } from '../terminal/fault.ts';
import { type JsonDocument, readJson } from './json-document.ts';

/** A sound model, and what is worth a second look. */
export interface CheckedModel {
  readonly model: Model;
  readonly document: JsonDocument;
  readonly warnings: readonly Fault[];
}

/** Reads a model; `-` is standard input. Throws Faults with all that is wrong with it, each with its line and character. */
export function readModel(file: string): CheckedModel {
  const document = readJson(file);
  try {
    const { model, notes } = migrateModel(document.value);
    const older = notes.map((note) => locate(document, { code: 'older-format', path: '', message: note }));
    return { model: parseModel(model), document, warnings: [...document.twice, ...older] };
  } catch (error) {
    if (!(error instanceof HealthError)) throw error;
    throw new Faults(error.issues.map((issue) => locate(document, issue)));
  }
}

const locate = (document: JsonDocument, issue: Issue): Fault => document.locate(issue);
