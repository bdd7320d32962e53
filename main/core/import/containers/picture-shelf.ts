import path from 'node:path';
import { LibraryError } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { ContainedFile } from './container.ts';
import type { Spill, SpilledFile } from './spill.ts';

/** A picture that lies ready for a page. */
export interface PictureBeside {
  /** As the page names it: `img/net.png`. */
  readonly relative: string;
  /** Its name in the archive. */
  readonly name: string;
  /** Where its bytes lie. */
  readonly path: string;
}

/** The pictures that there are for one page. */
export interface LaidOut {
  readonly pictures: readonly PictureBeside[];
  /** Whether the page names any that are not there. */
  readonly isMissing: boolean;
  /** To be called once the page was read: they are needed no longer. */
  readonly giveBack: () => void;
}

interface Kept {
  readonly file: SpilledFile;
  readonly name: string;
  /** Pages that were handed over with it and are not read yet. */
  pages: number;
}

/**
 * The pictures of an archive that its pages may want, on the disk. Those of a stream are kept as they come by, because they
 * come once; others are fetched when a page names them and dropped when room is needed.
 */
export class PictureShelf {
  readonly #spill: Spill;
  readonly #fetch: ((name: string) => Promise<ContainedFile | undefined>) | undefined;
  readonly #kept = new Map<string, Kept>();

  /** @param fetch finds a file of the archive by its name, where it can be read at any time */
  constructor(spill: Spill, fetch?: (name: string) => Promise<ContainedFile | undefined>) {
    this.#spill = spill;
    this.#fetch = fetch;
  }

  /** Keeps a picture that came by. */
  keep(name: string, bytes: Uint8Array): void {
    if (bytes.length > LIMITS.imageBytes || this.#kept.has(keyOf(name))) return;
    const file = this.#spill.keep(bytes);
    if (file !== undefined) this.#kept.set(keyOf(name), { file, name, pages: 0 });
  }

  /**
   * Lays ready those pictures of a page that the archive has.
   *
   * @param pageName its name in the archive
   * @param relatives pictures as the page names them
   */
  async layOut(pageName: string, relatives: readonly string[]): Promise<LaidOut> {
    const pictures: PictureBeside[] = [];
    const kept: Kept[] = [];
    let bytes = 0;
    let isMissing = false;
    for (const relative of relatives) {
      const name = path.posix.join(path.posix.dirname(pageName), relative);
      const picture = name.startsWith('../') ? undefined : await this.#find(name);
      if (picture === undefined) isMissing = true;
      else if (pictures.length < LIMITS.imagesPerArticle && bytes + picture.file.sizeBytes <= LIMITS.imagesPerArticleBytes) {
        bytes += picture.file.sizeBytes;
        picture.pages += 1;
        kept.push(picture);
        pictures.push({ relative, name: picture.name, path: picture.file.path });
      }
    }
    const giveBack = () => {
      for (const picture of kept) picture.pages -= 1;
    };
    return { pictures, isMissing, giveBack };
  }

  async #find(name: string): Promise<Kept | undefined> {
    const kept = this.#kept.get(keyOf(name));
    if (kept !== undefined || this.#fetch === undefined) return kept;
    const file = await this.#fetch(keyOf(name));
    if (file === undefined || (file.sizeBytes ?? 0) > LIMITS.imageBytes) return undefined;
    const spilled = await this.#fetchFile(file);
    if (spilled === undefined) return undefined;
    const fetched = { file: spilled, name: file.name, pages: 0 };
    this.#kept.set(keyOf(name), fetched);
    return fetched;
  }

  async #fetchFile(file: ContainedFile): Promise<SpilledFile | undefined> {
    try {
      return (await this.#spill.keepAll(file.open())) ?? (this.#dropUnwanted() ? await this.#spill.keepAll(file.open()) : undefined);
    } catch (error) {
      // What is wrong with it is said where it is met by itself; but a full disk ends everything.
      if (!(error instanceof LibraryError) || error.code === 'disk-full' || error.code === 'read-only') throw error;
      return undefined;
    }
  }

  /** Makes room; returns whether there was any to be made. */
  #dropUnwanted(): boolean {
    const unwanted = [...this.#kept].filter(([, { pages }]) => pages === 0);
    for (const [key, { file }] of unwanted) {
      this.#kept.delete(key);
      this.#spill.drop(file);
    }
    return unwanted.length > 0;
  }
}

/** Names that look the same are the same: a Mac takes accents apart. */
export function keyOf(name: string): string {
  return path.posix.normalize(name).normalize('NFC');
}
