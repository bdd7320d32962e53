import { LibraryError } from '../../../contract/errors.ts';
import { decodeText } from '../decode-text.ts';
import { openZip } from '../zip/open-zip.ts';
import type { OpenZip, ZipEntry } from '../zip/open-zip.ts';
import { resolveInBook } from './book-path.ts';
import { listElements } from './list-elements.ts';

/** The archive of a book, by the paths that its files use for one another. */
export interface BookArchive {
  /** Undefined where the book has no such file. */
  readonly find: (path: string) => ZipEntry | undefined;
  readonly read: OpenZip['read'];
  /** The text of an XML file of the book. */
  readonly readText: (entry: ZipEntry) => Promise<string>;
  /** The package file, which lists what the book consists of. */
  readonly packageEntry: ZipEntry;
}

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';
/** Fonts that are only made useless outside of the book. Everything else that is encrypted needs a key. */
const FONT_OBFUSCATION = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC']);

/**
 * Opens the archive of an EPUB book and finds its package file.
 *
 * Throws LibraryError `protected` for a book that needs a key, `malformed` for one that lists no contents, and what openZip throws.
 */
export async function openBook(bytes: Uint8Array): Promise<BookArchive> {
  const zip = await openZip(bytes);
  const find = finderOf(zip);
  const readText = async (entry: ZipEntry): Promise<string> => decodeText(await zip.read(entry)).text;
  const encryption = find(ENCRYPTION);
  if (encryption !== undefined) refuseProtected(await readText(encryption));
  const container = find(CONTAINER);
  const named = container === undefined ? [] : listElements(await readText(container), new Set(['rootfile']));
  const stated = named.map(({ attributes }) => find(resolveInBook(attributes.get('full-path') ?? '', '')?.path ?? '')).find((entry) => entry !== undefined);
  // Books that were packed by hand may lack the file that names it.
  const packageEntry = stated ?? zip.entries.find(({ name }) => /\.opf$/i.test(name) && !name.startsWith('__MACOSX/'));
  if (packageEntry === undefined) throw new LibraryError('malformed', 'This book is damaged: the file that lists its chapters is missing. Get the book again and import the new copy.');
  return { find, read: zip.read, readText, packageEntry };
}

/** By exact name, else by one that differs in case or in how letters are composed, as file systems mix them up. */
function finderOf(zip: OpenZip): BookArchive['find'] {
  const byFolded = new Map(zip.entries.map((entry) => [fold(entry.name), entry]));
  return (path) => (path === '' ? undefined : (zip.find(path) ?? byFolded.get(fold(path))));
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function refuseProtected(xml: string): void {
  const methods = listElements(xml, new Set(['EncryptionMethod'])).filter(({ parent }) => parent === 'EncryptedData');
  if (methods.every(({ attributes }) => FONT_OBFUSCATION.has(attributes.get('Algorithm') ?? ''))) return;
  throw new LibraryError('protected', 'This book is protected by DRM and can only be read with the program of the shop that sold it. Get a copy without protection and import that.');
}
