import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { ownFile } from './own-file.ts';

/** What Spark says is wrong with a statement: its class of error, and its words. */
class SparkError extends Error {
  override readonly name: string;

  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** A part of an answer: rows by column, that there are no more, or what went wrong. */
interface Answer {
  readonly id?: number;
  readonly ready?: { readonly spark: string; readonly executors: number };
  readonly columns?: readonly string[];
  readonly rows?: readonly (readonly unknown[])[];
  readonly done?: true;
  readonly error?: { readonly name: string; readonly message: string };
}

interface Waiting {
  readonly rows: Record<string, unknown>[];
  resolve(rows: Record<string, unknown>[]): void;
  reject(error: Error): void;
}

/** Half a character has no place in UTF-8, and Python refuses it: the mark for it, as drivers of other engines send. */
const wellFormed = (_: string, value: unknown) =>
  typeof value === 'string' ? value.replace(/\p{Cs}/gu, '\ufffd') : value;

const program = ownFile('python/serve_spark.py');

/** As much of what Spark last said on standard error as an error message quotes. */
const said = 4000;

/** A Python process that keeps a Spark session and answers requests in their order. Ends with this process. */
export class SparkProcess {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  readonly #answers = new Set<Promise<unknown>>();
  readonly #ended: Promise<void>;
  readonly #ready: Promise<unknown>;
  #asked = 0;
  #stderr = '';
  /** How many processes run tasks; 0 until it is ready. */
  executors = 0;

  private constructor(python: string, settings: object, folder: string) {
    const child = spawn(python, [program, JSON.stringify(settings)], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C ends this process, which lets Spark end in order.
      detached: process.platform !== 'win32',
      env: { ...process.env, PYTHONUNBUFFERED: '1', SPARK_LOCAL_IP: '127.0.0.1', TMPDIR: folder },
    });
    this.#child = child;
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-said);
    });
    // A write to a process that has ended fails; that it has ended is told below.
    child.stdin?.on('error', () => {});
    this.#ended = new Promise((resolve) => {
      const end = (error: Error) => {
        for (const { reject } of this.#waiting.values()) reject(error);
        this.#waiting.clear();
        resolve();
      };
      child.on('error', (error) => end(new Error(`${python} could not be started: ${error.message}.`)));
      child.on('close', (code, signal) =>
        end(new Error(`Spark ended (${signal ?? `exit code ${code}`}).${this.#last()}`)),
      );
    });
    this.#ready = this.#wait(0);
  }

  /** Starts a session. `folder` is where Spark keeps what it needs for a while. */
  static start(python: string, settings: object, folder: string): SparkProcess {
    const started = new SparkProcess(python, settings, folder);
    createInterface({ input: started.#child.stdout as NonNullable<ChildProcess['stdout']> }).on('line', (line) => {
      // The lines are those of the program beside this package.
      started.#take(JSON.parse(line) as Answer);
    });
    return started;
  }

  /** Resolves once its executors are there. */
  async ready(): Promise<void> {
    await this.#ready;
  }

  /** Asks for one thing to be done; the rows it came to. Rejects with SparkError, or where the process ends. */
  ask(request: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>[]> {
    this.#asked += 1;
    const id = this.#asked;
    const answer = this.#wait(id);
    this.#answers.add(answer);
    const forget = () => this.#answers.delete(answer);
    answer.then(forget, forget);
    this.#child.stdin?.write(`${JSON.stringify({ id, ...request }, wellFormed)}\n`);
    return answer;
  }

  /** Lets the session end in order, after all that was asked before. */
  async stop(): Promise<void> {
    await Promise.allSettled(this.#answers);
    this.#child.stdin?.end();
    await this.#ended;
  }

  /** Ends it and all that it started at once, in the middle of whatever they are at. */
  kill(): void {
    const { pid } = this.#child;
    if (pid === undefined || this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
    } catch {
      // All have ended.
    }
  }

  #wait(id: number): Promise<Record<string, unknown>[]> {
    return new Promise((resolve, reject) => this.#waiting.set(id, { rows: [], resolve, reject }));
  }

  #take({ id = 0, ready, columns = [], rows = [], done, error }: Answer): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    for (const row of rows) waiting.rows.push(Object.fromEntries(columns.map((name, place) => [name, row[place]])));
    if (ready) this.executors = ready.executors;
    if (!ready && !done && !error) return;
    this.#waiting.delete(id);
    if (error) waiting.reject(new SparkError(error.name, error.message));
    else waiting.resolve(waiting.rows);
  }

  #last(): string {
    const lines = this.#stderr.trim();
    return lines && ` It said last:\n${lines}`;
  }
}
