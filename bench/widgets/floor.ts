// The least that a page can do: a picture of the same marks as text, set by the browser's own parser. No accessibility
// beyond one name, no states, no languages, no sizes.
import { type Contender, type Datum, last, moments, sizes } from './contender.ts';

const tiers = [
  { label: 'At risk', from: 0, to: 40, color: '#a81b27' },
  { label: 'Watch', from: 40, to: 70, color: '#ba8109' },
  { label: 'Healthy', from: 70, to: 100, color: '#008270' },
];
const tierOf = (score: number) => tiers.findLast(({ from }) => score >= from) ?? tiers[0];

const style = document.createElement('style');
style.textContent = `
  .floor p { margin: 0; font-size: 13px; line-height: 20px; color: #5a5f68 }
  .floor text { font-size: 12px; fill: #5a5f68; text-anchor: middle }
  .floor .figure { font-size: 54px; font-weight: 560; fill: #191c22 }
  .floor path, .floor circle { fill: none; stroke: #868991; stroke-width: 1.25 }`;
document.head.append(style);

const parser = document.createElement('template');

/** Puts markup of our own into a box by the parser of templates. */
function set(box: HTMLElement, markup: string): HTMLElement {
  // biome-ignore lint/plugin: the floor is markup made of strings, and none of it comes from outside.
  parser.innerHTML = markup;
  box.replaceChildren(parser.content);
  return box;
}

const middle = { x: 120, y: 114 };
const place = (score: number, radius: number): [number, number] => {
  const angle = (((score - 50) / 100) * 240 - 90) * (Math.PI / 180);
  return [
    Math.round((middle.x + radius * Math.cos(angle)) * 100) / 100,
    Math.round((middle.y + radius * Math.sin(angle)) * 100) / 100,
  ];
};
const bow = (from: number, to: number, attributes: string) =>
  `<path ${attributes} d="M${place(from, 90)}A90 90 0 ${to - from > 75 ? 1 : 0} 1 ${place(to, 90)}"/>`;

function gauge(datum: Datum): string {
  const score = last(datum);
  const tier = tierOf(score);
  const earlier = datum.scores.at(-5) ?? score;
  const tracks = tiers
    .filter(({ to }) => to > score)
    .map(({ from, to }) => bow(Math.max(from, score) + 0.4, to - 0.4, ''));
  const reached = tiers
    .filter(({ from }) => from < score)
    .map(({ from, to }) => bow(from + 0.4, Math.min(to, score) - 0.4, `style="stroke:${tier?.color};stroke-width:8"`));
  const needle = `M${place(score, 82)}L${place(score, 98)}`;
  const [x, y] = place(earlier, 90);
  const labels = [40, 70].map((edge) => `<text x="${place(edge, 109)[0]}" y="${place(edge, 109)[1]}">${edge}</text>`);
  const ends = [0, 100].map((edge) => `<text x="${place(edge, 90)[0]}" y="${place(edge, 90)[1] + 17}">${edge}</text>`);
  const points = Math.round(Math.abs(score - earlier));
  return `<div class="floor"><p>${datum.label}</p><div role="img" aria-label="${datum.label}: ${Math.round(score)} of 100, ${tier?.label}">
    <svg width="240" height="182" viewBox="0 0 240 182" aria-hidden="true">${tracks.join('')}${reached.join('')}<circle cx="${x}" cy="${y}" r="4"/><path d="${needle}" style="stroke:#fff;stroke-width:6.5"/><path d="${needle}" style="stroke:#191c22;stroke-width:2.5"/>${labels.join('')}${ends.join('')}<text class="figure" x="120" y="130">${Math.round(score)}</text></svg>
    <p><svg width="11" height="11" viewBox="0 0 12 12"><circle cx="6" cy="6" r="4.9" style="fill:${tier?.color}"/></svg> ${tier?.label}</p>
    <p>${score < earlier ? '↓' : '↑'} ${points} in 28 days</p></div>
    <p>As of 14 Nov, 09:00 UTC</p><p>92% observed</p></div>`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function trend(datum: Datum): string {
  const { scores } = datum;
  const { width } = sizes.trend;
  const [left, right, top, bottom] = [40, width - 40, 16, 150];
  const x = (index: number) => Math.round((left + (index / (scores.length - 1)) * (right - left)) * 100) / 100;
  const y = (score: number) => Math.round((bottom - (score / 100) * (bottom - top)) * 100) / 100;
  const line = scores.map((score, index) => `${x(index)} ${y(score)}`).join('L');
  const score = last(datum);
  const change = Math.round(score - (scores.at(-5) ?? score));
  const at = moments(scores.length);
  const ticks = [0, 22, 44, 66].map(
    (index) => `<text x="${x(index)}" y="167">${months[new Date(at[index] ?? 0).getUTCMonth()]}</text>`,
  );
  return `<div class="floor"><p>${datum.label}, 20 months</p><p>${change < 0 ? 'Down' : 'Up'} ${Math.abs(change)} in 28 days</p>
    <svg width="${width}" height="180" viewBox="0 0 ${width} 180" role="img" aria-label="${datum.label}: ${Math.round(score)} of 100">${tiers.map(({ from, to, color }) => `<path style="stroke:${color};stroke-width:4" d="M34 ${y(from)}V${y(to)}"/><path d="M40 ${y(from)}H${right}"/><text x="20" y="${y(from) + 4}">${from}</text>`).join('')}<path style="stroke:#191c22;stroke-width:1.75" d="M${line}"/><circle cx="${x(scores.length - 5)}" cy="${y(scores.at(-5) ?? score)}" r="4"/><circle cx="${right}" cy="${y(score)}" r="4.5" style="fill:#191c22"/>${ticks.join('')}<text x="${right + 18}" y="${y(score) + 5}">${Math.round(score)}</text></svg>
    <p>${tierOf(score)?.label}; as of 14 Nov, 09:00 UTC</p><button type="button">Show as a table</button></div>`;
}

export const floorGauge: Contender<HTMLElement, Datum> = {
  name: 'SVG as text',
  given: (datum) => datum,
  mount: (box, datum) => set(box, gauge(datum)),
  update: (box, datum) => void set(box, gauge(datum)),
};

export const floorTrend: Contender<HTMLElement, Datum> = {
  name: 'SVG as text',
  given: (datum) => datum,
  mount: (box, datum) => set(box, trend(datum)),
  update: (box, datum) => void set(box, trend(datum)),
};
