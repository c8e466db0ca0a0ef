import type { Issue } from '../errors.ts';

/** An issue where the ends of a line are the same, or further apart than a number can hold. */
export function checkSpan(path: string, end: number, other: string, from: number): Issue[] {
  if (from === end) {
    return [
      {
        code: 'empty-range',
        path,
        message: `${path} must differ from ${other} (both ${end}): a range needs two ends.`,
      },
    ];
  }
  if (Number.isFinite(end - from)) return [];
  return [
    {
      code: 'endless-range',
      path,
      message: `${path} must be nearer to ${other} (${from}) than it is (${end}): the span between them is more than a number can hold.`,
    },
  ];
}
