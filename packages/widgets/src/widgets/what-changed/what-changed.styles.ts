import { css } from '../../ui/css.ts';

export const changeStyles = css`
  .room {
    --_frame: 128px;
    --_row: calc(max(24px, 68.4px - 9.2cqi) + 8 * var(--_step));
    --_usual: 9;
  }
  .waterfall,
  .foot {
    max-inline-size: 720px;
  }
  .waterfall tr > * {
    position: static;
    border: 0;
    padding: calc(4 * var(--_step)) 0;
    background: none;
    font-size: 13px;
    line-height: 20px;
    white-space: normal;
    vertical-align: middle;
    color: var(--_ink-muted);
  }
  .waterfall tbody th {
    min-inline-size: 0;
    max-inline-size: none;
    padding-inline-end: 12px;
  }
  .waterfall :is(.name, .end > *, [part='points']) {
    color: var(--_ink);
  }
  .waterfall .cause > * {
    padding-block-start: calc(8 * var(--_step));
    font-size: 12px;
  }
  [part='how'] {
    font-size: 12px;
  }
  .end .glyph {
    display: inline-block;
    margin-inline-end: 8px;
  }
  .end .small {
    margin-inline-start: 4px;
    font-weight: 400;
  }
  .waterfall tfoot tr > * {
    border-block-start: 1px solid var(--_ink);
    font-weight: 600;
  }
  .waterfall tr > .steps {
    position: relative;
    padding: 0;
  }
  .steps svg {
    position: absolute;
    inset-block: 0;
    block-size: 100%;
  }
  .place:dir(rtl) {
    transform: scaleX(-1);
  }
  .waterfall tr > .amount {
    inline-size: 1px;
    padding-inline-start: 16px;
    text-align: end;
    white-space: nowrap;
  }
  .edge {
    stroke: var(--_line);
  }
  .link-line {
    stroke: var(--_line-strong);
  }
  .waterfall rect {
    fill: var(--_mark);
  }
  :is(.coverage, .group, .model, .override) rect {
    fill: var(--_surface);
    stroke: var(--_ink-muted);
  }
  .coverage rect {
    stroke-dasharray: 3 2;
  }
  .then {
    fill: var(--_surface);
    stroke: var(--_ink);
    stroke-width: 1.5;
  }
  .now {
    fill: var(--_ink);
  }
  .stale .now {
    fill: var(--_surface);
    stroke: var(--_ink);
  }
`;
