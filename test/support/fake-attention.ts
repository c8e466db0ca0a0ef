/** A page that is looked at, and has its network, for as long as the test says so. */
export class FakeAttention {
  #visible = true;
  #online = true;
  readonly #listeners = new Set<() => void>();

  isVisible = (): boolean => this.#visible;
  isOnline = (): boolean => this.#online;
  listen = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  get listeners(): number {
    return this.#listeners.size;
  }

  set visible(visible: boolean) {
    this.#visible = visible;
    for (const changed of [...this.#listeners]) changed();
  }

  set online(online: boolean) {
    this.#online = online;
    for (const changed of [...this.#listeners]) changed();
  }
}
