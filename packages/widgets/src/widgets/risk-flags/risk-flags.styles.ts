import { css } from '../../ui/css.ts';

export const flagStyles = css`
  .room {
    --_frame: 108px;
    --_row: calc(max(66px, 111px - 8.8cqi) + 22 * var(--_step));
    --_usual: 3;
  }
  section + section {
    margin-block-start: calc(26 * var(--_step));
  }
  .flags {
    max-inline-size: 640px;
  }
  .flag {
    display: grid;
    grid-template-columns: 12px minmax(0, 1fr);
    gap: 0 10px;
    padding-block: calc(11 * var(--_step));
    border-block-start: 1px solid var(--_line);
  }
  .flag:first-child {
    border-block-start: 0;
    padding-block-start: 2px;
  }
  .flag > svg {
    margin-block-start: 4px;
  }
  .title {
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  .evidence {
    text-wrap: pretty;
    font-size: 13px;
    color: var(--_ink-muted);
    overflow-wrap: anywhere;
  }
  .in-row {
    display: flex;
    gap: 0 8px;
    font-size: 13px;
    line-height: 18px;
  }
  .in-row svg {
    margin-block-start: 3px;
  }
  .in-row .small {
    white-space: nowrap;
  }
  .severity-word {
    color: var(--_ink);
  }
  .press.link {
    font-size: 13px;
    line-height: 24px;
  }
  .steps {
    margin-block-start: 2px;
    padding-inline-start: 20px;
    list-style: decimal;
    font-size: 13px;
  }

  .on {
    fill: var(--_mark);
  }
  .off {
    fill: var(--_line);
  }
  .stale .on {
    fill: var(--_surface);
    stroke: var(--_mark);
  }
  .growth {
    fill: none;
    stroke: var(--_mark);
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .counts li {
    display: flex;
    gap: 6px;
    align-items: center;
    font-size: 13px;
  }
`;
