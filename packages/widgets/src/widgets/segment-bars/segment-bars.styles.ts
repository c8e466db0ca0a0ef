import { css } from '../../ui/css.ts';

export const segmentStyles = css`
  .bar-rows {
    inline-size: auto;
  }
  .bar-rows tr > * {
    position: static;
    border: 0;
    padding: 0 0 calc(18 * var(--_step));
    background: none;
    vertical-align: middle;
  }
  .bar-rows tr:last-child > * {
    padding-block-end: 0;
  }
  .bar-rows:not(.folded) tbody th {
    inline-size: 140px;
    min-inline-size: 0;
    max-inline-size: 140px;
    padding-inline-end: 12px;
  }
  .name {
    font-weight: 600;
    font-size: 13px;
  }
  .bar-rows .small {
    display: block;
    line-height: 16px;
  }
  .bar-rows .amount {
    padding-inline-start: 8px;
    text-align: start;
    color: var(--_ink-muted);
  }
  .folded tbody tr {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: baseline;
    padding-block-end: calc(12 * var(--_step));
  }
  .folded,
  .folded tbody {
    display: block;
  }
  .folded tr > * {
    padding: 0;
    max-inline-size: none;
    min-inline-size: 0;
  }
  .folded .below {
    grid-column: 1 / -1;
    margin-block-start: 3px;
  }
  .wash {
    fill: var(--_tint);
  }
  .mark {
    fill: var(--_mark);
  }
  .missing {
    fill: none;
    stroke: var(--_line-strong);
    stroke-dasharray: 3 2;
  }
  .count {
    fill: var(--_text);
    font-size: 13px;
    font-weight: 600;
  }
  .blank .bar + .bar {
    margin-block-start: calc(18 * var(--_step));
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 18px;
    margin-block-start: calc(16 * var(--_step));
    font-size: 12px;
    line-height: 18px;
    color: var(--_ink-muted);
  }
  .key li {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  .key b {
    color: var(--_text);
  }
  @media (forced-colors: active) {
    .wash:not(.missing) {
      stroke: CanvasText;
    }
  }
`;
