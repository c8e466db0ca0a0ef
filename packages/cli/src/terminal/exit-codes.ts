/** What the program ends with. */
export const exitCodes = {
  /** Done, and nothing was found to be wrong. */
  ok: 0,
  /** Done, and what was looked at has faults, or differs. */
  findings: 1,
  /** The command line cannot be understood. */
  usage: 2,
  /** It could not be done: a file that cannot be read, data that cannot be used, an engine that does not answer. */
  failed: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
