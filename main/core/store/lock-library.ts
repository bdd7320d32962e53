import fs from 'node:fs';
import os from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { LibraryError } from '../../contract/errors.ts';
import { describeDiskError } from '../base/describe-disk-error.ts';
import type { LibraryFolder } from './library-folder.ts';

const Holder = z.object({ host: z.string(), machine: z.string(), pid: z.number(), since: z.string() });

export interface LibraryLock {
  release(): void;
}

/**
 * Takes the one writer's lock: an exclusive transaction on a small SQLite file. The operating system frees it the
 * moment its holder dies, so no stale lock can be left behind, as a file with a process number could.
 *
 * @param host what the holder is called in another's error message, such as `the web host`
 * @throws LibraryError `locked`, naming the holder
 */
export function lockLibrary(folder: LibraryFolder, host: string, now: Date): LibraryLock {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(folder.lock, { timeout: 0 });
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    const holder: z.infer<typeof Holder> = { host, machine: os.hostname(), pid: process.pid, since: now.toISOString() };
    fs.writeFileSync(folder.lockHolder, JSON.stringify(holder));
  } catch (error) {
    database?.close();
    const described = describeDiskError(error);
    if (described instanceof LibraryError && described.code === 'locked') {
      throw new LibraryError('locked', `The library is in use by ${describeHolder(folder)}. Close it there and try again.`, { cause: error });
    }
    throw described;
  }
  const held = database;
  return {
    release() {
      held.close();
    },
  };
}

function describeHolder(folder: LibraryFolder): string {
  try {
    const holder = Holder.parse(JSON.parse(fs.readFileSync(folder.lockHolder, 'utf8')));
    return `${holder.host} (process ${holder.pid} on ${holder.machine}, since ${holder.since})`;
  } catch {
    // The file is only a courtesy: without it the message is less exact, nothing else.
    return 'another program';
  }
}
