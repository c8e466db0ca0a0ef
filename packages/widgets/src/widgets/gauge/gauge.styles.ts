import { css } from '../../ui/css.ts';

export const gaugeStyles = css`
  :host {
    contain-intrinsic-inline-size: 120px;
    break-inside: avoid;
  }
  :host([layout='row']) {
    contain-intrinsic-inline-size: 220px;
  }
  .dial {
    position: relative;
    text-align: center;
  }
  /* Room for labels and needle hangs over, so that the arc itself is flush with the words around it. */
  .w120 {
    margin-inline: -9px;
  }
  .w200 {
    inline-size: 200px;
    margin-inline: -20px;
  }
  .w240 {
    inline-size: 240px;
    margin-inline: -26px;
  }
  .w300 {
    inline-size: 300px;
    margin-inline: -33px;
  }
  .label {
    margin-block-end: 6px;
  }
  .tier-word {
    display: flex;
    align-items: start;
    justify-content: center;
    min-block-size: 20px;
    font-size: 13px;
    line-height: 20px;
  }
  .tier-word .glyph {
    margin-block: 4.5px;
  }
  .within .tier-word bdi,
  .beyond .tier-word bdi {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .none {
    color: var(--_ink);
  }
  .narrow .tier-word {
    margin-block-start: 2px;
  }
  .within .tier-word,
  .change {
    position: absolute;
    inset-inline: 21%;
    white-space: nowrap;
  }
  .w200 .tier-word {
    display: block;
    inset-block-start: 119px;
    max-block-size: 40px;
    overflow: hidden;
    white-space: normal;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .w200 .tier-word .glyph {
    display: inline-block;
    margin: 0;
    margin-inline-end: 6px;
  }
  .w240 .tier-word {
    inset-block-start: 141px;
    font-size: 14px;
  }
  .w300 .tier-word {
    inset-block-start: 168px;
    font-size: 15px;
  }
  .change {
    display: flex;
    gap: 5px;
    align-items: center;
    justify-content: center;
    font-size: 12px;
    line-height: 18px;
    color: var(--_ink-muted);
  }
  .w240 .change {
    inset-block-start: 163px;
  }
  .w300 .change {
    inset-block-start: 198px;
  }

  /* Small print. */
  .notes {
    margin-block-start: calc(12 * var(--_step));
  }
  .notes.held {
    min-block-size: 36px;
  }
  .button {
    margin-block-start: 6px;
  }
  .narrow {
    inline-size: fit-content;
    max-inline-size: 128px;
    text-align: center;
  }
  .narrow .dial {
    display: inline-block;
    vertical-align: top;
  }
  .narrow .small {
    line-height: 17px;
    text-wrap: balance;
  }

  /* From 480 px: words beside the dial, the list of reasons. */
  .beside {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: start;
    column-gap: 62px;
  }
  /* Room for a headline of two lines and four reasons, so that nothing moves when they come. */
  .words.held {
    min-block-size: calc(169px + 36 * var(--_step));
  }
  .bar {
    block-size: 12px;
    max-inline-size: 220px;
    margin-block: 4px 12px;
    border-radius: 4px;
    background: var(--_line);
  }
  .bar + .bar {
    max-inline-size: 140px;
  }
  .lost {
    margin-block: calc(12 * var(--_step)) 2px;
  }
  .reasons li {
    display: flex;
    gap: 12px;
    font-size: 13px;
    line-height: calc(16px + 6 * var(--_step));
  }
  .reasons li + li {
    border-block-start: 1px solid var(--_line);
  }
  .name,
  .seen {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .seen {
    display: none;
    color: var(--_ink-muted);
  }
  .reasons b {
    font-weight: 500;
  }
  .beside .notes {
    margin-block-start: calc(8 * var(--_step));
  }
  .wide .words {
    max-inline-size: 640px;
  }
  .wide .words.held {
    min-block-size: calc(206px + 48 * var(--_step));
  }
  .wide .seen {
    display: block;
    flex: 2;
  }

  /* Lying down: in a row, and below 96 px the figure over the scale. */
  .row,
  .line {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .row {
    min-block-size: 24px;
  }
  .value {
    min-inline-size: 24px;
    text-align: end;
  }
  .beyond {
    min-inline-size: 0;
  }
  .beyond .tier-word {
    justify-content: start;
    font-weight: 400;
    white-space: nowrap;
  }
  .beyond .small {
    line-height: 16px;
  }
  .row .small {
    padding-inline-start: 17px;
    white-space: nowrap;
  }
  .beyond .button {
    margin-block-start: 0;
  }
  .stack .line {
    flex-wrap: wrap;
    gap: 2px;
  }
  .stack .value {
    text-align: start;
  }
  .lying:dir(rtl) {
    transform: scaleX(-1);
  }

  .plot,
  .arrow {
    fill: none;
    stroke: var(--_ink-muted);
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  /* Of hundreds on a page, those out of sight are laid out when they come into it. What reaches beyond its edges would be cut. */
  .contained {
    content-visibility: auto;
  }
  .plot {
    stroke-linecap: butt;
    text-anchor: middle;
  }
  text,
  .skeleton {
    stroke: none;
  }
  .track {
    stroke: var(--_line-strong);
    stroke-width: 1.25;
  }
  .dashed .track {
    stroke-dasharray: 3 4;
  }
  .faint .track {
    stroke: var(--_line);
  }
  .reach,
  .outline {
    stroke: var(--_mark);
  }
  .needle {
    stroke: var(--_ink);
    stroke-width: 2.5;
  }
  .halo {
    stroke: var(--_surface);
    stroke-width: 6.5;
  }
  .lying .needle {
    stroke-width: 2;
  }
  .lying .halo {
    stroke-width: 5;
  }
  .hollow .needle {
    stroke: inherit;
  }
  .then {
    fill: var(--_surface);
  }
  .between {
    stroke-dasharray: 2 3;
  }
  .skeleton {
    fill: var(--_line);
  }
  .figure {
    fill: var(--_ink);
    font-weight: 560;
    letter-spacing: -0.035em;
  }
  .hollow .figure,
  .dashed .figure {
    fill: var(--_ink-muted);
  }
`;
