import { css } from './css.ts';

/** Looks of the table behind a plot, and of words that are pressed. */
export const tableStyles = css`
  .press {
    font: inherit;
    background: none;
    border: 0;
    color: inherit;
    cursor: pointer;
    min-block-size: 24px;
    text-align: start;
  }
  .press.link {
    color: var(--_accent-text);
  }
  .table-box {
    max-block-size: 320px;
    overflow: auto;
    margin-block: calc(8 * var(--_step));
    border-block: 1px solid var(--_line);
  }
  table {
    border-collapse: separate;
    border-spacing: 0;
    inline-size: 100%;
    font-size: 13px;
    line-height: 18px;
  }
  th {
    font-weight: 400;
    text-align: start;
    color: var(--_ink);
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_surface);
    font-size: 12px;
    color: var(--_ink-muted);
  }
  th,
  td {
    padding-block: calc(4 * var(--_step));
    padding-inline: 0 12px;
    border-block-end: 1px solid var(--_line);
    vertical-align: baseline;
  }
  tr > :last-child {
    padding-inline-end: 0;
  }
  td,
  thead th {
    white-space: nowrap;
  }
  tbody th {
    min-inline-size: 14ch;
    max-inline-size: 24ch;
    overflow-wrap: anywhere;
  }
  /* What a row is of stays in sight while its figures move. */
  tr > :first-child {
    position: sticky;
    inset-inline-start: 0;
    background: var(--_surface);
  }
  thead tr > :first-child {
    z-index: 1;
  }
  .figure {
    text-align: end;
  }
  /* The arrow stands before a figure's heading, so that heading and figures end in one line. */
  .figure .press {
    display: inline-flex;
    flex-direction: row-reverse;
    align-items: center;
    gap: 4px;
    text-align: end;
  }
  .sort {
    display: inline-block;
    margin-inline: 4px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
    visibility: hidden;
  }
  [aria-sort] .sort {
    visibility: visible;
  }
  [aria-sort] .press {
    color: var(--_ink);
    font-weight: 500;
  }
`;
