import { css } from '../../ui/css.ts';

export const backtestStyles = css`
  :host {
    contain-intrinsic-inline-size: 640px;
  }
  .verdict {
    max-inline-size: 46em;
    font-size: 20px;
    line-height: 27px;
    text-wrap: pretty;
  }
  .narrow .verdict {
    font-size: 16px;
    line-height: 22px;
  }
  .said {
    margin-block-start: 3px;
    min-block-size: 40px;
    font-weight: 500;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .wide-said {
    max-inline-size: 54em;
    min-block-size: 0;
  }
  .about {
    margin-block-start: 8px;
    max-inline-size: 60em;
  }
  section {
    min-inline-size: 0;
    margin-block-start: calc(28 * var(--_step));
    padding-block-start: calc(18 * var(--_step));
    border-block-start: 1px solid var(--_line);
  }
  /* While the keys are shown the table's button gives them its room, and is still the next stop of the tab order. */
  .foot {
    position: relative;
  }
  .plot:focus-visible ~ .foot .notes {
    display: block;
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .plots {
    display: grid;
    gap: 0 32px;
  }
  .two {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .three {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }

  .scale {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    align-items: center;
    margin-block-start: 10px;
    font-size: 13px;
  }
  fieldset {
    border: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-start: 16px;
  }
  .ahead {
    float: inline-start;
    margin-inline-end: 8px;
    font-size: 13px;
    line-height: 30px;
    color: var(--_ink-muted);
  }
  .choice {
    position: relative;
    font-size: 13px;
  }
  .choice input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .choice span {
    display: block;
    padding-inline: 10px;
    line-height: 26px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
  }
  .choice :checked + span {
    border-color: var(--_accent);
    background: var(--_accent-wash);
    color: var(--_accent-text);
  }
  .choice :focus-visible + span {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .calls {
    display: grid;
    gap: 14px;
    margin-block: 12px 8px;
  }
  .calls p {
    margin-block-start: 4px;
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    white-space: nowrap;
  }
  .swatch {
    display: inline-block;
    inline-size: 12px;
    block-size: 10px;
    margin-inline-end: 6px;
    border: 1px solid var(--_accent);
    border-radius: 1px;
    background: var(--_accent);
    forced-color-adjust: none;
  }
  .swatch.rest {
    background: var(--_surface);
    border-color: var(--_line-strong);
  }

  table {
    margin-block-start: 12px;
    max-inline-size: 860px;
  }
  table + table {
    margin-block-start: 22px;
  }
  table + .small {
    margin-block-start: 8px;
  }
  thead th,
  section > table tr > :first-child {
    position: static;
  }
  .narrow tbody th {
    min-inline-size: 0;
  }
  table.lines {
    margin-block-start: 18px;
    max-inline-size: 640px;
  }
  .tight th {
    min-inline-size: 0;
    white-space: normal;
  }
  table.tight th:first-child {
    inline-size: auto;
  }
  .tight td,
  .tight th {
    padding-inline-end: 6px;
  }
  .lines caption {
    text-align: start;
    margin-block-end: 2px;
  }
  .drawn {
    padding-inline-start: 20px;
    white-space: normal;
  }
  table th:first-child {
    inline-size: 34%;
  }
  .narrow .groups th:first-child {
    inline-size: auto;
  }
  .narrow .ahead {
    inline-size: 100%;
    line-height: 18px;
  }
  .drawn > span {
    display: inline-block;
  }
  .drawn > svg {
    display: inline-block;
    vertical-align: middle;
    margin-inline-end: 10px;
  }
  .cautions {
    list-style: disc;
    padding-inline-start: 18px;
    margin-block-start: 6px;
    max-inline-size: 60em;
  }

  .rule {
    fill: none;
    stroke: var(--_line);
  }
  .base,
  .notch {
    fill: none;
    stroke: var(--_line-strong);
  }
  .line {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 1.75;
    stroke-linejoin: round;
  }
  .whisker {
    fill: none;
    stroke: var(--_ink-muted);
    stroke-width: 1.5;
  }
  .now {
    fill: var(--_ink);
  }
  /* Words over a line keep clear of it. */
  text.strong {
    paint-order: stroke;
    stroke: var(--_surface);
    stroke-width: 3px;
    stroke-linejoin: round;
  }
  .halo {
    fill: var(--_surface);
  }
  .cross {
    fill: none;
    stroke: var(--_accent);
  }
  .read {
    fill: var(--_accent);
  }
  .bar {
    fill: var(--_accent);
  }
  .bar.read {
    stroke: var(--_ink);
    stroke-width: 2;
  }
  rect.rest {
    fill: var(--_surface);
    stroke: var(--_line-strong);
  }
  @media (forced-colors: active) {
    .choice :checked + span {
      outline: 2px solid Highlight;
    }
  }
`;
