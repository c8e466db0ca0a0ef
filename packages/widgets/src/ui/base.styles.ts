import { css } from './css.ts';
import { frame } from './frame.styles.ts';
import { tints } from './tints.styles.ts';

/** What every widget but the gauge shares: the frame, and the few kinds of words and colours that a gauge does without. */
export const base = [
  frame,
  tints,
  css`
    ol {
      list-style: none;
    }
    h3 {
      font-weight: 600;
    }
    .link {
      color: var(--_accent-text);
      text-decoration: underline;
      text-decoration-thickness: 1px;
      text-underline-offset: 3px;
    }
    .unseen {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `,
];
