import type { Tone } from '@hale/core/report';
import { glyphPaths } from './glyph-paths.ts';
import type { Mark } from './marks.ts';

/** The shape of a tier as `glyph` has it, for what is drawn without templates. */
export function glyphMark(tone: Tone | null): Mark {
  const name = tone ?? 'no-score';
  const shape = {
    class: `glyph ${name}`,
    part: 'glyph',
    width: 11,
    height: 11,
    viewBox: '0 0 12 12',
    'aria-hidden': 'true',
  };
  return ['svg', shape, ['path', { class: tone ? '' : 'ring', d: glyphPaths[name] }]];
}
