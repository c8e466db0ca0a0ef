import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';

const frame = /^\s+at (?:[\w.<>[\] ]+ )?\(?(?:file:|node:|\/|[A-Z]:\\)[^\s?#]*:\d+:\d+\)?$/;
const most = 20;

/**
 * What the log says of an error that nobody foresaw: on which route, of which kind, and where in the program. Never its
 * message, nor the address that was asked for: a token or a fact of an account may stand in either.
 */
export function logLine(context: Context, error: unknown): string {
  // The pattern of the address; the last one that is not for all of them.
  const route = matchedRoutes(context).findLast(({ path }) => !path.includes('*'));
  return [`${context.req.method} ${route?.path ?? '*'}`, ...told(error)].join('\n');
}

/** Makes an error of whatever is thrown that is none: the framework would leave it to the server, which prints it. */
export const errorsAlone: MiddlewareHandler = async (_, next) => {
  try {
    await next();
  } catch (thrown) {
    throw thrown instanceof Error ? thrown : new Error('What was thrown is no error.', { cause: thrown });
  }
};

/** An error in lines: of which kind, where in the program, and because of which others. */
export function told(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error)) return [`threw ${error === null ? 'null' : typeof error}`];
  const { name, cause } = error;
  const code = 'code' in error ? error.code : null;
  const kind = [name, code].filter((word) => typeof word === 'string' && /^[A-Za-z][\w-]{0,40}$/.test(word)).join(' ');
  const because = cause === undefined || depth > 2 ? [] : told(cause, depth + 1).map((line) => `  ${line}`);
  return [kind || 'Error', ...frames(error), ...(because.length ? ['because of', ...because] : [])];
}

/** Where it was thrown: the lines of its stack after its message that name a place, and nothing else. */
function frames({ stack, message }: Error): string[] {
  const text = typeof stack === 'string' ? stack : '';
  const after = text.includes(message) ? text.slice(text.indexOf(message) + message.length) : '';
  return after
    .split('\n')
    .filter((line) => frame.test(line))
    .slice(0, most);
}
