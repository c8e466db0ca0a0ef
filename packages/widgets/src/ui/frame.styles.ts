import { css } from './css.ts';
import { tokens } from './tokens.styles.ts';

/**
 * What every widget shares: the palette, a box whose width never depends on its content (so that measuring it
 * cannot loop), and the few kinds of words. The font is the host's.
 */
export const frame = [
  tokens,
  css`
    :host {
      display: block;
      contain: inline-size;
      contain-intrinsic-inline-size: 240px;
      /* A host's rule for all elements is none for these: it has the tokens. */
      color: var(--_ink) !important;
      font-size: 14px !important;
      line-height: 20px !important;
      font-variant-numeric: tabular-nums lining-nums;
      font-style: normal !important;
      letter-spacing: normal !important;
      word-spacing: normal !important;
      text-align: start !important;
      text-indent: 0 !important;
      text-transform: none !important;
      white-space: normal !important;
    }
    :host([hidden]) {
      display: none;
    }
    * {
      box-sizing: border-box;
      margin: 0;
      padding: 0;
    }
    svg {
      display: block;
      flex: none;
      overflow: visible;
    }
    svg text {
      font-family: inherit;
    }
    ul {
      list-style: none;
    }
    b {
      font-weight: 600;
    }

    /* Words: a muted label, the headline sentence, small print. */
    .label {
      font-size: 13px;
      line-height: 16px;
      font-weight: 400;
      color: var(--_ink-muted);
      overflow-wrap: anywhere;
    }
    .headline {
      font-size: 15px;
      line-height: 20px;
      font-weight: 560;
      letter-spacing: -0.006em;
      text-wrap: balance;
      overflow-wrap: anywhere;
    }
    .small {
      font-size: 12px;
      line-height: 18px;
      color: var(--_ink-muted);
      overflow-wrap: anywhere;
    }
    .button {
      font: inherit;
      font-size: 12px;
      line-height: 22px;
      min-inline-size: 24px;
      min-block-size: 24px;
      padding-inline: 10px;
      border: 1px solid var(--_line-strong);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: var(--_ink);
      cursor: pointer;
    }
    .button:hover {
      background: var(--_wash);
    }
    :focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
    }

    /* Marks. */
    .glyph {
      fill: var(--_mark);
    }
    .ring {
      fill: none;
      stroke: var(--_mark);
      stroke-width: 1.5;
      stroke-dasharray: 2.3 2.3;
      stroke-linejoin: round;
    }
    .tick {
      fill: var(--_ink-muted);
      font-size: 12px;
    }
    .tier-word {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      color: var(--_text);
      font-weight: 560;
    }
  `,
];
