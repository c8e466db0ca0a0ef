import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Formats } from '../../ui/formats.ts';
import type { playbookMessages } from './playbook.messages.ts';
import type { PlaybookReading } from './read-playbooks.ts';

/** A playbook with what has been done of it, and what to do on a tick. */
export interface ShownSteps {
  readonly playbook: PlaybookReading;
  /** By the place of the step: when it was done, null where only that it was. */
  readonly done: ReadonlyMap<number, number | null>;
  /** Draw the next step alone, for where there is no room for more. */
  readonly isNextAlone: boolean;
  readonly words: (typeof playbookMessages)['english'];
  readonly formats: Formats;
  readonly tick: (step: number) => void;
}

/** The place of the first step that is not done; -1 when all are. */
export const nextOf = ({ playbook, done }: Pick<ShownSteps, 'playbook' | 'done'>): number =>
  playbook.steps.findIndex((_, step) => !done.has(step));

const ring = html`<span class="target"><svg class="check" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><circle cx="9" cy="9" r="8" /><path class="tip" d="M5.5 9.3 8 11.7l4.6-5.2" /></svg></span>`;

/** The steps in order, each to be ticked; the next one bold with a ring in the accent. */
export function stepList(shown: ShownSteps): TemplateResult | typeof nothing {
  const { playbook, isNextAlone } = shown;
  const next = nextOf(shown);
  const steps = playbook.steps
    .map((text, step) => ({ text, step }))
    .filter(({ step }) => !isNextAlone || step === next);
  if (steps.length === 0) return nothing;
  return html`<ol part="steps" @keydown=${move}>${steps.map(({ text, step }) => item(text, step, step === next, shown))}</ol>`;
}

function item(text: string, step: number, isNext: boolean, { done, words, formats, tick }: ShownSteps): TemplateResult {
  const isDone = done.has(step);
  const at = done.get(step) ?? null;
  const name = isDone ? 'done' : isNext ? 'next' : '';
  return html`<li class=${name} part=${name ? `step ${name}` : 'step'} aria-current=${isNext ? 'step' : nothing}>
    <button class="step" part="check" type="button" role="checkbox" aria-checked=${isDone} @click=${() => tick(step)}>
      ${ring}<bdi class="words">${text}</bdi>${at === null ? nothing : html`<bdi class="when" part="when">${words.doneAt(formats.day(at))}</bdi>`}
    </button>
  </li>`;
}

const keys: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function move(event: KeyboardEvent): void {
  const go = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
  const list = event.currentTarget as HTMLElement;
  if (!go || event.altKey || event.ctrlKey || event.metaKey) return;
  const steps = [...list.querySelectorAll<HTMLElement>('[role="checkbox"]')];
  const at = steps.indexOf(event.target as HTMLElement);
  steps[go(at, steps.length)]?.focus();
  event.preventDefault();
}
