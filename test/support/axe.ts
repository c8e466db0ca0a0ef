import axe from 'axe-core';

/** What axe finds wrong with an element and its shadow roots, one line a finding; empty when nothing. */
export async function faults(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, { resultTypes: ['violations'] });
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`));
}

/** Paints the page as a host in a light or dark scheme would, so that contrasts are real. `null` undoes it. */
export function paint(scheme: 'light' | 'dark' | null): void {
  const { style } = document.documentElement;
  style.setProperty('color-scheme', scheme ?? '');
  style.setProperty('background', scheme === null ? '' : scheme === 'dark' ? '#15171b' : '#ffffff');
}
