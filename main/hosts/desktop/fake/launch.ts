import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Actions } from './driver.ts';
import { WORLD_VARIABLE, type World } from './world.ts';

/** Evaluating main takes a fraction of a second; one that waits for `ready` meanwhile waits for ever. */
const EVALUATION_LIMIT_MS = 10_000;

export interface LaunchOptions extends Partial<World> {
  /** The built main process. */
  readonly main: string;
  /** The arguments of the start. */
  readonly args?: readonly string[];
  readonly folder?: string;
  readonly evaluationLimitMs?: number;
  readonly env?: Readonly<Record<string, string>>;
}

const DISPLAY = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } };

/** A built main process that runs under the fake Electron. */
export class FakeElectron {
  readonly process: ChildProcess;
  /** Ends with the exit code. */
  readonly ended: Promise<number | null>;
  output = '';
  /** Takes what a page is told from now on; see the driver's `listen`. */
  onTold: (topic: string, message: unknown) => void = () => {};
  readonly #asked = new Map<number, { resolve: (value: string) => void; reject: (error: Error) => void }>();
  #last = 0;

  constructor(child: ChildProcess) {
    this.process = child;
    this.ended = new Promise((resolve) => {
      child.once('exit', (code) => {
        resolve(code);
        for (const { reject } of this.#asked.values()) reject(new Error(`Main ended with ${code}\n${this.output}`));
      });
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text: Buffer) => {
        this.output += text.toString();
      });
    }
    child.on('message', (message) => {
      if (typeof message === 'object' && 'told' in message) this.#passOn(message.told);
      if (typeof message !== 'object' || !('answer' in message) || typeof message.answer !== 'number') return;
      const asked = this.#asked.get(message.answer);
      this.#asked.delete(message.answer);
      if ('value' in message) asked?.resolve(String(message.value));
      else asked?.reject(new Error('failed' in message ? String(message.failed) : 'No answer'));
    });
  }

  /** Does or asks one thing of the driver; see driver.ts. */
  async do<Name extends keyof Actions>(name: Name, ...args: Parameters<Actions[Name]>): Promise<Awaited<ReturnType<Actions[Name]>>> {
    this.#last += 1;
    const ask = this.#last;
    const answer = await new Promise<string>((resolve, reject) => {
      this.#asked.set(ask, { resolve, reject });
      this.process.send({ ask, name, args });
    });
    return JSON.parse(answer).value;
  }

  #passOn(told: unknown): void {
    if (typeof told !== 'object' || told === null || !('topic' in told) || !('message' in told)) return;
    this.onTold(String(told.topic), told.message);
  }

  /** Quits as a user does, and waits until it has ended. */
  async quit(): Promise<number | null> {
    if (this.process.connected) void this.do('quit').catch(() => {});
    return this.ended;
  }
}

/**
 * Starts a built main process under the fake, and waits until its module has been evaluated and the application is
 * ready, or has ended because another instance runs.
 *
 * @throws when the module never finishes: on the real Electron it would be the same
 */
export async function launchFake({ main, args = [], folder = process.cwd(), env = {}, evaluationLimitMs = EVALUATION_LIMIT_MS, ...world }: LaunchOptions): Promise<FakeElectron> {
  const home = world.home ?? fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-fake-'));
  const told: World = { libraryModule: undefined, early: [], displays: [DISPLAY], isPackaged: false, ...world, home };
  const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  // Electron warns of a rejection that nobody handles, where plain Node ends.
  const child = spawn(process.execPath, ['--unhandled-rejections=warn', '--import', here('register.ts'), here('run-main.ts'), main, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // As JSON an undefined input would arrive as null.
    serialization: 'advanced',
    env: { ...process.env, CARREL_CONFIG: path.join(home, 'settings'), ...env, [WORLD_VARIABLE]: JSON.stringify(told) },
  });
  const fake = new FakeElectron(child);
  await Promise.race([untilReady(child, fake, evaluationLimitMs), fake.ended]);
  return fake;
}

async function untilReady(child: ChildProcess, fake: FakeElectron, limitMs: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`The main process did not finish loading. Does it await app.whenReady() at its top level?\n${fake.output}`));
    }, limitMs);
    child.once('exit', () => clearTimeout(timer));
    child.on('message', (message) => {
      if (typeof message !== 'object') return;
      if ('evaluated' in message) clearTimeout(timer);
      if ('ready' in message) resolve();
    });
  });
}
