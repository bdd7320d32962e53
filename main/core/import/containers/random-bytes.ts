import fs from 'node:fs';
import { LibraryError } from '../../../contract/errors.ts';
import { assert } from '../../base/assert.ts';

/** Bytes that can be read from any place: a file, or what is in memory. Reading does not wait, so it belongs in a worker. */
export interface RandomBytes {
  readonly sizeBytes: number;
  /** Fewer bytes than asked for at the end, none behind it. They may share memory with others: who keeps them copies them. */
  read(offset: number, bytes: number): Buffer;
  close(): void;
}

/**
 * @throws LibraryError `file-missing`, `file-unreadable`; `read` throws `file-unreadable`
 */
export function openFile(path: string): RandomBytes {
  const file = attempt(() => fs.openSync(path, 'r'));
  const sizeBytes = attempt(() => fs.fstatSync(file).size);
  let isOpen = true;
  return {
    sizeBytes,
    read: (offset, bytes) => {
      // Its number may be another file's by now.
      assert(isOpen, 'a file is read before it is closed');
      const buffer = Buffer.allocUnsafeSlow(within(bytes, offset, sizeBytes));
      let got = 0;
      while (got < buffer.length) {
        const more = attempt(() => fs.readSync(file, buffer, got, buffer.length - got, offset + got));
        // Somebody cut the file while it was being read.
        if (more === 0) break;
        got += more;
      }
      return buffer.subarray(0, got);
    },
    close: () => {
      if (isOpen) fs.closeSync(file);
      isOpen = false;
    },
  };
}

export function inMemory(bytes: Uint8Array): RandomBytes {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { sizeBytes: buffer.length, read: (offset, length) => buffer.subarray(offset, offset + within(length, offset, buffer.length)), close: () => {} };
}

/** How many of the bytes that are asked for there are. A stranger's file may name any place. */
function within(bytes: number, offset: number, sizeBytes: number): number {
  return offset < 0 ? 0 : Math.max(0, Math.min(bytes, sizeBytes - offset));
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw missing
      ? new LibraryError('file-missing', 'The file is no longer there. If it was moved, import it from its new place.', { cause: error })
      : new LibraryError('file-unreadable', 'The file could not be opened. Check that you may read it and try again.', { cause: error });
  }
}
