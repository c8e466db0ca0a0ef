/** Faults of the network and of the server that pass, and how widgets are to take them. */
export interface Fault {
  readonly title: string;
  /** What the widgets say of it. */
  readonly says: string;
  /** Requests that fail before one does not. */
  readonly times?: number;
  /** ms, by the clock of the page, that a request is under way before it is given up. */
  readonly patience?: number;
  /** ms after the first failure at which the report is there, where chance gives the longest pauses. */
  readonly within: number;
}

const unreached = 'There is no connection to the server.';
const unreadable = 'The answer of the server cannot be read.';
const late = 'The server took too long to answer.';

/** Tried at a proxy between Chromium and the demo's server, and played by msw in every engine. */
export const faults = {
  'reset in the body': { title: 'The connection is reset in the middle of the body', says: unreached, within: 1000 },
  'no answer': { title: 'No answer comes', says: late, patience: 30_000, within: 1000 },
  'stalled body': {
    title: 'The answer stops in the middle, and stays open',
    says: late,
    patience: 30_000,
    within: 1000,
  },
  'cut off': { title: 'The JSON is cut off', says: unreadable, within: 60_000 },
  'wrong types': { title: 'JSON of the wrong types', says: unreadable, within: 60_000 },
  'too large': { title: '50 MB', says: 'The answer of the server is too large.', within: 60_000 },
  'three 500s': { title: '500, three times', says: 'Out of order.', times: 3, within: 7000 },
  'too many': { title: '429 with `Retry-After: 5`', says: 'Too many requests.', within: 6000 },
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof faults;

/** A problem (RFC 9457) as JSON, of one of the words above. */
export const problemText = (status: number, says: string): string =>
  JSON.stringify({ type: 'about:blank', title: says.replace(/\.$/, ''), status });
