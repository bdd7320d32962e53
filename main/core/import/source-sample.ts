import path from 'node:path';
import { chooseSample } from '../../contract/choose-sample.ts';
import type { Source } from './find-sources.ts';

/** So many files are looked for, and for so long, to choose among. */
const MOST_FOUND = 2_000;
const MOST_MS = 1_000;

/** Some of the files of an import, spread over those that are soon found. */
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
    const files: Extract<Source, { kind: 'file' }>[] = [];
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
    yield* chooseSample(files, this.#count, (file) => path.basename(file.path));
  }
}
