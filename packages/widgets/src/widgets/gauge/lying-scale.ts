import { round, stroke } from '../../draw/path.ts';
import { notched, position, type Stretch } from '../../draw/scale.ts';
import type { Mark } from '../../ui/marks.ts';
import type { GaugePicture } from './picture.ts';
import { circle, plot, scaleMarks } from './scale-marks.ts';

const height = 14;
const y = height / 2;
const band = 5;

const along = ({ start, end }: Stretch) => stroke(start, y, end, y);
const around = ({ start, end }: Stretch) =>
  end - start > 2 ? `M${round(start + 0.75)} ${y - 2}H${round(end - 0.75)}V${y + 2}H${round(start + 0.75)}Z` : '';

/** The scale lying down, `width` px long, with the score on it. It mirrors where writing runs from right to left. */
export function lyingScale(picture: GaugePicture, width: number): Mark {
  const { look, edges, earlier, score, hand } = picture;
  const at = position(1, width - 1);
  const cuts = edges.map(at);
  const x = at(score ?? 0);
  const isHollow = look === 'hollow';
  const pieces = (from: number, to: number, text: (stretch: Stretch) => string) =>
    notched(from, to, cuts).map(text).join('');
  const marks = scaleMarks(
    {
      track: pieces(x, width - 1, along),
      reach: isHollow ? '' : hand ? pieces(at(hand.from), at(hand.to), along) : pieces(1, x, along),
      outline: isHollow ? pieces(1, x, around) : hand ? pieces(1, at(hand.computed), around) : '',
      earlier: earlier === null ? '' : circle({ x: at(earlier), y }, 2.75),
      halo: score === null ? '' : stroke(x, 2, x, 12),
      needle: score === null ? '' : stroke(x, 1.5, x, 12.5),
      band,
    },
    picture,
  );
  return plot(`lying ${look}`, width, height, marks);
}
