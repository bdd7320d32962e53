import type { WatchedState } from '../../main/contract/watched.ts';
import { formatNumber, formatPublished } from './format.ts';
import { plural } from './plural.ts';

const states: Record<WatchedState, string> = {
  watching: 'Watching',
  paused: 'Paused',
  gone: 'The folder is gone. It is watched again when it is back.',
  unreadable: 'The folder cannot be read',
  idle: 'Not watched now',
};

/** The words of watched folders. */
export const watchedWords = {
  heading: 'Watched folders',
  hint: 'Whatever articles lie in them or come into them are imported by themselves while Carrel runs. Nothing in them is changed, and what is deleted there stays in the library.',
  /** In a browser, which may name no places on the disk. */
  inBrowser: 'A window in a browser cannot name folders on your disk. Start Carrel with one:',
  command: 'carrel serve --watch FOLDER',
  choose: 'Watch a folder',
  states,
  taken: (count: number) => `${plural(count, 'file', 'files')} taken`,
  lastTaken: (at: string) => `last on ${formatPublished(at, 'long')}`,
  waiting: (count: number) => `${formatNumber(count)} waiting`,
  report: 'Newest report',
  reportOf: (name: string) => `Newest report of ${name}`,
  pause: 'Pause',
  pauseFolder: (name: string) => `Pause watching ${name}`,
  continue: 'Continue',
  continueFolder: (name: string) => `Continue watching ${name}`,
  stop: 'Stop watching',
  stopFolder: (name: string) => `Stop watching ${name}`,
  askTitle: (name: string) => `Stop watching ${name}?`,
  ask: 'Its articles and reports stay. Which of its files were taken is forgotten: when it is watched again, all of them are imported again.',
  keep: 'Keep watching',
  error: 'The last import of it could not go on.',
} as const;
