import type { UtilityProcess } from 'electron';
import { createClient, type Transport } from '../../contract/client.ts';
import type { Outcome } from '../../contract/define.ts';
import { ERROR_CODES, type ErrorCode } from '../../contract/errors.ts';
import { LibraryEvent } from '../../contract/events.ts';
import { createPortTransport } from '../../contract/port-transport.ts';
import type { LibraryCondition } from '../../contract/window-bridge.ts';
import { OpeningReport, processContract, type ProcessClient } from './process-contract.ts';
import { portToChild, splitPort } from './split-port.ts';

/** Dying more often than this within the time is no accident any more. */
const MOST_DEATHS = 3;
const WITHIN_MS = 60_000;
/** A call that comes while the library is being opened waits this long. */
const OPENING_WAIT_MS = 30_000;
/** What the library gets to end its imports and close its files. */
const CLOSING_WAIT_MS = 15_000;

export interface OpeningFailure {
  readonly code: ErrorCode;
  readonly message: string;
}

interface LinkOptions {
  readonly fork: () => UtilityProcess;
  readonly onEvent: (event: LibraryEvent) => void;
  readonly onCondition: (condition: LibraryCondition) => void;
  /** The library said why it cannot be opened. `start` tries again. */
  readonly onOpeningFailed: (failure: OpeningFailure) => void;
  /** Its process dies again and again. `start` tries again. */
  readonly onStopped: () => void;
  readonly now: () => number;
}

/** The ways into a library that is open. */
interface Ways {
  readonly window: Transport;
  readonly own: Transport;
  readonly process: ProcessClient;
}

/** Main's side of the library's process: starts it, starts it again when it died, carries calls to it. */
export class LibraryLink {
  readonly #options: LinkOptions;
  #child: UtilityProcess | undefined;
  #ways: Ways | undefined;
  #failure: OpeningFailure | undefined;
  #condition: LibraryCondition = 'answering';
  #deaths: number[] = [];
  #closing = false;
  #waiting: (() => void)[] = [];

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  get condition(): LibraryCondition {
    return this.#condition;
  }

  /** Starts the process, also after it failed or was given up. */
  start(): void {
    if (this.#child || this.#closing) return;
    if (this.#condition === 'stopped') this.#deaths = [];
    this.#failure = undefined;
    const child = this.#options.fork();
    this.#child = child;
    const channel = splitPort(portToChild(child));
    const ways: Ways = {
      window: createPortTransport(channel('window')),
      own: createPortTransport(channel('own')),
      process: createClient(processContract, createPortTransport(channel('process'))),
    };
    channel('state').on('message', (message) => this.#noteOpening(child, ways, OpeningReport.parse(message)));
    channel('event').on('message', (message) => {
      const event = LibraryEvent.safeParse(message);
      if (event.success) this.#options.onEvent(event.data);
    });
    child.once('exit', () => this.#noteExit(child));
  }

  /** A call with a window's rights. */
  async callForWindow(method: string, input: unknown): Promise<Outcome<unknown>> {
    return this.#with((ways) => ways.window(method, input));
  }

  /** A call of main's own, which may name paths. */
  async callOwn(method: string, input: unknown): Promise<Outcome<unknown>> {
    return this.#with((ways) => ways.own(method, input));
  }

  /** What only main asks; see process-contract. */
  async askProcess<Value>(ask: (client: ProcessClient) => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
    return this.#with((ways) => ask(ways.process));
  }

  /** Lets the library end its imports and close its files, for a limited time, then ends the process. */
  async close(): Promise<void> {
    this.#closing = true;
    const child = this.#child;
    if (!child) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    await Promise.race([this.#ways?.process['process.close']({}), ended, elapsed(CLOSING_WAIT_MS)]);
    child.kill();
    await Promise.race([ended, elapsed(CLOSING_WAIT_MS)]);
  }

  /** Ends the process at once. What it acknowledged is safe. */
  kill(): void {
    this.#closing = true;
    this.#child?.kill();
  }

  #noteOpening(child: UtilityProcess, ways: Ways, report: OpeningReport): void {
    if (report.opened) {
      this.#ways = ways;
      this.#setCondition('answering');
    } else {
      this.#failure = { code: ERROR_CODES.find((code) => code === report.code) ?? 'internal', message: report.message };
      // It has nothing open: another one may be started before this one has ended.
      this.#child = undefined;
      child.kill();
      this.#setCondition('stopped');
      this.#options.onOpeningFailed(this.#failure);
    }
    this.#wake();
  }

  #noteExit(child: UtilityProcess): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#ways = undefined;
    if (this.#closing) return this.#wake();
    const now = this.#options.now();
    this.#deaths = [...this.#deaths.filter((death) => now - death < WITHIN_MS), now];
    if (this.#deaths.length > MOST_DEATHS) {
      this.#setCondition('stopped');
      this.#wake();
      this.#options.onStopped();
    } else {
      this.#setCondition('restarting');
      this.start();
    }
  }

  #setCondition(condition: LibraryCondition): void {
    if (condition === this.#condition) return;
    this.#condition = condition;
    this.#options.onCondition(condition);
  }

  async #with<Value>(use: (ways: Ways) => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
    if (!this.#ways && this.#child && !this.#failure) await Promise.race([this.#settled(), elapsed(OPENING_WAIT_MS)]);
    if (this.#ways) return use(this.#ways);
    return { ok: false, error: this.#failure ?? UNREACHABLE };
  }

  /** Until the process that is being started is open, failed, or given up. */
  #settled(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}

const UNREACHABLE = { code: 'unreachable', message: 'The library is not answering. What was acknowledged is safe.' } as const;

function elapsed(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
