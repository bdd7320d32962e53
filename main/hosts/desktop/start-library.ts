import path from 'node:path';
import { app, utilityProcess, type UtilityProcess } from 'electron';
import type { LibraryEvent } from '../../contract/events.ts';
import { ask } from './dialogs.ts';
import { LibraryLink, type OpeningFailure } from './library-link.ts';
import type { LogFile } from './log-file.ts';
import type { Windows } from './windows.ts';

/** What to do about a library that does not open; its own words say what is wrong. */
const ADVICE: Partial<Record<OpeningFailure['code'], string>> = {
  locked: 'Close the other program that has this library open, then try again.',
  damaged: 'Nothing was changed. “carrel verify --repair” in a terminal mends what can be mended; then try again.',
  'newer-version': 'Install the newest Carrel, then try again. Nothing was changed.',
  'disk-full': 'Free some space, then try again. Nothing was lost.',
  'read-only': 'Check that you may write to the library’s folder, then try again.',
};

/** Makes the link to the library's process, which says in dialogs what keeps the library from opening. */
export function linkLibrary(root: string, windows: Windows, log: LogFile): LibraryLink {
  const link = new LibraryLink({
    fork: () => forkLibrary(root, log),
    now: Date.now,
    onEvent: (event: LibraryEvent) => windows.tellAll('library', event),
    onCondition: (condition) => {
      if (condition !== 'answering') log.write(`The library's process is ${condition}.\n`);
      windows.tellAll('condition', condition);
    },
    onOpeningFailed: (failure) => void offerRetry('The library could not be opened.', describe(failure, root)),
    onStopped: () => void offerRetry('The library stopped again and again.', `What was imported is safe on your disk. ${root}\n\nThe log says more: ${log.path}`),
  });

  async function offerRetry(message: string, detail: string): Promise<void> {
    const button = await ask(windows.current, 'error', message, detail, ['Try again', 'Quit']);
    if (button === 0) link.start();
    else app.quit();
  }

  return link;
}

function describe({ code, message }: OpeningFailure, root: string): string {
  return [message, ADVICE[code], root].filter((part) => part !== undefined).join('\n\n');
}

function forkLibrary(root: string, log: LogFile): UtilityProcess {
  const child = utilityProcess.fork(path.join(import.meta.dirname, 'library-process.js'), [root], { serviceName: 'Carrel library', stdio: 'pipe' });
  // Its exit follows and is dealt with there; unheard, this would be an exception in the main process.
  child.on('error', (type, location) => log.write(`The library's process failed: ${type} in ${location}.\n`));
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => log.write(text.toString()));
  return child;
}
