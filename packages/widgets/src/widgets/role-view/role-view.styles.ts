import { css } from '../../ui/css.ts';

export const roleStyles = css`
  .readings {
    --_row: calc(37px + 12 * var(--_step));
    min-block-size: calc(5 * var(--_row));
    margin-block-start: calc(14 * var(--_step));
  }
  .large .readings {
    --_row: calc(34 * var(--_step));
  }
  .reading {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: center;
    align-content: center;
    min-block-size: var(--_row);
    padding-block: calc(6 * var(--_step));
    border-block-start: 1px solid var(--_line);
    font-size: 13px;
    line-height: 18px;
  }
  .name,
  .comparison {
    overflow-wrap: anywhere;
  }
  .value {
    margin-inline-start: auto;
    font-weight: 600;
    text-align: end;
    overflow-wrap: anywhere;
  }
  .no-more,
  .comparison {
    flex: 1 0 100%;
    grid-column: 1 / -1;
    font-size: 12px;
    color: var(--_ink-muted);
  }
  .missing.value {
    justify-self: end;
    inline-size: 24px;
    block-size: 0;
    border-block-start: 1.5px dashed var(--_line-strong);
  }
  .medium .reading {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(48px, auto);
  }
  .medium .name {
    grid-column: 1;
  }
  .medium .spark {
    grid-column: 2;
    grid-row: 1 / 3;
  }
  .medium .value {
    grid-column: 3;
    grid-row: 1;
    max-inline-size: 150px;
  }
  .medium .comparison {
    grid-column: 1;
    grid-row: 2;
  }
  .large .reading {
    grid-template-columns: minmax(0, 1fr) 68px minmax(72px, auto) minmax(0, 180px);
    gap: 0 16px;
  }
  .large .comparison {
    grid-column: 4;
    grid-row: 1;
  }
  .large .spark {
    grid-row: 1;
    margin-block: -6px;
  }
  .large .value:not(.missing) {
    inline-size: max-content;
    justify-self: end;
  }
  .beside {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    gap: 40px;
  }
  .beside .readings {
    margin-block-start: 0;
  }
  .beside .reading:first-child {
    border-block-start: 0;
  }
  .axis {
    fill: none;
    stroke: var(--_mark);
    stroke-width: 3;
  }
  .axis.faint {
    stroke: var(--_line);
  }
  .rule {
    fill: none;
    stroke: var(--_line);
  }
  .line {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 1.75;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .spark .line {
    stroke-width: 1.5;
  }
  .now {
    fill: var(--_ink);
  }
  .end {
    fill: var(--_ink);
    font-size: 15px;
    font-weight: 600;
  }
  .spark:dir(rtl) {
    transform: scaleX(-1);
  }
  .gap {
    fill: none;
    stroke: var(--_line-strong);
    stroke-width: 1.25;
    stroke-dasharray: 2 3;
  }
  .box {
    fill: none;
    stroke: var(--_line-strong);
  }
  .box.missing {
    stroke-dasharray: 2 3;
  }
  .used {
    fill: var(--_accent);
  }
  .on-used {
    fill: var(--_surface);
    font-size: 13px;
    font-weight: 600;
  }
  .on-box,
  .bar-label,
  .bar-value {
    fill: var(--_ink);
    font-size: 13px;
  }
  .bar-value {
    font-weight: 600;
  }
  .stale .line {
    stroke: var(--_ink-muted);
  }
  .stale .now {
    fill: var(--_surface);
    stroke: var(--_ink-muted);
    stroke-width: 1.5;
  }
  .to-come {
    block-size: 10px;
    inline-size: 55%;
    background: var(--_line);
    border-radius: 2px;
  }

  /* Paper is narrower than a screen, and no script draws for it. */
  @media print {
    .figure {
      max-inline-size: 100%;
      block-size: auto;
    }
  }
`;
