import { css } from '../../ui/css.ts';

export const dotStyles = css`
  .room {
    --_frame: 240px;
    --_row: 20px;
    --_usual: 9;
  }
  @container (width >= 400px) {
    .room {
      --_frame: 180px;
    }
  }
  :host {
    contain-intrinsic-inline-size: 320px;
  }
  .plot {
    inline-size: fit-content;
  }
  .name {
    fill: var(--_ink);
    font-size: 13px;
  }
  .name.quiet {
    fill: var(--_ink-muted);
  }
  .key {
    fill: var(--_accent);
    stroke: var(--_accent);
  }
  .other,
  .rest {
    fill: var(--_line-strong);
  }
  .key,
  .other {
    stroke-linejoin: round;
  }
  .hollow .key,
  .hollow .other {
    fill: var(--_surface);
    stroke-width: 1.25;
  }
  .hollow .other {
    stroke: var(--_line-strong);
  }
  .missing {
    fill: none;
    stroke: var(--_line-strong);
    stroke-width: 1.5;
    stroke-dasharray: 3 2;
  }
  .faint .rest {
    fill: var(--_line-strong);
  }
  .here {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.5;
  }
  .read .name {
    font-weight: 600;
  }

  .more {
    margin-block-start: 10px;
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
    gap: 7px;
    align-items: center;
  }
`;
