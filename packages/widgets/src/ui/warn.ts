/** What a bundler knows of the page's environment; a browser itself has no such thing. */
declare const process: { readonly env: { readonly NODE_ENV?: string } };

const said = new Set<string>();

/** Tells a developer something once a page; silent in production builds. */
export function warnOnce(message: string): void {
  if (said.has(message) || isProduction()) return;
  said.add(message);
  console.warn(message);
}

function isProduction(): boolean {
  try {
    // Bundlers replace this expression; where nobody did, there is no `process` and the page is unbundled.
    return process.env.NODE_ENV === 'production';
  } catch {
    return false;
  }
}
