/** Has the page say of itself that it is out of sight, or without a network. */
export function pretend(owner: Document | Navigator, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, configurable: true });
}
