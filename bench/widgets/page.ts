import { type Contender, datumOf, type Kind, sizes } from './contender.ts';
import { floorGauge, floorTrend } from './floor.ts';
import { haleGauge, haleTrend } from './hale.ts';
import { gauges, trends } from './libraries.ts';

// Sound: each takes only what it has made itself.
const contenders = {
  gauge: [floorGauge, haleGauge, ...gauges],
  trend: [floorTrend, haleTrend, ...trends],
} as unknown as Readonly<Record<Kind, readonly Contender[]>>;

let made: {
  readonly contender: Contender;
  readonly all: unknown[];
  readonly stage: HTMLElement;
  /** What each is given in each round. */
  readonly given: readonly (readonly unknown[])[];
} | null = null;

/** Numbers to mount with, and others to update with twice. */
const rounds = [0, 1, 2];

/** Resolves when what was put on the page is on it: sizes are seen in the next frame, some draw in the one after. */
async function drawn(): Promise<void> {
  for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve, 50));
}

const bench = {
  names: () => ({ gauge: contenders.gauge.map(({ name }) => name), trend: contenders.trend.map(({ name }) => name) }),

  /** Makes the boxes and the numbers, which is no contender's work. */
  async prepare(kind: Kind, name: string, count: number): Promise<void> {
    const contender = contenders[kind].find((each) => each.name === name);
    if (!contender) throw new Error(`There is no ${name} among those that draw a ${kind}.`);
    const stage = document.createElement('div');
    for (let nth = 0; nth < count; nth++) {
      const box = document.createElement('div');
      box.style.setProperty('width', `${sizes[kind].width}px`);
      box.style.setProperty('height', `${sizes[kind].height}px`);
      stage.append(box);
    }
    document.body.append(stage);
    const given = rounds.map((round) =>
      Array.from({ length: count }, (_, nth) => contender.given(datumOf(nth, round))),
    );
    made = { contender, all: [], stage, given };
    await drawn();
  },

  async mount(): Promise<void> {
    if (!made) return;
    const { contender, all, stage, given } = made;
    for (const [nth, box] of [...stage.children].entries()) {
      all.push(contender.mount(box as HTMLElement, given[0]?.[nth]));
    }
    await drawn();
  },

  async update(round: number): Promise<void> {
    if (!made) return;
    const { contender, all, given } = made;
    for (const [nth, one] of all.entries()) contender.update(one, given[round]?.[nth]);
    await drawn();
  },

  async clear(): Promise<void> {
    if (!made) return;
    const { contender, all, stage } = made;
    for (const one of all) contender.destroy?.(one);
    stage.remove();
    made = null;
    await drawn();
  },
};

declare global {
  interface Window {
    bench: typeof bench;
  }
}
window.bench = bench;
