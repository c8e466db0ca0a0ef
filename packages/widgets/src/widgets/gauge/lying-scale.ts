import { round, stroke } from '../../draw/path.ts';
import { notched, position, type Stretch } from '../../draw/scale.ts';
import type { Mark } from '../../ui/marks.ts';
import type { GaugePicture } from './picture.ts';
import { plot, scaleMarks } from './scale-marks.ts';

const height = 14;
const y = height / 2;

const along = ({ start, end }: Stretch) => stroke(start, y, end, y);
const around = ({ start, end }: Stretch) =>
  end - start > 2 ? `M${round(start + 0.75)} ${y - 2}H${round(end - 0.75)}V${y + 2}H${round(start + 0.75)}Z` : '';

/** The scale lying down, `width` px long, with the score on it. It mirrors where writing runs from right to left. */
export function lyingScale(picture: GaugePicture, width: number): Mark {
  const at = position(1, width - 1);
  const cuts = picture.edges.map(at);
  const pieces = (from: number, to: number, draw = along) => notched(at(from), at(to), cuts).map(draw).join('');
  const track = {
    at: (score: number) => ({ x: at(score), y }),
    pieces: (from: number, to: number) => pieces(from, to),
    outlines: (to: number) => pieces(0, to, around),
    across: (score: number, beyond: number) => stroke(at(score), y - beyond, at(score), y + beyond),
  };
  return plot(`lying ${picture.look}`, width, height, scaleMarks(track, picture, [5, 5.5, 5, 2.75]));
}
