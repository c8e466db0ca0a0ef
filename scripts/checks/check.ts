import { tool } from '../tool.ts';

/** What a check found: nothing wrong when there are no problems. `note` is shown beside its name when it passes. */
export interface Outcome {
  readonly problems: readonly string[];
  readonly note?: string;
}

/** One promise the repository keeps. */
export interface Check {
  readonly name: string;
  run(): Promise<Outcome>;
}

/** The outcome of a tool that says by its exit code whether all is well. */
export async function clean(script: string, args: readonly string[]): Promise<Outcome> {
  const { code, output } = await tool(script, args);
  return { problems: code === 0 ? [] : [output] };
}
