import type { NotFoundHandler } from 'hono';
import { Problem, problemAnswer } from './problem.ts';

/** An address that is answered, in the words of hono (`/v1/accounts/:id`), to one method. */
interface Known {
  readonly method: string;
  readonly path: string;
}

const toRead = ['GET', 'HEAD'];

/** Answers what nothing else answers: an address that is not there, or a method that is not for it, with those that are. */
export const unanswered =
  (known: readonly Known[], hasPages: boolean): NotFoundHandler =>
  ({ req }) => {
    const own = known.filter(({ path }) => isAt(path, req.path)).map(({ method }) => method);
    const allowed = own.length ? own.flatMap((method) => (method === 'GET' ? toRead : [method])) : toRead;
    const problem = allowed.includes(req.method) ? nothingAt(req.path, hasPages) : wrongMethod(req.method, allowed);
    return problemAnswer(problem, req.path);
  };

/** Whether a pattern is of a path, part by part: `:id` is any one part. */
function isAt(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  return wanted.length === given.length && wanted.every((part, at) => part.startsWith(':') || part === given[at]);
}

const wrongMethod = (method: string, allowed: readonly string[]): Problem =>
  new Problem('wrong-method', `${method} is not known here: use ${allowed.join(' or ')}.`, {
    allow: allowed.join(', '),
  });

const nothingAt = (path: string, hasPages: boolean): Problem =>
  new Problem(
    'unknown-address',
    !hasPages && !path.startsWith('/v1/')
      ? 'The pages are not built: run "npm run build", then start the demo again.'
      : `There is nothing at ${path}.`,
  );
