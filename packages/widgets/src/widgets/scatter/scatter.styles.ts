import { css } from '../../ui/css.ts';

export const scatterStyles = css`
  :host {
    contain-intrinsic-inline-size: 320px;
  }
  .figures > * {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .axis,
  .rule,
  .base,
  .fit,
  .leader,
  .subject,
  .here,
  .ring-halo {
    fill: none;
  }
  .axis {
    stroke: var(--_mark);
    stroke-width: 3;
  }
  .faint .axis {
    stroke: var(--_line);
  }
  .rule {
    stroke: var(--_line);
  }
  .base,
  .fit,
  .leader {
    stroke: var(--_line-strong);
  }
  .mark {
    fill: var(--_mark);
    stroke: var(--_surface);
    stroke-width: 2.4;
    paint-order: stroke;
  }
  .mark.no-score {
    fill: var(--_surface);
    stroke: var(--_mark);
    stroke-width: 1.5;
    stroke-dasharray: 2.3 2.3;
  }
  .gathered {
    fill: color-mix(in oklab, var(--_accent) 62%, var(--_surface));
    stroke: var(--_surface);
  }
  .ring-halo {
    stroke: var(--_surface);
    stroke-width: 5;
  }
  .subject,
  .here {
    stroke: var(--_accent);
    stroke-width: 2;
  }
  .here {
    stroke: var(--_ink);
  }
  .pointed {
    fill: var(--_ink);
    stroke: var(--_surface);
    stroke-width: 4;
    paint-order: stroke;
    font-size: 13px;
    font-weight: 600;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 18px;
    margin-block-start: 10px;
    font-size: 12px;
    line-height: 18px;
    color: var(--_ink-muted);
  }
  .legend li {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }
  .legend b {
    color: var(--_text);
  }
  @media (forced-colors: active) {
    .gathered {
      fill: CanvasText;
    }
  }
`;
