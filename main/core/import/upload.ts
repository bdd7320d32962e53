import fs from 'node:fs';
import fsp from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LibraryError } from '../../contract/errors.ts';
import type { ImportId } from '../../contract/ids.ts';
import { describeDiskError } from '../base/describe-disk-error.ts';
import { LIMITS } from '../base/limits.ts';
import type { Source } from './find-sources.ts';

/** Files of these names need nothing beside them, so they can be read while others are still on their way. */
const NEEDS_NOTHING = /\.(?:txt|text)$/i;

/**
 * Files that come as bytes (an upload, standard input, pasted text). What may need other files is read once all of
 * them are there: only then do a page and the images beside it find each other. They lie in a folder of their own
 * until the import ends.
 */
export class Upload {
  readonly #folder: string;
  readonly #ready: Source[] = [];
  readonly #waiting: Source[] = [];
  #closed = false;
  #wake: () => void = () => {};

  /** @param incoming the library's folder for files on their way in */
  constructor(incoming: string, id: ImportId) {
    this.#folder = path.join(incoming, id);
  }

  /**
   * Takes one file.
   *
   * @param relativePath `folder/page.html`, as the sender has it; it never leads out of the upload's own folder
   * @param source how the report names it
   * @throws LibraryError `invalid-input`, `too-large`, `disk-full`, `read-only`
   */
  async receive(relativePath: string, source: string, bytes: Readable, limitBytes: number = LIMITS.uploadFileBytes): Promise<void> {
    const file = path.join(this.#folder, ...safeSegments(relativePath));
    try {
      await fsp.mkdir(path.dirname(file), { recursive: true });
      await pipeline(bytes, limitedTo(limitBytes), fs.createWriteStream(file, { flags: 'wx' }));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
        throw new LibraryError('invalid-input', 'A file of this name was already sent in this import.', { cause: error });
      }
      // A file that came in part is no file.
      await fsp.rm(file, { force: true });
      throw describeDiskError(error);
    }
    (NEEDS_NOTHING.test(file) ? this.#ready : this.#waiting).push({ kind: 'file', path: file, source, root: this.#folder });
    this.#wake();
  }

  /** No more files will come. */
  close(): void {
    this.#closed = true;
    this.#wake();
  }

  /** The received files: texts as they come, the others once all are there. To be read once. */
  async *sources(): AsyncGenerator<Source> {
    for (;;) {
      const next = this.#ready.shift();
      if (next) yield next;
      else if (this.#closed) break;
      else await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    yield* this.#waiting;
  }

  async remove(): Promise<void> {
    await fsp.rm(this.#folder, { recursive: true, force: true });
  }
}

/**
 * The parts of a relative path, each fit to be a file's name on this system.
 *
 * @throws LibraryError `invalid-input`
 */
export function safeSegments(relativePath: string, platform: NodeJS.Platform = process.platform): string[] {
  const segments = relativePath.split('/');
  const unsafe = (segment: string) =>
    segment === '' || segment === '.' || segment === '..' || Buffer.byteLength(segment) > 255 || segment.includes('\\') || /\p{Cc}/u.test(segment);
  if (relativePath.length > 4_000 || segments.length > LIMITS.folderDepth || segments.some(unsafe)) {
    throw new LibraryError('invalid-input', 'This file\'s name or folder cannot be used. Rename it and try again.');
  }
  return platform === 'win32' ? segments.map(fitForWindows) : segments;
}

/** Names that other systems allow and Windows takes for devices or streams. */
function fitForWindows(segment: string): string {
  return segment.replace(/[:*?"<>|]/g, '_').replace(/[. ]+$/, '_').replace(/^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i, '_$1');
}

function limitedTo(limitBytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > limitBytes) done(new LibraryError('too-large', `Files up to ${limitBytes / 1_048_576} MB can be imported.`));
      else done(null, chunk);
    },
  });
}
