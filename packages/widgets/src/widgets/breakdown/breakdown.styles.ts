import { css } from '../../ui/css.ts';

export const breakdownStyles = css`
  .room {
    --_frame: 220px;
    --_row: calc(max(26px, 170px - 45cqi) + 10 * var(--_step));
    --_usual: 6;
  }
  @container (width >= 480px) {
    .room {
      --_frame: 182px;
      --_row: calc(22px + 5 * var(--_step));
      --_usual: 16;
    }
  }
  .ledger,
  .foot {
    max-inline-size: 720px;
  }
  .ledger tr > * {
    position: static;
    border: 0;
    padding: calc(2 * var(--_step)) 0;
    background: none;
    font-size: 12px;
    line-height: 19px;
    white-space: normal;
    color: var(--_ink-muted);
  }
  .ledger tbody th {
    min-inline-size: 0;
    max-inline-size: none;
    padding-inline: 19px 8px;
  }
  .ledger .name {
    color: var(--_ink);
  }
  .ledger .glyph {
    display: inline-block;
    margin-inline: -19px 8px;
  }
  .ledger .line .glyph {
    margin-inline-start: -17px;
  }
  .ledger .group > *,
  .ledger tfoot tr > * {
    padding-block: calc(5 * var(--_step));
    font-size: 13px;
    line-height: 20px;
    color: var(--_ink);
  }
  .group th {
    font-weight: 500;
  }
  .group .small {
    display: inline-block;
  }
  .ledger tfoot tr > * {
    border-block-start: 1px solid var(--_ink);
    padding-block: calc(7 * var(--_step));
    font-weight: 600;
  }
  /* Names and figures alone. */
  .ledger.little tr > * {
    font-size: 12px;
  }
  .ledger.little tbody th {
    padding-inline: 15px 0;
  }
  .ledger.little .glyph {
    margin-inline: -15px 4px;
  }
  .ledger.little .amount {
    padding-inline-start: 4px;
  }
  .bars {
    inline-size: 1px;
    vertical-align: middle;
  }
  .place:dir(rtl) {
    transform: scaleX(-1);
  }
  .ledger .amount {
    inline-size: 1px;
    padding-inline-start: 16px;
    text-align: end;
    white-space: nowrap;
  }
  .line b {
    font-weight: 400;
  }
  .of {
    display: inline-block;
    min-inline-size: 50px;
    font-weight: 400;
    font-size: 12px;
    text-align: start;
    color: var(--_ink-muted);
  }
  .presses {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
  }
  .fill {
    fill: var(--_mark);
  }
  .stale .fill {
    fill: none;
    stroke: var(--_mark);
  }
  .box {
    fill: none;
    stroke: var(--_line-strong);
  }
  .track {
    stroke: var(--_line-strong);
  }
  .dashed,
  .missing .box {
    stroke-dasharray: 2 2;
  }
  .reach {
    stroke: var(--_mark);
    stroke-width: 5;
  }
  .stale .reach,
  .needle {
    stroke-width: 2;
  }
  .needle {
    stroke: var(--_ink);
  }
  /* Sentences break in lines; figures do not. */
  .table-box td:last-child {
    min-inline-size: 32ch;
    white-space: normal;
  }
`;
