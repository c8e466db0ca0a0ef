/** One of three bars, in a square of 12 px. */
export interface SeverityBar {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Whether the severity reaches it. */
  on: boolean;
}

/** Three rising bars, as many of them on as the severity is high; none for null. */
export function severityBars(severity: 'low' | 'medium' | 'high' | null): SeverityBar[] {
  const reached = [null, 'low', 'medium', 'high'].indexOf(severity);
  return [0, 1, 2].map((i) => ({ x: 0.5 + 4 * i, y: 7 - 3 * i, width: 3, height: 4 + 3 * i, on: i < reached }));
}
