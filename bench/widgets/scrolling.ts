import { inBrowser } from './in-browser.ts';
import { cost } from './measure.ts';

/** px, and px a second: a wheel turned fast. */
const gesture = { far: 24_000, speed: 6000 };

/** Prints how a portfolio of 10,000 rows follows a wheel: the share of frames over 32 ms, and what a frame takes. */
export async function scrolling(script: string): Promise<void> {
  await inBrowser(script, 300, async (page) => {
    const session = await page.createCDPSession();
    const wheel = (yDistance: number, speed: number) =>
      session.send('Input.synthesizeScrollGesture', { x: 600, y: 400, yDistance, speed, gestureSourceType: 'mouse' });
    await page.waitForFunction(() => document.querySelector('hale-portfolio')?.matches(':state(ready)'));
    await wheel(-2000, 2000);
    await page.evaluate(() => window.scroll10k.watch());
    const ms = await cost(session, () => wheel(-gesture.far, gesture.speed));
    const { frames, top } = await page.evaluate(() => ({
      frames: window.scroll10k.frames,
      top: window.scroll10k.top(),
    }));
    const slow = frames.filter((frame) => frame > 32).length;
    console.log(`\n10,000 rows, scrolled ${Math.round(top)} px at ${gesture.speed} px a second\n`);
    console.log(
      `${frames.length} frames, of which over 32 ms: ${slow}, ${((100 * slow) / frames.length).toFixed(1)}%.`,
    );
    console.log(`The main thread computes ${(ms / frames.length).toFixed(1)} ms a frame.`);
  });
}
