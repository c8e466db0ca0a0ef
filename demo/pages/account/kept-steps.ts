import type { DoneStep } from '@hale/widgets';

/** Keeps which steps of an account's playbooks are done, in this browser alone: a real host would ask its own server. */
export function keepSteps(element: HTMLElementTagNameMap['hale-playbook'], account: string): void {
  const place = `steps of ${account}`;
  element.done = read(place);
  element.addEventListener('hale-playbook-step', (event) => {
    event.preventDefault();
    const { playbook, step, done } = event.detail;
    const others = (element.done ?? []).filter((each) => each.playbook !== playbook || each.step !== step);
    element.done = done ? [...others, { playbook, step, at: new Date().toISOString() }] : others;
    try {
      localStorage.setItem(place, JSON.stringify(element.done));
    } catch {
      // Where nothing is kept, the tick holds as long as the page is open.
    }
  });
}

function read(place: string): readonly DoneStep[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    // The widget reads it with care, whatever it is.
    return Array.isArray(kept) ? (kept as DoneStep[]) : [];
  } catch {
    return [];
  }
}
