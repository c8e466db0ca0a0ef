export type Fields = Readonly<Record<string, unknown>>;
export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Whether two numbers are the same to nine digits. */
const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** Where two answers differ, with what each says; numbers are compared to 1e-9, anything else exactly. */
export function differences(expected: unknown, actual: unknown, path = ''): string[] {
  if (typeof expected === 'number' && typeof actual === 'number' && isNear(expected, actual)) return [];
  if (!isFields(expected) || !isFields(actual) || Array.isArray(expected) !== Array.isArray(actual)) {
    return Object.is(expected, actual) ? [] : [differs(path, expected, actual)];
  }
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
  return keys.flatMap((key) => differences(expected[key], actual[key], `${path}/${key}`));
}

/** That one thing is not as expected: `/score must be 41, not 42`. */
export const differs = (path: string, expected: unknown, actual: unknown): string =>
  `${path || '/'} must be ${JSON.stringify(expected)}, not ${JSON.stringify(actual)}`;
