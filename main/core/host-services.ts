import type { Settings } from '../contract/settings.ts';

/** Where a host keeps the user's settings. Other processes may write the same file. */
export interface SettingsFile {
  /** What the file holds now, unchecked. A file that cannot be read holds nothing: this never throws. */
  read(): unknown;
  /**
   * Keeps these settings, and with them whatever the file holds that this program does not know.
   *
   * @throws LibraryError `read-only`, `disk-full`
   */
  write(settings: Settings): void | Promise<void>;
}

/** The worker entries that a library starts. */
export type WorkerName = 'extract-worker' | 'store-worker' | 'read-worker' | 'search-worker' | 'index-worker' | 'save-worker' | 'unpack-worker' | 'watch-worker';

/** How long watched folders are waited for, where that is not as in the table of limits. */
export interface WatchTimes {
  readonly settleMs: number;
  readonly lookMs: number;
  readonly goneMs: number;
  readonly troubleMs: number;
}

/** How long sites are left alone, where that is not as in the table of limits. */
export interface SaveTimes {
  /** Between two pages of one host. */
  readonly pageGapMs: number;
  /** Before a page is asked for again the first time. */
  readonly backOffMs: number;
}

/** What a host must lend to the library: all that differs between desktop, web, command line and tests. */
export interface HostServices {
  /** Names the host in the message for another program that finds the library locked: "the command line". */
  readonly hostName: string;
  /** The program's own version. */
  readonly version: string;
  readonly settings: SettingsFile;
  /** Where a worker's entry lies: a build has them beside the host, a checkout as sources. */
  readonly workerFile: (name: WorkerName) => URL;
  /** The folder of the sample articles, as a path. */
  readonly samplesFolder: string;
  readonly now: () => Date;
  /** For tests: names of hosts and the addresses that they lead to, in place of the system's. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
  /** For tests, whose sites need no rest. */
  readonly saveTimes?: SaveTimes;
  /** For tests, which have less time than a user. */
  readonly watchTimes?: WatchTimes;
  /** Takes an error that nobody expected; it goes to the host's log with this reference. */
  readonly logUnexpected: (error: unknown, where: string, reference: string) => void;
}
