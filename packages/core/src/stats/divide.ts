/** a / b, or null where it cannot be said: b is 0, or a double cannot hold the result. */
export function divide(a: number, b: number): number | null {
  const quotient = a / b;
  return Number.isFinite(quotient) ? quotient : null;
}
