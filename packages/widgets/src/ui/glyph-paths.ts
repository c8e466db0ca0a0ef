import type { Tone } from '@hale/core/report';

/** The shape that stands for a tier, so that colour never stands alone, in a box of 12; a ring for no score. */
export const glyphPaths: Readonly<Record<Tone | 'no-score', string>> = {
  'at-risk': 'M6 1.3 11.1 10.4H.9Z',
  watch: 'M6 .6 11.4 6 6 11.4.6 6Z',
  healthy: 'M10.9 6a4.9 4.9 0 1 1-9.8 0a4.9 4.9 0 1 1 9.8 0Z',
  thriving: 'M6 .4 7.59 4.22 11.71 4.55 8.57 7.23 9.53 11.25 6 9.1 2.47 11.25 3.43 7.23.29 4.55 4.41 4.22Z',
  'no-score': 'M10.4 6a4.4 4.4 0 1 1-8.8 0a4.4 4.4 0 1 1 8.8 0Z',
};

/** An arrow up or down for a gain or a loss, in a box of 10; vertical, so that it means the same in every direction. */
export const arrowPath = (change: number): string =>
  change < 0 ? 'M5 1v7.8M1.6 5.4 5 8.8l3.4-3.4' : 'M5 9V1.2M1.6 4.6 5 1.2l3.4 3.4';
