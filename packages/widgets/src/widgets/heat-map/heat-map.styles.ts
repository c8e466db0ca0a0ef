import { css } from '../../ui/css.ts';

export const heatStyles = css`
  :host {
    contain-intrinsic-inline-size: 320px;
  }
  .plot {
    inline-size: fit-content;
  }
  .figures > * {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .name {
    fill: var(--_ink);
    font-size: 13px;
  }
  .sum {
    fill: var(--_ink);
    font-size: 13px;
    font-weight: 600;
  }
  .now,
  .strong {
    font-weight: 600;
  }
  /* Five steps of the accent: ink on the lighter four, the surface on the full one. */
  .step-1 {
    fill: color-mix(in oklab, var(--_accent) 12%, var(--_surface));
  }
  .step-2 {
    fill: color-mix(in oklab, var(--_accent) 26%, var(--_surface));
  }
  .step-3 {
    fill: color-mix(in oklab, var(--_accent) 40%, var(--_surface));
  }
  .step-4 {
    fill: color-mix(in oklab, var(--_accent) 55%, var(--_surface));
  }
  .step-5 {
    fill: var(--_accent);
  }
  /* Firefox takes the corners of a path for pointed ones, and makes it larger by them. */
  path {
    stroke-linejoin: round;
  }
  .step-0 {
    fill: none;
    stroke: var(--_line);
  }
  .unmeasured {
    fill: none;
    stroke: var(--_line-strong);
    stroke-dasharray: 3 2;
  }
  .in {
    fill: var(--_ink);
    stroke: none;
    font-size: 12px;
  }
  .in.step-0,
  .in.unmeasured {
    fill: var(--_ink-muted);
  }
  .in.step-5 {
    fill: var(--_surface);
    font-weight: 500;
  }
  .faint .step-0 {
    stroke-dasharray: 3 2;
  }
  .here {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 2;
  }
  .more,
  .legend {
    margin-block-start: 10px;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 18px;
    font-size: 12px;
    line-height: 18px;
    color: var(--_ink-muted);
  }
  .legend li {
    display: inline-flex;
    gap: 7px;
    align-items: center;
  }
  @media (forced-colors: active) {
    :is(rect, path):is(.step-1, .step-2, .step-3, .step-4, .step-5) {
      stroke: CanvasText;
    }
    .step-1 {
      fill: color-mix(in srgb, CanvasText 8%, Canvas);
    }
    .step-2 {
      fill: color-mix(in srgb, CanvasText 16%, Canvas);
    }
    .step-3 {
      fill: color-mix(in srgb, CanvasText 25%, Canvas);
    }
    .step-4 {
      fill: color-mix(in srgb, CanvasText 36%, Canvas);
    }
    .step-5 {
      fill: CanvasText;
    }
    .in {
      fill: CanvasText;
    }
    .in.step-5 {
      fill: Canvas;
      font-weight: 700;
    }
    .here {
      stroke: Highlight;
      stroke-width: 3;
    }
  }
`;
