/** What outlives a widget that was taken out: listeners on things that outlive it, and observers still at work. */
export interface Leaks {
  readonly listeners: readonly string[];
  readonly observers: number;
}

const name = (target: EventTarget, type: string) => `${target.constructor.name} ${type}`;
// A node of the widget's own goes with the widget.
const outlives = (target: EventTarget) => !(target instanceof Node) || target === document;

/** Runs what puts a widget in and takes it out again, and says what is left of it. */
export async function leaksOf(run: () => Promise<void>): Promise<Leaks> {
  const listeners: string[] = [];
  const observing = new Set<ResizeObserver | MutationObserver>();
  const undo: (() => void)[] = [];
  const patch = <T extends object, K extends keyof T>(target: T, key: K, make: (before: T[K]) => T[K]) => {
    const before = target[key];
    target[key] = make(before);
    undo.push(() => {
      target[key] = before;
    });
  };
  patch(
    EventTarget.prototype,
    'addEventListener',
    (add) =>
      function (this: EventTarget, ...args: Parameters<typeof add>) {
        if (outlives(this)) listeners.push(name(this, args[0]));
        add.apply(this, args);
      },
  );
  patch(
    EventTarget.prototype,
    'removeEventListener',
    (remove) =>
      function (this: EventTarget, ...args: Parameters<typeof remove>) {
        const at = listeners.indexOf(name(this, args[0]));
        if (outlives(this) && at >= 0) listeners.splice(at, 1);
        remove.apply(this, args);
      },
  );
  for (const prototype of [ResizeObserver.prototype, MutationObserver.prototype]) {
    patch(
      prototype,
      'observe',
      (observe) =>
        function (this: ResizeObserver & MutationObserver, ...args: Parameters<typeof observe>) {
          observing.add(this);
          Reflect.apply(observe, this, args);
        },
    );
    patch(
      prototype,
      'disconnect',
      (disconnect) =>
        function (this: ResizeObserver & MutationObserver) {
          observing.delete(this);
          Reflect.apply(disconnect, this, []);
        },
    );
  }
  try {
    await run();
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    return { listeners, observers: observing.size };
  } finally {
    for (const step of undo.reverse()) step();
  }
}
