import { css } from './css.ts';

/** The colours of the palette that stand behind words, and of words that lead somewhere. */
export const tints = css`
  :host {
    --_accent-text: var(--hale-accent-text, light-dark(#1450b4, #8fb8fb));
    --_accent-wash: var(--hale-accent-wash, light-dark(#f0f5fe, #1b2738));
  }
  .at-risk {
    --_tint: var(--hale-at-risk-wash, light-dark(#fdeeec, #3d2022));
  }
  .watch {
    --_tint: var(--hale-watch-wash, light-dark(#fdf3dd, #322914));
  }
  .healthy {
    --_tint: var(--hale-healthy-wash, light-dark(#e5f7f3, #12302b));
  }
  .thriving {
    --_tint: var(--hale-thriving-wash, light-dark(#f4f0fb, #2f2539));
  }
  .plain {
    --_tint: var(--_accent-wash);
  }
  .no-score {
    --_tint: var(--_wash);
  }
  @media (prefers-contrast: more) {
    :host {
      --_accent-wash: var(--_surface);
    }
  }
  @media (forced-colors: active) {
    :host {
      --_accent-text: LinkText;
      --_accent-wash: Canvas;
    }
    * {
      --_tint: Canvas !important;
    }
  }
`;
