import { css } from '../../ui/css.ts';

export const playbookStyles = css`
  .room {
    --_frame: 190px;
    --_row: calc(max(25px, 85px - 16cqi) + 12 * var(--_step));
    --_usual: 4;
  }
  section,
  .because {
    max-inline-size: 640px;
  }
  .step {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) auto;
    gap: 0 9px;
    align-items: start;
    inline-size: calc(100% + 12px);
    margin-inline-start: -6px;
    min-block-size: calc(24px + 12 * var(--_step));
    padding-block: calc(6 * var(--_step));
    padding-inline: 3px 6px;
    border: 0;
    border-radius: 3px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  li + li {
    border-block-start: 1px solid var(--_line);
  }
  .step:hover {
    background: var(--_wash);
  }
  .step:focus-visible {
    outline-offset: -2px;
  }
  .target {
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
  }
  .check {
    fill: none;
    stroke: var(--_line-strong);
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .tip {
    visibility: hidden;
  }
  .step:hover .tip,
  .done .tip {
    visibility: visible;
  }
  .words {
    padding-block: 2px;
    /* At their ring, also where they run the other way. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
    overflow-wrap: anywhere;
  }
  .when {
    padding-block: 3px;
    font-size: 12px;
    line-height: 18px;
    color: var(--_ink-muted);
    white-space: nowrap;
  }
  .done .words {
    color: var(--_ink-muted);
  }
  .done .check {
    stroke: var(--_ink-muted);
  }
  .next .words {
    font-weight: 560;
  }
  .next .check {
    stroke: var(--_accent);
    stroke-width: 2;
  }
  .because {
    margin-block-start: 8px;
    text-wrap: pretty;
  }
  .other {
    border-block-start: 1px solid var(--_line);
    margin-block-start: 8px;
    padding-block-start: 4px;
  }
  .unfold {
    display: flex;
    gap: 4px 12px;
    align-items: baseline;
    justify-content: space-between;
    inline-size: 100%;
    min-block-size: calc(24px + 8 * var(--_step));
    font-weight: 500;
  }
  .unfold .small {
    font-weight: 400;
    white-space: nowrap;
  }
  .fold {
    display: inline-block;
    margin-inline-end: 8px;
    fill: none;
    stroke: var(--_ink-muted);
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  :host(:dir(rtl)) [aria-expanded="false"] .fold {
    transform: scaleX(-1);
  }
  .stale .next .check {
    stroke: var(--_line-strong);
  }
`;
