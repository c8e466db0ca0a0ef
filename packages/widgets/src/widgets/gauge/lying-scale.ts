import { html, nothing, svg, type TemplateResult } from 'lit';
import { round, stroke } from '../../draw/path.ts';
import { notched, position } from '../../draw/scale.ts';
import type { GaugePicture } from './picture.ts';

const height = 14;
const y = height / 2;
const band = 5;

/** The scale lying down, `width` px long, with the score on it. It mirrors where writing runs from right to left. */
export function lyingScale(picture: GaugePicture, width: number): TemplateResult {
  const { look, edges, earlier, score, hand } = picture;
  const at = position(1, width - 1);
  const cuts = edges.map(at);
  const x = at(score ?? 0);
  const mark = (name: string, d: string) => svg`<path class=${name} d=${d} />`;
  const outline = ({ start, end }: { start: number; end: number }) =>
    mark('outline', `M${round(start + 0.75)} ${y - 2}H${round(end - 0.75)}V${y + 2}H${round(start + 0.75)}Z`);
  const hollow = (to: number) =>
    notched(1, to, cuts)
      .filter(({ start, end }) => end - start > 2)
      .map(outline);
  const solid = ({ start, end }: { start: number; end: number }) =>
    svg`<path class="reach" stroke-width=${band} d=${stroke(start, y, end, y)} />`;
  return html`<svg part="plot" class="lying ${look}" width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    ${notched(x, width - 1, cuts).map(({ start, end }) => mark('track', stroke(start, y, end, y)))}
    ${look !== 'hollow' && !hand ? notched(1, x, cuts).map(solid) : nothing}
    ${look === 'hollow' ? hollow(x) : hand ? svg`<g class=${hand.tone}>${hollow(at(hand.computed))}</g>` : nothing}
    ${hand ? notched(at(hand.from), at(hand.to), cuts).map(solid) : nothing}
    ${earlier === null ? nothing : svg`<circle class="then" cx=${round(at(earlier))} cy=${y} r="2.75" />`}
    ${score === null ? nothing : [mark('halo', stroke(x, 2, x, 12)), mark('needle', stroke(x, 1.5, x, 12.5))]}
  </svg>`;
}
