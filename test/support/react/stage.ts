import { expect } from 'chai';
import { act, type ReactNode } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { settled } from '../mount.ts';

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean | undefined;
}

/** A box on the page that React renders into. */
export interface Stage {
  readonly box: HTMLElement;
  /** Renders, or renders anew, and resolves when all is drawn. */
  show(node: ReactNode): Promise<void>;
  /** The only element in the box. */
  only<T extends HTMLElement>(): T;
  leave(): Promise<void>;
}

/** What React complained of since the last look. */
const complaints: string[] = [];
const open = new Set<Stage>();

function staged(box: HTMLElement, root: Root): Stage {
  const stage: Stage = {
    box,
    async show(node) {
      await act(async () => root.render(node));
      if (box.isConnected) await settled(box);
    },
    only<T extends HTMLElement>() {
      expect(box.children).to.have.length(1);
      // The test says what it rendered.
      return box.firstElementChild as T;
    },
    async leave() {
      open.delete(stage);
      await act(async () => root.unmount());
      box.remove();
    },
  };
  open.add(stage);
  return stage;
}

/** The attributes of an element, by name. */
export function attributesOf(element: Element): Record<string, string> {
  return Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
}

/** An empty box, 320 px wide. */
export function emptyStage(owner: Document = document): Stage {
  const box = owner.createElement('div');
  box.style.setProperty('width', '320px');
  owner.body.append(box);
  return staged(box, createRoot(box));
}

/** A box with HTML from a server, which React then takes over as `node`. */
export async function hydratedStage(html: string, node: ReactNode): Promise<Stage> {
  const box = document.createElement('div');
  box.style.setProperty('width', '320px');
  box.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  document.body.append(box);
  await settled(box);
  const hydrate = () =>
    hydrateRoot(box, node, { onRecoverableError: (error) => complaints.push(`recovered from ${String(error)}`) });
  const root = await act(async () => hydrate());
  await settled(box);
  return staged(box, root);
}

/** Notes, for each test of a suite, what React complains of; a test fails that does not take its complaints. */
export function watchReact(): void {
  const { error } = console;
  beforeEach(() => {
    globalThis.IS_REACT_ACT_ENVIRONMENT = true;
    console.error = (...words: unknown[]) => complaints.push(words.join(' '));
  });
  afterEach(async () => {
    for (const stage of [...open]) await stage.leave();
    console.error = error;
    globalThis.IS_REACT_ACT_ENVIRONMENT = undefined;
    expect(complaints.splice(0)).to.deep.equal([]);
  });
}
