import { svg, type TemplateResult } from 'lit/html.js';
import { severityBars } from '../../draw/severity.ts';
import type { Effect, Severity } from './read-signals.ts';

const tones = { high: 'at-risk', medium: 'watch', low: 'no-score' } as const;

/**
 * The mark before a signal: three bars for a risk, as many of them on as it is severe, none while it is not known;
 * a rising line for growth.
 */
export function flagMark({ effect, severity }: { effect: Effect; severity: Severity | null }): TemplateResult {
  return effect === 'growth' ? rising() : bars(severity);
}

function bars(severity: Severity | null): TemplateResult {
  return svg`<svg class=${severity ? tones[severity] : ''} part="severity" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
    ${severityBars(severity).map(
      ({ x, y, width, height, on }) =>
        svg`<rect class=${on ? 'on' : 'off'} x=${x} y=${y} width=${width} height=${height} rx=".5" />`,
    )}
  </svg>`;
}

function rising(): TemplateResult {
  return svg`<svg class="growth healthy" part="severity" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
    <path d="M1 10.5 4.6 6.6 7 8.6 11 3M7.6 2.6h3.6v3.6" />
  </svg>`;
}
