import { Worker, type MessagePort, type ResourceLimits } from 'node:worker_threads';
import { LibraryError, type ErrorCode } from '../../contract/errors.ts';

/** The calls that a worker answers: one value in, one value out, both cloneable. */
export type WorkerCalls = Readonly<Record<string, (input: never) => unknown>>;

type Input<C extends WorkerCalls, K extends keyof C> = Parameters<C[K]>[0];
type Answer<C extends WorkerCalls, K extends keyof C> = Awaited<ReturnType<C[K]>>;
/** What a caller gets. */
export type Output<C extends WorkerCalls, K extends keyof C> = Answer<C, K> extends HandedOver<infer Value> ? Value : Answer<C, K>;

/** The answer of a call with memory that goes over to the caller instead of being copied. */
export class HandedOver<Value> {
  readonly value: Value;
  readonly memory: readonly ArrayBuffer[];

  constructor(value: Value, memory: readonly ArrayBuffer[]) {
    this.value = value;
    this.memory = memory;
  }
}

interface Request {
  readonly call: number;
  readonly name: string;
  readonly input: never;
}

type Reply =
  | { readonly call: number; readonly value: unknown }
  | { readonly call: number; readonly code: ErrorCode; readonly message: string }
  | { readonly call: number; readonly error: unknown };

/**
 * Answers calls in a worker. What a call throws reaches the caller: a LibraryError as one, other errors as errors.
 *
 * @param describe makes expected failures of what a call threw, in a worker whose calls read the database
 */
export function serveCalls(port: MessagePort, calls: WorkerCalls, describe: (error: unknown) => unknown = (error) => error): void {
  port.on('message', async ({ call, name, input }: Request) => {
    try {
      const answer = await calls[name]?.(input);
      if (answer instanceof HandedOver) port.postMessage({ call, value: answer.value } satisfies Reply, answer.memory);
      else port.postMessage({ call, value: answer } satisfies Reply);
    } catch (thrown) {
      const error = describe(thrown);
      const reply: Reply = error instanceof LibraryError ? { call, code: error.code, message: error.message } : { call, error };
      port.postMessage(reply);
    }
  });
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A worker and the calls under way in it. */
export class WorkerLink<C extends WorkerCalls> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastCall = 0;
  #gone: LibraryError | undefined;
  #onIdle: () => void = () => {};

  /**
   * @param data what the worker finds as `workerData`
   * @param onGone called once when the worker ended without being asked to
   */
  constructor(file: URL, data: unknown, { limits, onGone }: { limits?: ResourceLimits; onGone?: (why: LibraryError) => void } = {}) {
    this.#worker = new Worker(file, { workerData: data, ...(limits ? { resourceLimits: limits } : {}) });
    this.#worker.on('message', (reply: Reply) => this.#settle(reply));
    this.#worker.on('error', (error) => this.#end(describeDeath(error), onGone));
    this.#worker.on('exit', () => this.#end(new LibraryError('reader-crashed', 'A part of Carrel stopped unexpectedly.'), onGone));
  }

  /** Whether the worker has ended, by itself or not. */
  get gone(): boolean {
    return this.#gone !== undefined;
  }

  call<K extends keyof C & string>(name: K, input: Input<C, K>): Promise<Output<C, K>> {
    if (this.#gone) return Promise.reject(this.#gone);
    this.#lastCall += 1;
    const call = this.#lastCall;
    return new Promise((resolve, reject) => {
      // The worker's table of calls has the type that this link was given.
      this.#waiting.set(call, { resolve: resolve as (value: unknown) => void, reject });
      // oxlint-disable-next-line require-post-message-target-origin -- a worker, no window
      this.#worker.postMessage({ call, name, input });
    });
  }

  /** Ends the worker; calls under way are rejected with `why`. */
  async end(why: LibraryError = new LibraryError('closed', 'The library was closed.')): Promise<void> {
    this.#end(why);
    await this.#worker.terminate();
  }

  /** Ends the worker once the calls under way have been answered. */
  async endWhenIdle(): Promise<void> {
    if (this.#waiting.size === 0) return this.end();
    await new Promise<void>((resolve) => {
      this.#onIdle = resolve;
    });
    return this.end();
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.call);
    this.#waiting.delete(reply.call);
    if (this.#waiting.size === 0) this.#onIdle();
    if ('value' in reply) waiting?.resolve(reply.value);
    else waiting?.reject('code' in reply ? new LibraryError(reply.code, reply.message) : reply.error);
  }

  #end(why: LibraryError, onGone?: (why: LibraryError) => void): void {
    if (this.#gone) return;
    this.#gone = why;
    for (const { reject } of this.#waiting.values()) reject(why);
    this.#waiting.clear();
    this.#onIdle();
    onGone?.(why);
  }
}

function describeDeath(error: unknown): LibraryError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new LibraryError('out-of-memory', 'Reading this needs more memory than Carrel allows one item. It was skipped.', { cause: error })
    : new LibraryError('reader-crashed', 'A part of Carrel stopped unexpectedly.', { cause: error });
}
