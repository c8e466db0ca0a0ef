import { css } from './css.ts';

/** Looks shared by widgets that are a plot with words above and below: the words, the keys, the common marks. */
export const plotStyles = css`
  .head {
    break-after: avoid;
    margin-block-end: calc(14 * var(--_step));
  }
  .label + .headline {
    margin-block-start: 3px;
  }
  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: 0 10px;
    align-items: baseline;
    min-block-size: 24px;
    margin-block-end: 6px;
    font-size: 13px;
  }
  .caption {
    min-block-size: 18px;
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
  svg text {
    unicode-bidi: plaintext;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: center;
    justify-content: space-between;
    margin-block-start: calc(10 * var(--_step));
    min-block-size: 24px;
    font-size: 12px;
    line-height: 18px;
  }
  .foot .press {
    font-size: 12px;
    line-height: 24px;
  }
  .foot p:not(.notes) > bdi {
    display: inline-block;
  }
  /* Words that run the other way have their own end: the widget's is meant. */
  .foot p > bdi:not(:last-child) {
    margin-right: 8px;
  }
  :host(:dir(rtl)) .foot p > bdi:not(:last-child) {
    margin-right: 0;
    margin-left: 8px;
  }
  .notes {
    text-wrap: pretty;
  }
  .notes .tier-word {
    align-items: baseline;
    margin-inline-end: 8px;
  }
  .notes .glyph {
    align-self: center;
  }
  .narrow {
    min-block-size: 60px;
    align-content: flex-start;
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

  .gap {
    fill: none;
    stroke: var(--_line-strong);
    stroke-width: 1.5;
    stroke-dasharray: 3 3;
  }
  .strong {
    fill: var(--_ink);
  }

  /* Paper is narrower than a screen, and no script draws for it. */
  @media print {
    .plot-svg {
      max-inline-size: 100%;
      block-size: auto;
    }
    .foot .press {
      display: none;
    }
  }
`;
