import { css } from 'lit';

export const breakdownStyles = css`
  .ledger,
  .foot {
    max-inline-size: 720px;
  }
  .ledger tr > * {
    position: static;
    border: 0;
    padding: 2px 0;
    background: none;
    font-size: 12px;
    line-height: 19px;
    text-align: start;
    white-space: normal;
    overflow-wrap: anywhere;
    color: var(--_ink-muted);
  }
  .ledger tbody th {
    min-inline-size: 0;
    max-inline-size: none;
    padding-inline: 19px 12px;
  }
  .ledger .name {
    color: var(--_ink);
  }
  .ledger .glyph {
    display: inline-block;
    margin-inline-end: 8px;
  }
  .group .glyph {
    margin-inline-start: -19px;
  }
  .line .glyph {
    margin-inline-start: -17px;
  }
  .ledger .group > *,
  .ledger tfoot tr > * {
    padding-block: 5px;
    font-size: 13px;
    line-height: 20px;
    color: var(--_ink);
  }
  .ledger .group th {
    font-weight: 500;
  }
  .group .small {
    display: inline-block;
    margin-inline-start: 4px;
  }
  .ledger tfoot tr > * {
    border-block-start: 1px solid var(--_ink);
    padding-block: 7px;
    font-weight: 600;
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
  .amount b {
    font-weight: 400;
  }
  .group .amount b,
  tfoot .amount b {
    font-weight: 600;
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
  .narrow-table tbody th {
    padding-inline-end: 6px;
  }
  .box {
    fill: none;
    stroke: var(--_line-strong);
  }
  .fill {
    fill: var(--_mark);
  }
  .stale .fill {
    fill: var(--_surface);
    stroke: var(--_mark);
  }
  .missing .box {
    stroke-dasharray: 2 2;
  }
  .cost {
    fill: none;
    stroke: var(--_ink-muted);
  }
  .rule,
  .track {
    stroke: var(--_line-strong);
  }
  .rule {
    stroke: var(--_line);
  }
  .tick-mark {
    stroke: var(--_ink-muted);
    stroke-width: 1.5;
  }
  .dashed {
    stroke: var(--_line-strong);
    stroke-dasharray: 2 3;
  }
  .reach {
    stroke: var(--_mark);
    stroke-width: 5;
  }
  .stale .reach {
    stroke-width: 2;
  }
  .needle {
    stroke: var(--_ink);
    stroke-width: 2;
  }
  .skeleton {
    display: block;
    inline-size: 55%;
    block-size: 10px;
    margin-block: 5px;
    background: var(--_line);
    border-radius: 2px;
  }
  /* Sentences break in lines; figures do not. */
  .table-box td:last-child {
    min-inline-size: 32ch;
    white-space: normal;
  }
`;
