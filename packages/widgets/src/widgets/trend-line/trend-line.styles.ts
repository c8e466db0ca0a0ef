import { css } from '../../ui/css.ts';

export const trendStyles = css`
  /* Of hundreds on a page, those out of sight are laid out when they come into it. What reached beyond its edges would be cut. */
  .plot-svg {
    content-visibility: auto;
  }
  .axis {
    fill: none;
    stroke: var(--_mark);
    stroke-width: 3;
  }
  .faint .axis {
    stroke: var(--_line);
  }
  .rule {
    fill: none;
    stroke: var(--_line);
  }
  .notch,
  .base,
  .version {
    fill: none;
    stroke: var(--_line-strong);
  }
  .flag {
    fill: none;
    stroke: var(--_mark);
    stroke-width: 3;
  }
  .line {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 1.75;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .band {
    fill: var(--_wash);
  }
  .edge {
    fill: none;
    stroke: var(--_line-strong);
    stroke-width: 0.75;
  }
  .earlier {
    fill: var(--_surface);
    stroke: var(--_ink-muted);
    stroke-width: 1.5;
  }
  .now,
  .alone {
    fill: var(--_ink);
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
  .end {
    fill: var(--_ink);
    font-size: 15px;
    font-weight: 600;
  }
  .table-place {
    display: contents;
  }
`;
