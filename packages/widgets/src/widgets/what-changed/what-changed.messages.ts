import { defineMessages } from '../../ui/messages.ts';

/** What <hale-what-changed> says. Figures come as written, with their sign where they are changes. */
export const changeMessages = defineMessages('what-changed', {
  title: 'What changed',
  between: (title: string, before: string, after: string) => `${title}, ${before} to ${after}`,
  down: (points: string) => `Down ${points}`,
  up: (points: string) => `Up ${points}`,
  same: (score: string) => `${score}, as before`,
  /** The headline: how far, and by which causes. */
  because: (moved: string, causes: string) => `${moved}: ${causes}`,
  cause: (name: string, points: string) => `${name} ${points}`,
  by: {
    data: 'the customer',
    coverage: 'what we can see',
    group: 'its segment or stage',
    model: 'how we score',
    override: 'set by hand',
  } as const,
  list: (causes: readonly string[]) => causes.join(', '),
  nothing: 'Nothing changed',
  lost: (score: string) => `No score any more, ${score} before`,
  gained: (score: string) => `${score}; there was no score before`,
  none: 'No score, as before',
  noBefore: 'No earlier report',
  otherAccount: 'These reports are of two accounts',
  estimates: 'Another model, segment or stage gave the earlier score: without the model the parts are estimates.',
  sums: 'The parts add up to the change.',

  /** The causes. */
  data: 'The customer',
  coverage: 'What we can see',
  group: 'Its segment or stage',
  model: 'How we score',
  override: 'Set by hand',

  caption: 'What moved the score, in points that add up to the change',
  what: 'What',
  why: 'Cause',
  how: 'How',
  before: 'Before',
  after: 'After',
  points: 'Points',
  place: 'Place on the scale',
  untold: 'Not told apart by these reports',
  rest: (shown: string) => `${shown} more`,

  /** What became of a contribution. */
  fromTo: (before: string, after: string) => `${before} to ${after}`,
  unseen: (before: string) => `${before} before, no longer observed`,
  stale: (before: string) => `${before} before, observed too long ago`,
  seen: (after: string) => `${after}, not observed before`,
  joined: 'not asked for before',
  left: 'no longer asked for',
  decides: 'decides now',
  yields: 'no longer decides',
  carries: (after: string, before: string) => `carries ${after} of the score, ${before} before`,
  otherwise: 'is scored otherwise',
  start: 'to begin with',
  limit: 'held to its limits',
});
