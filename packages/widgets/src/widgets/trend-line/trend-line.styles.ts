import { css } from 'lit';

export const trendStyles = css`
  .head {
    margin-block-end: 14px;
  }
  .label + .headline {
    margin-block-start: 3px;
  }
  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: 0 10px;
    align-items: baseline;
    margin-block-end: 6px;
    font-size: 13px;
  }
  .figure-now {
    font-size: 20px;
    line-height: 24px;
    letter-spacing: -0.02em;
  }
  .plot {
    border-radius: 3px;
    outline-offset: 6px;
    touch-action: pan-y;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: center;
    justify-content: space-between;
    margin-block-start: 10px;
    min-block-size: 24px;
    font-size: 12px;
    line-height: 18px;
  }
  .notes {
    text-wrap: pretty;
  }
  .narrow {
    min-block-size: 60px;
    align-content: flex-start;
  }
  .foot .press {
    font-size: 12px;
    line-height: 24px;
  }
  .notes .tier-word {
    align-items: baseline;
    margin-inline-end: 8px;
  }
  .notes .glyph {
    align-self: center;
  }
  .foot .button {
    margin-inline-start: 8px;
  }

  svg text {
    unicode-bidi: plaintext;
  }
  .axis {
    fill: none;
    stroke: var(--_mark);
    stroke-width: 3;
  }
  .faint .axis {
    stroke: var(--_line);
  }
  .faint .tick {
    fill: var(--_ink-muted);
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
  .gap {
    fill: none;
    stroke: var(--_line-strong);
    stroke-width: 1.5;
    stroke-dasharray: 3 3;
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
  .strong {
    fill: var(--_ink);
  }
  .end {
    fill: var(--_ink);
    font-size: 15px;
    font-weight: 600;
  }

  .keys {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 18px;
  }
  kbd {
    font: inherit;
    line-height: 18px;
    border: 1px solid var(--_line-strong);
    border-radius: 4px;
    padding-inline: 5px;
    margin-inline-end: 4px;
  }
  .plot:not(:focus-visible) ~ .foot .keys,
  .plot:focus-visible ~ .foot .notes {
    display: none;
  }
`;
