import fs from 'node:fs/promises';
import path from 'node:path';
import { chooseSample } from '../../contract/choose-sample.ts';
import { LARGE_IMPORT } from '../../contract/imports.ts';
import type { Source } from './find-sources.ts';

/** So many files are looked for, and for so long, to choose among. */
const MOST_FOUND = 2_000;
const MOST_MS = 1_000;
/** A larger one (an archive, mostly) would be waited for. */
const LARGEST_BYTES = 10 * 1024 * 1024;

type File = Extract<Source, { kind: 'file' }>;

/** Some of the files of a large import, spread over those that are soon found; none of one that is not large. */
export class SourceSample implements AsyncIterable<Source> {
  readonly #sources: AsyncIterable<Source>;
  readonly #count: number;
  #found = 0;
  #complete = false;

  constructor(sources: AsyncIterable<Source>, count: number) {
    this.#sources = sources;
    this.#count = count;
  }

  /** The files that were found, and whether these are all. */
  get seen(): { found: number; complete: boolean } {
    return { found: this.#found, complete: this.#complete };
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Source> {
    const files: File[] = [];
    const end = Date.now() + MOST_MS;
    this.#complete = true;
    for await (const source of this.#sources) {
      if (files.length >= MOST_FOUND || Date.now() > end) {
        this.#complete = false;
        break;
      }
      if (source.kind !== 'file') continue;
      files.push(source);
      this.#found = files.length;
    }
    if (files.length < LARGE_IMPORT) return;
    for (const file of chooseSample(files, this.#count, (one) => path.basename(one.path))) if (await isSmall(file)) yield file;
  }
}

/** One that cannot be asked is looked at, too: that it cannot be read is what there is to see. */
async function isSmall({ path: file }: File): Promise<boolean> {
  try {
    return (await fs.stat(file)).size <= LARGEST_BYTES;
  } catch {
    return true;
  }
}
