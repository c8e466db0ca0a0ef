import { css } from 'lit';

export const gaugeStyles = css`
  :host {
    contain-intrinsic-inline-size: 120px;
  }
  .dial {
    position: relative;
    display: inline-block;
    vertical-align: top;
    text-align: center;
  }
  .below {
    margin-block-start: 2px;
  }
  /* Room for labels and needle hangs over, so that the arc itself is flush with the text around it. */
  .w120 {
    margin-inline: -9px;
  }
  .w200 {
    margin-inline: -20px;
  }
  .w240 {
    margin-inline: -26px;
  }
  .w300 {
    margin-inline: -33px;
  }
  .tier-word {
    font-size: 13px;
    line-height: 20px;
    max-inline-size: 100%;
  }
  .in {
    position: absolute;
    inset-inline: 20%;
    display: flex;
    justify-content: center;
  }
  .w200 .tier-word {
    inset-block-start: 119px;
  }
  .w240 .tier-word {
    inset-block-start: 141px;
    font-size: 14px;
  }
  .w300 .tier-word {
    inset-block-start: 168px;
    font-size: 15px;
  }
  .change {
    gap: 5px;
    align-items: center;
    font-size: 12px;
    line-height: 18px;
    color: var(--_ink-muted);
    white-space: nowrap;
  }
  .w240 .change {
    inset-block-start: 163px;
  }
  .w300 .change {
    inset-block-start: 198px;
  }
  .arrow {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .notes {
    margin-block-start: 12px;
  }
  .small-notes {
    max-inline-size: 136px;
    margin-block-start: 2px;
    text-align: center;
  }

  /* 480: words beside the dial. */
  .beside {
    display: grid;
    grid-template-columns: 160px minmax(0, 1fr);
    gap: 42px;
    align-items: start;
  }
  .beside .dial {
    margin-inline: -20px;
  }

  .track {
    fill: none;
    stroke: var(--_line-strong);
    stroke-width: 1.25;
  }
  .dashed .track {
    stroke-dasharray: 3 4;
  }
  .faint .track {
    stroke: var(--_line);
  }
  .reach {
    fill: none;
    stroke: var(--_mark);
  }
  .outline {
    fill: none;
    stroke: var(--_mark);
    stroke-width: 1.5;
    stroke-linejoin: round;
  }
  .needle {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 2.5;
  }
  .halo {
    fill: none;
    stroke: var(--_surface);
    stroke-width: 6.5;
  }
  .bare .needle,
  .lying .needle {
    stroke-width: 2;
  }
  .bare .halo {
    stroke-width: 5.5;
  }
  .lying .halo {
    stroke-width: 5;
  }
  .hollow .needle {
    stroke: var(--_ink-muted);
  }
  .then {
    fill: var(--_surface);
    stroke: var(--_ink-muted);
    stroke-width: 1.5;
  }
  .possible,
  .possible-end {
    fill: none;
    stroke: var(--_ink-muted);
    stroke-width: 1.5;
  }
  .possible {
    stroke-dasharray: 2 3;
  }
  .skeleton {
    fill: var(--_line);
  }
  .figure {
    fill: var(--_ink);
    font-weight: 560;
    letter-spacing: -0.035em;
  }
  .hollow .figure,
  .dashed .figure {
    fill: var(--_ink-muted);
  }
`;
