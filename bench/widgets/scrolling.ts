import { inBrowser } from './in-browser.ts';
import { cost } from './measure.ts';

/** px a second: a wheel turned as one reads, turned fast, and spun. */
const speeds = [1500, 3000, 6000] as const;
/** s that it is turned for. */
const lasting = 4;

/** What of the frames took longer than 32 ms, 0 to 1, and ms that the main thread computes for each. */
interface Followed {
  readonly slow: number;
  readonly each: number;
}

const follow = (script: string, speed: number) =>
  inBrowser(script, 300, async (page): Promise<Followed> => {
    const session = await page.createCDPSession();
    const wheel = (yDistance: number, speed: number) =>
      session.send('Input.synthesizeScrollGesture', { x: 600, y: 400, yDistance, speed, gestureSourceType: 'mouse' });
    await page.waitForFunction(() => window.scroll10k.isDrawn());
    await wheel(-2000, 2000);
    await page.evaluate(() => window.scroll10k.watch());
    const ms = await cost(session, () => wheel(-speed * lasting, speed));
    const { frames, top } = await page.evaluate(() => ({
      frames: window.scroll10k.frames,
      top: window.scroll10k.top(),
    }));
    if (top < speed * lasting) throw new Error(`Scrolled to ${top} px only.`);
    return { slow: frames.filter((frame) => frame > 32).length / frames.length, each: ms / frames.length };
  });

/**
 * Prints how 10,000 rows follow a wheel: those of a portfolio, and as many lines of text that are all there, which no script
 * draws. Of each the share of frames that took longer than 32 ms, the median of three rounds, and what a frame takes.
 */
export async function scrolling(portfolio: string, floor: string): Promise<void> {
  console.log('\n10,000 rows: frames over 32 ms, and ms of the main thread for each\n');
  console.log(`| | ${speeds.map((speed) => `${speed} px a second`).join(' | ')} |`);
  console.log(`|---|${speeds.map(() => '---|').join('')}`);
  for (const [name, script] of [
    ['lines of text', floor],
    ['<hale-portfolio>', portfolio],
  ] as const) {
    const cells: string[] = [];
    for (const speed of speeds) {
      const rounds: Followed[] = [];
      for (let round = 0; round < 3; round++) {
        const followed = await follow(script, speed);
        if (followed) rounds.push(followed);
      }
      const median = rounds.sort((a, b) => a.slow - b.slow)[Math.floor(rounds.length / 2)];
      cells.push(median ? `${(100 * median.slow).toFixed(0)}%, ${median.each.toFixed(1)} ms` : 'given up');
    }
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
}
