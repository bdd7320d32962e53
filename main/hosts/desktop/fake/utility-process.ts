import { fork as forkNode, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ForkOptions, UtilityProcess, utilityProcess as RealUtilityProcess } from 'electron';
import { ElectronEmitter, type Names, type NoneBut } from './names.ts';
import { happened, needsReady, world } from './world.ts';

/** The processes that were forked, the newest last. */
export const children: FakeUtilityProcess[] = [];

/** A real process of its own: what it runs is the built library, with its workers and its database. */
class FakeUtilityProcess extends ElectronEmitter {
  readonly #child: ChildProcess;
  pid: number | undefined;

  constructor(modulePath: string, args: readonly string[], options: ForkOptions) {
    super('UtilityProcess');
    needsReady('utilityProcess.fork');
    const module = world.libraryModule ?? modulePath;
    this.#child = forkNode(fileURLToPath(new URL('utility-child.ts', import.meta.url)), [module, ...args], {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    this.pid = this.#child.pid;
    happened.push(`fork:${options.serviceName ?? ''}`);
    this.#child.on('spawn', () => this.emit('spawn'));
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('exit', (code) => {
      this.pid = undefined;
      happened.push('child:exit');
      this.emit('exit', code ?? 1);
    });
  }

  get stdout(): ChildProcess['stdout'] {
    return this.#child.stdout;
  }

  get stderr(): ChildProcess['stderr'] {
    return this.#child.stderr;
  }

  postMessage(message: unknown): void {
    // A value that cannot be cloned throws here, as it does there. To a process that has ended nothing is sent.
    structuredClone(message);
    if (this.#child.connected && isSendable(message)) this.#child.send(message);
  }

  kill(): boolean {
    return this.#child.kill('SIGTERM');
  }
}

function isSendable(message: unknown): message is object {
  return typeof message === 'object' && message !== null;
}

export const utilityProcess = {
  fork: (modulePath: string, args: string[] = [], options: ForkOptions = {}) => {
    const child = new FakeUtilityProcess(modulePath, args, options);
    children.push(child);
    return child;
  },
} satisfies Names<typeof RealUtilityProcess>;

/** Compiles only while the class has no name of its own. */
export const checkedNames: NoneBut<UtilityProcess, FakeUtilityProcess> = true;
