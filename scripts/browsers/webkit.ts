import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import type { Found } from './find.ts';

/** A running WebKitWebDriver: its port, and how to end it with everything it started. */
export interface WebKitDriver {
  readonly port: number;
  stop(): Promise<void>;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** Ends the whole process group at once: the browser is a grandchild and would outlive its driver. */
function end(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

const ended = (child: ChildProcess) => (child.exitCode ?? child.signalCode) !== null || once(child, 'exit');

async function startDisplay(xvfb: string): Promise<{ child: ChildProcess; display: string }> {
  const options = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const child = spawn(xvfb, options, { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const numbers = child.stdio[3];
  if (!numbers) throw new Error('Xvfb has no pipe to tell its display on');
  const [chunk] = await Promise.race([
    once(numbers, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('Xvfb ended before it had a display'))),
  ]);
  return { child, display: `:${String(chunk).trim()}` };
}

/** Starts WebKitWebDriver on a free port and a display of its own; both end with `stop` or with this process. */
export async function startWebKitDriver(found: Found): Promise<WebKitDriver> {
  if (!found.webkitDriver || !found.xvfb) throw new Error('WebKitWebDriver and Xvfb must be found before they start');
  const { child: screen, display } = await startDisplay(found.xvfb);
  const port = await freePort();
  const env = { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' };
  const driver = spawn(found.webkitDriver, ['--host=127.0.0.1', `--port=${port}`], {
    detached: true,
    env,
    stdio: 'ignore',
  });
  const kill = () => [driver, screen].forEach(end);
  const stop = async () => {
    kill();
    await Promise.all([driver, screen].map(ended));
  };
  process.once('exit', kill);
  for (let attempt = 0; attempt < 200; attempt++) {
    if (await answers(port)) return { port, stop };
    await sleep(50);
  }
  await stop();
  throw new Error(`WebKitWebDriver did not answer on port ${port} within 10 s.`);
}
