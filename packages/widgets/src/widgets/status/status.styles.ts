import { css } from '../../ui/css.ts';

export const statusStyles = css`
  :host {
    display: inline-block;
    contain: none;
    max-inline-size: 100%;
    vertical-align: middle;
    font-size: 13px !important;
    line-height: calc(16px + 8 * var(--_step)) !important;
  }
  .base {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
  }
  .pill {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    max-inline-size: 100%;
    min-block-size: 1lh;
    padding-inline: 8px 10px;
    border-radius: 12px;
    background: var(--_tint);
    color: var(--_text);
    font-weight: 500;
    white-space: nowrap;
  }
  .bare {
    padding-inline: 0;
    background: none;
  }
  .word {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .change {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  .bare .change {
    color: var(--_ink-muted);
    font-weight: 400;
  }
  .arrow {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .small {
    white-space: nowrap;
  }
  .stale .glyph {
    fill: none;
    stroke: var(--_mark);
    stroke-width: 1.5;
  }
  @media (forced-colors: active) {
    .pill:not(.bare) {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
  }
`;
