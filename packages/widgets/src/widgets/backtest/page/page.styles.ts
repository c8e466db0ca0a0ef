import { base } from '../../../ui/base.styles.ts';
import { css, textOf } from '../../../ui/css.ts';
import { tableStyles } from '../../../ui/data-table.styles.ts';
import { plotStyles } from '../../../ui/plot.styles.ts';
import { backtestStyles } from '../backtest.styles.ts';

/** What a page has that a widget has from its host: a font, a background, room around it, and paper. */
const own = css`
  :root {
    color-scheme: light dark;
  }
  body {
    background: light-dark(#ffffff, #15171b);
    font-family: system-ui, sans-serif;
  }
  .hale {
    contain: none;
    max-inline-size: 992px;
    margin-inline: auto;
    padding: 24px 16px 64px;
  }
  .hale .label,
  .hale dt {
    font-size: 13px;
    color: var(--_ink-muted);
  }
  h1.verdict {
    margin-block-start: 4px;
  }
  h2 {
    font-size: 20px;
    line-height: 27px;
    font-weight: 600;
    letter-spacing: -0.01em;
  }
  .hale h3 {
    margin-block-start: 20px;
    font-size: 15px;
    line-height: 20px;
  }
  section > h3:first-child {
    margin-block-start: 0;
  }
  .distance {
    padding-block-start: 24px;
    margin-block-start: 40px;
    border-block-start: 2px solid var(--_line-strong);
  }
  .plots {
    grid-template-columns: repeat(auto-fill, minmax(284px, 1fr));
  }
  .plots .said {
    margin-block-end: 14px;
  }
  .said {
    font-weight: 600;
  }
  .confusion table {
    max-inline-size: 480px;
  }
  .hale .groups th:first-child {
    inline-size: 34%;
  }
  .hale td,
  .hale thead th {
    white-space: normal;
  }
  .hale tr > :first-child {
    position: static;
  }
  .hale td:not(.figure, .drawn) {
    overflow-wrap: anywhere;
  }
  nav ul {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    margin-block-start: 20px;
    line-height: 24px;
  }
  summary {
    min-block-size: 24px;
    line-height: 24px;
    font-size: 13px;
    color: var(--_accent-text);
    cursor: pointer;
  }
  details {
    margin-block-start: 8px;
  }
  .way {
    margin-block-start: 24px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_line);
  }
  .way > summary {
    font-size: 15px;
    font-weight: 600;
  }
  dl {
    margin-block-start: 12px;
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(110px, 200px) minmax(0, 1fr);
    gap: 0 16px;
    padding-block: 4px;
  }
  dd {
    overflow-wrap: anywhere;
  }
  @media (max-width: 760px) {
    .hale .drawn > svg {
      display: none;
    }
    .hale .drawn > span {
      display: inline;
    }
    .hale table {
      font-size: 12px;
    }
    .hale th,
    .hale td {
      padding-inline-end: 6px;
    }
    .hale .drawn {
      padding-inline-start: 6px;
    }
    .hale tbody th,
    .hale table th:first-child {
      min-inline-size: 0;
      inline-size: auto;
    }
    .hale th {
      hyphens: auto;
      overflow-wrap: anywhere;
    }
    .hale .verdict {
      font-size: 17px;
      line-height: 23px;
    }
  }
  @media print {
    :root {
      color-scheme: light;
    }
    .hale {
      padding: 0;
      max-inline-size: none;
    }
    nav {
      display: none;
    }
    .plots > section,
    tr,
    li,
    dl > div {
      break-inside: avoid;
    }
    h2,
    h3,
    h4,
    summary {
      break-after: avoid;
    }
    .distance {
      break-before: page;
    }
    /* On paper nothing can be opened. */
    details::details-content {
      block-size: auto;
      content-visibility: visible;
    }
    .bar,
    .now,
    .swatch {
      print-color-adjust: exact;
    }
  }
`;

/** The widget's own stylesheet, about the page's one element in place of a host, and what the page adds. */
export const pageStyles: string = [
  textOf([base, plotStyles, tableStyles, backtestStyles])
    .replace(/:host\(([^)]*)\)/g, '.hale$1')
    .replaceAll(':host', '.hale'),
  own,
].join('\n');
