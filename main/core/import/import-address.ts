import { LibraryError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/ids.ts';
import type { ImportOptions } from '../../contract/imports.ts';
import type { Saved } from '../save/page-saver.ts';
import { unfetchedArticle } from '../save/unfetched-article.ts';
import { packArticle, type PackedArticle } from '../store/packed-article.ts';
import type { Waiting } from '../store/unfetched.ts';
import type { FileByPath } from './prepare-file.ts';
import type { PackedFile } from './prepare-some.ts';

type ReadFile = Extract<PackedFile, { kind: 'articles' }>;

/** What an address needs of the import that it is a part of. */
export interface AddressDesk {
  readonly options: ImportOptions;
  /** Fetches what is at an address into a file, or finds the addresses in it. `from`: the feed that names it. */
  readonly save: (url: string, from?: string) => Promise<Saved>;
  /** What an address is to the library. */
  readonly whoWaits: (url: string) => Promise<Waiting | undefined>;
  /** Removes the folder of such a file. */
  readonly removeSaved: (folder: string) => Promise<void>;
  readonly read: (file: Pick<FileByPath, 'path' | 'root' | 'given'>) => Promise<PackedFile>;
  /** Resolves when all that a file holds is in the library and in the report. */
  readonly store: (file: ReadFile) => Promise<void>;
  readonly storeArticle: (article: PackedArticle) => Promise<void>;
  readonly isSettled: (item: string) => boolean;
  readonly onFound: () => void;
  /** Nothing has to be fetched: this article is what was to be. */
  readonly onThere: (id: ArticleId) => void;
  readonly onWhole: () => void;
  readonly fail: (error: unknown, item?: string) => void;
  /** What to say of a file of a format that is not read. */
  readonly unsupported: (label: string) => LibraryError;
}

/** One address of an import: a page of the web, or a feed, whose entries are its items. Never rejects. */
export async function importAddress(url: string, desk: AddressDesk): Promise<void> {
  try {
    // Of an address that is to be fetched later, nothing has to be read.
    if (desk.options.later) return await desk.storeArticle(packArticle(unfetchedArticle(url, desk.options)));
    if (desk.options.unfetched && (await waitsNoMore(url, desk))) return;
    const saved = await desk.save(url);
    if (saved.kind === 'file') return await importSaved(saved, undefined, desk);
    for (const [index, item] of saved.addresses.entries()) {
      if (index > 0) desk.onFound();
      if (!desk.isSettled(item)) await importEntry(item, saved.url, desk);
    }
    desk.onWhole();
  } catch (error) {
    desk.fail(error);
  }
}

/** Of what was to be fetched, some may have been fetched, or put into the trash, since the import was begun. */
async function waitsNoMore(url: string, desk: AddressDesk): Promise<boolean> {
  const waiting = await desk.whoWaits(url);
  if (!waiting || waiting.waits) return false;
  if (waiting.id === undefined) throw new LibraryError('cancelled', 'The article that was to be fetched from here was deleted.');
  desk.onThere(waiting.id);
  return true;
}

async function importEntry(item: string, feed: string, desk: AddressDesk): Promise<void> {
  try {
    const saved = await desk.save(item, feed);
    if (saved.kind === 'feed') throw new LibraryError('unsupported-format', 'This entry of the feed is a feed itself. Save its address by itself.');
    await importSaved(saved, item, desk);
  } catch (error) {
    desk.fail(error, item);
  }
}

async function importSaved({ path, root, given }: Extract<Saved, { kind: 'file' }>, item: string | undefined, desk: AddressDesk): Promise<void> {
  try {
    const file = await desk.read({ path, root, given });
    if (file.kind === 'container') throw new LibraryError('unsupported-format', 'This address leads to an archive of files. Download it in a browser, and import the file.');
    if (file.kind === 'unsupported') throw desk.unsupported(file.label);
    await desk.store(item === undefined ? file : { ...file, items: file.items.map((read) => ({ ...read, item: read.item === undefined ? item : `${item}/${read.item}` })) });
  } finally {
    await desk.removeSaved(root);
  }
}
