import { css } from '../../ui/css.ts';

export const portfolioStyles = css`
  :host {
    contain-intrinsic-inline-size: 960px;
  }
  .head {
    margin-block-end: 12px;
  }
  .tools,
  .tiers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  .tiers {
    gap: 4px;
  }
  .tools {
    margin-block-end: 8px;
  }
  .push {
    flex: 1;
  }
  .field,
  .tools .button {
    font: inherit;
    font-size: 13px;
    line-height: 20px;
    min-block-size: 32px;
  }
  .field {
    min-inline-size: 0;
    max-inline-size: 100%;
    padding-inline: 10px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
  }
  .field::placeholder {
    color: var(--_ink-muted);
    opacity: 1;
  }
  .find {
    flex: 0 1 200px;
  }
  .choose {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    color: var(--_text);
    border-color: transparent;
    white-space: nowrap;
  }
  .choose span {
    color: var(--_ink-muted);
  }
  .choose[aria-pressed="true"] {
    background: var(--_tint);
    border-color: var(--_mark);
  }
  .columns {
    position: relative;
  }
  summary {
    list-style: none;
    user-select: none;
    padding-block: 5px;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  fieldset {
    position: absolute;
    z-index: 3;
    inset-inline-end: 0;
    inset-block-start: calc(100% + 4px);
    inline-size: max-content;
    max-inline-size: 220px;
    padding: 8px 12px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: 13px;
  }
  .narrow-tools .push {
    display: none;
  }
  .narrow-tools fieldset {
    inset-inline: 0 auto;
  }
  fieldset label {
    display: flex;
    gap: 8px;
    align-items: center;
    min-block-size: 28px;
    white-space: nowrap;
  }
  input[type="checkbox"] {
    accent-color: var(--_accent);
    inline-size: 16px;
    block-size: 16px;
  }

  /* The grid scrolls within itself, so that what is below it stays where it is. */
  .grid {
    position: relative;
    container-type: inline-size;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-gutter: stable;
    border-block: 1px solid var(--_line);
    font-size: 13px;
    outline-offset: 1px;
  }
  .row {
    display: grid;
    grid-template-columns: var(--_columns);
    align-items: center;
    inline-size: 100%;
  }
  .heads {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    block-size: 37px;
    border-block-end: 1px solid var(--_line);
    background: var(--_surface);
    font-size: 12px;
    color: var(--_ink-muted);
  }
  .all {
    position: relative;
    overflow: hidden;
  }
  /* Each is a layer of its own, opaque so that its words keep their edges: a browser paints one anew, and not what lies around it. */
  .drawn .row {
    position: absolute;
    background: var(--_surface);
    transform: translateZ(0);
  }
  /* Of a row: what the host's density makes of it, the script measures here. */
  .row-height {
    position: absolute;
    visibility: hidden;
    inline-size: 1px;
  }
  .seen .row,
  .row-height {
    block-size: calc(34px + 16 * var(--_step));
  }
  .seen .row {
    border-block-end: 1px solid var(--_line);
    contain: strict;
    cursor: pointer;
  }
  /* Below the last one is the frame. */
  .seen .last {
    padding-block-end: 1px;
    border-block-end: 0;
  }
  .drawn .row:hover {
    background: var(--_wash);
  }
  .drawn .chosen,
  .drawn .chosen:hover {
    background: var(--_accent-wash);
    box-shadow: inset 3px 0 var(--_accent);
  }
  .row.chosen:dir(rtl) {
    box-shadow: inset -3px 0 var(--_accent);
  }
  .cell {
    display: flex;
    gap: 10px;
    align-items: center;
    min-inline-size: 0;
    block-size: 100%;
    padding-inline: 7px;
    white-space: nowrap;
  }
  .cell:first-child {
    padding-inline-start: 0;
  }
  .chosen .cell:first-child {
    padding-inline-start: 10px;
  }
  .cell:last-child {
    padding-inline-end: 4px;
  }
  .figure {
    justify-content: flex-end;
    text-align: end;
  }
  /* Many seats take two lines; no figure is cut off. */
  .seats bdi {
    white-space: normal;
    line-height: 17px;
  }
  .heads button {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    min-block-size: 36px;
    white-space: nowrap;
  }
  .heads .figure button {
    flex-direction: row-reverse;
  }
  .sort {
    visibility: hidden;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  [aria-sort] .sort {
    visibility: visible;
  }
  [aria-sort] {
    color: var(--_ink);
    font-weight: 500;
  }
  .grid:focus-visible .active {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
    border-radius: 3px;
  }
  .grid:has(.active):focus-visible {
    outline: none;
  }

  .two {
    display: grid;
    min-inline-size: 0;
    line-height: 17px;
    justify-items: start;
  }
  .figure .two {
    justify-items: end;
  }
  .two > * {
    max-inline-size: 100%;
  }
  .two > *,
  .health .two {
    min-inline-size: 0;
    overflow: clip;
    text-overflow: ellipsis;
  }
  .name {
    color: var(--_ink);
    font-weight: 500;
    text-decoration: none;
  }
  .row:hover a.name {
    text-decoration: underline;
  }
  .second {
    font-size: 12px;
    font-weight: 400;
    color: var(--_ink-muted);
  }
  .eye,
  .eye .second {
    font-weight: 600;
    color: var(--_ink);
  }
  .missing {
    color: var(--_ink-muted);
    font-weight: 400;
  }
  .health {
    display: flex;
    gap: 10px;
    align-items: center;
    min-inline-size: 0;
  }
  .health > b {
    min-inline-size: 34px;
    text-align: end;
    font-size: 14px;
  }
  .tier-word {
    gap: 5px;
    min-inline-size: 0;
  }
  .tier-word bdi {
    min-inline-size: 0;
    overflow: clip;
    text-overflow: ellipsis;
  }
  .change,
  .flag {
    display: inline-flex;
    gap: 4px;
    align-items: center;
  }

  .track {
    fill: none;
    stroke: var(--_line-strong);
    stroke-width: 1.25;
  }
  .reach {
    fill: none;
    stroke: var(--_mark);
    stroke-width: 5;
  }
  .reach.hollow {
    stroke-width: 1.5;
  }
  .needle,
  .halo {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 2;
  }
  .halo {
    stroke: var(--_surface);
    stroke-width: 5;
  }
  .scale:dir(rtl),
  .spark:dir(rtl),
  .seat-bar:dir(rtl) {
    transform: scaleX(-1);
  }
  .line {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 1.5;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .now {
    fill: var(--_ink);
  }
  .arrow {
    fill: none;
    stroke: var(--_ink-muted);
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .on {
    fill: var(--_mark);
  }
  .off {
    fill: var(--_line);
  }
  .box {
    fill: none;
    stroke: var(--_line-strong);
  }
  .used {
    fill: var(--_ink-muted);
  }
  .to-come {
    inline-size: 60%;
    block-size: 8px;
    background: var(--_line);
    border-radius: 2px;
  }
  .none {
    padding-block: 24px;
    text-align: center;
  }

  /* Narrow: a row in two lines, and no heads. */
  .folded .heads {
    position: absolute;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .folded .seen .row,
  .folded .row-height {
    block-size: calc(52px + 12 * var(--_step));
  }
  .folded .seen .row {
    grid-template: "account health" 1fr "account renewal" 1fr / minmax(0, 1fr) auto;
    align-items: center;
    padding-block: calc(2px + 6 * var(--_step));
  }
  .folded .seen .last {
    padding-block-end: calc(3px + 6 * var(--_step));
  }
  .folded .cell {
    padding-inline: 0;
  }
  .folded .account {
    padding-inline-end: 8px;
  }
  .folded .chosen .account {
    padding-inline-start: 10px;
  }
  .folded .account {
    grid-area: account;
  }
  .folded .account .two {
    line-height: 24px;
    gap: 0;
    align-content: space-between;
  }
  .folded .health-cell {
    grid-area: health;
    justify-content: flex-end;
  }
  .folded .renewal {
    grid-area: renewal;
  }
  .folded .renewal .two {
    display: flex;
    gap: 6px;
  }
  /* Narrowest: the name, and how it is. */
  @container (inline-size < 200px) {
    .folded .seen .row {
      grid-template: "account" 1fr "health" 1fr / minmax(0, 1fr);
    }
    .folded .health-cell {
      justify-content: flex-start;
    }
    .folded .health > b {
      min-inline-size: 20px;
    }
    .folded .second,
    .folded .renewal {
      display: none;
    }
  }
`;
