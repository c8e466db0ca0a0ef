import { css } from './css.ts';

/**
 * The palette. Each `--hale-*` may be set by the host on any ancestor; the private copy holds the default,
 * which follows the host's `color-scheme`. Inside, only the private names are used. What the gauge does without is
 * among the `tints`.
 */
export const tokens = css`
  :host {
    --_surface: var(--hale-surface, light-dark(#ffffff, #15171b));
    --_wash: var(--hale-wash, light-dark(#f4f5f7, #1e2126));
    --_ink: var(--hale-ink, light-dark(#191c22, #eceef1));
    --_ink-muted: var(--hale-ink-muted, light-dark(#5a5f68, #a5a9b1));
    --_line: var(--hale-line, light-dark(#dcdfe3, #31343a));
    --_line-strong: var(--hale-line-strong, light-dark(#868991, #868b91));
    --_accent: var(--hale-accent, light-dark(#1450b4, #6198f1));
    --_radius: var(--hale-radius, 6px);
    /* A pixel of room between rows: less where the host wants it compact. */
    --_step: calc(1px * var(--hale-density, 1));
  }

  /* A tone class gives everything within it the colours of that tier. */
  .at-risk {
    --_mark: var(--hale-at-risk-mark, light-dark(#a81b27, #de5058));
    --_text: var(--hale-at-risk-text, light-dark(#9a1b24, #f79b98));
  }
  .watch {
    --_mark: var(--hale-watch-mark, light-dark(#ba8109, #f5cc5b));
    --_text: var(--hale-watch-text, light-dark(#7a5003, #f2cf74));
  }
  .healthy {
    --_mark: var(--hale-healthy-mark, light-dark(#008270, #77d1bf));
    --_text: var(--hale-healthy-text, light-dark(#00655a, #86d8c8));
  }
  .thriving {
    --_mark: var(--hale-thriving-mark, light-dark(#492a6e, #9473ab));
    --_text: var(--hale-thriving-text, light-dark(#492a6e, #cdb2e0));
  }
  .plain {
    --_mark: var(--_accent);
    --_text: var(--_ink);
  }
  .no-score {
    --_mark: var(--_line-strong);
    --_text: var(--_ink-muted);
  }

  /* Whoever asks for more contrast reads ink: colours are left to marks. */
  @media (prefers-contrast: more) {
    :host {
      --_ink-muted: var(--_ink);
      --_line: var(--_line-strong);
    }
    * {
      --_text: var(--_ink) !important;
    }
  }
  @media (forced-colors: active) {
    :host {
      --_surface: Canvas;
      --_wash: Canvas;
      --_ink: CanvasText;
      --_ink-muted: CanvasText;
      --_line: color-mix(in srgb, CanvasText 45%, Canvas);
      --_line-strong: CanvasText;
      --_accent: Highlight;
    }
    * {
      --_mark: CanvasText !important;
      --_text: CanvasText !important;
    }
    svg {
      forced-color-adjust: none;
    }
  }
  /* Paper is white; of grounds, those that say something are printed. */
  @media print {
    :host {
      color-scheme: light;
      print-color-adjust: exact;
    }
  }
`;
