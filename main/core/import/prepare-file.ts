import fs from 'node:fs';
import path from 'node:path';
import { LibraryError } from '../../contract/errors.ts';
import { CollectionPath } from '../../contract/labels.ts';
import { LIMITS } from '../base/limits.ts';
import { countWords } from '../extract/count-words.ts';
import { makeExcerpt } from '../extract/make-excerpt.ts';
import type { ArticleDraft } from '../extract/article-draft.ts';
import { EXTRACTOR_VERSION } from '../extract/extractor-version.ts';
import { hashBytes } from '../store/blobs.ts';
import type { NewArticle } from '../store/library-store.ts';
import { isLibraryDatabase } from '../store/library-folder.ts';
import { encodeOriginal } from '../store/stored-articles.ts';
import { addGivenFacts } from './add-given-facts.ts';
import { canonicalAddress } from '../base/canonical-address.ts';
import { fitDraft } from './fit-draft.ts';
import { identifyFormat } from './identify-format.ts';
import type { ContainerName } from './containers/container.ts';
import type { PictureBeside } from './containers/picture-shelf.ts';
import { openFile, type RandomBytes } from './containers/random-bytes.ts';
import { recogniseContainer } from './containers/recognise-container.ts';
import type { BookForm, FileBeside, GivenFacts, Reader, ReaderInput, ReadItem, UnreadItem } from './reader.ts';
import { findReader } from './readers.ts';
import { textFingerprint } from './text-fingerprint.ts';

/** How a file is to be read. */
interface Reading {
  /** A reader to use whatever the content looks like. */
  readonly reader?: string | undefined;
  readonly tags: readonly string[];
  readonly collections: readonly string[];
  readonly books?: BookForm | undefined;
}

/** A file on the disk. */
export interface FileByPath extends Reading {
  /** Where to read it. */
  readonly path: string;
  /** Files beside it are loaded from this folder and below only. */
  readonly root: string;
  readonly given?: GivenFacts;
}

/** A file that came out of an archive. */
export interface FileInMemory extends Reading {
  readonly bytes: Uint8Array;
  /** Its own name without folders. */
  readonly fileName: string;
  /** Its name in the archive. */
  readonly item: string;
  readonly given?: GivenFacts;
  /** The pictures that it may load, wherever their bytes lie. */
  readonly pictures?: readonly PictureBeside[];
}

export type FileToPrepare = FileByPath | FileInMemory;

/** One item of a file: its article, or why there is none. */
export type PreparedItem = { readonly item?: string; readonly article: NewArticle } | UnreadItem;

/** What one file holds, ready to be stored. */
export type PreparedFile =
  | { readonly kind: 'articles'; readonly items: readonly PreparedItem[]; readonly companions: readonly string[] }
  /** It holds other files, and was not read. */
  | { readonly kind: 'container'; readonly container: ContainerName }
  /** `asset`: it may belong to a page of the same import (an image, a style sheet). */
  | { readonly kind: 'unsupported'; readonly label: string; readonly asset: boolean };

/**
 * One file from its bytes to articles: identify, read, fit, fingerprint. Runs in an extract worker.
 *
 * @throws LibraryError for whatever keeps this one file out
 */
export async function prepareFile(file: FileToPrepare): Promise<PreparedFile> {
  const opened = await openToPrepare(file);
  if ('kind' in opened) return opened;
  const { bytes, fileName } = opened;
  const chosen = await chooseReader(bytes, fileName, file.reader);
  if (!('read' in chosen)) return chosen;
  const items: PreparedItem[] = [];
  const companions = new Set<string>();
  for await (const read of chosen.read(opened)) {
    const item = 'item' in file ? [file.item, ...(read.item === undefined ? [] : [read.item])].join('/') : read.item;
    if ('code' in read) {
      items.push({ ...read, item: item ?? read.item });
      continue;
    }
    const draft = fitDraft(addGivenFacts(read.draft, opened.given), fileName);
    for (const companion of draft.companions) companions.add(companion);
    const article = toNewArticle(draft, chosen, { bytes: read.bytes ?? bytes, fileName, tags: file.tags, collections: collectionsOf(file, read) });
    items.push({ ...(item === undefined ? {} : { item }), article: { ...article, ...fetchedFrom(opened.given) } });
  }
  return { kind: 'articles', items, companions: [...companions] };
}

function fetchedFrom({ url, asked }: GivenFacts = {}): Pick<NewArticle, 'fetchedFrom'> {
  return url === undefined || asked === undefined ? {} : { fetchedFrom: [asked, url] };
}

/** What its reader gets; or that it is a container, of which no more than its sign was read. */
async function openToPrepare(file: FileToPrepare): Promise<ReaderInput | Extract<PreparedFile, { kind: 'container' }>> {
  const books = file.books === undefined ? {} : { books: file.books };
  if ('bytes' in file) {
    const { bytes, fileName, given } = file;
    return { bytes, fileName, loadBeside: (relative) => readPicture(file, relative), ...(given === undefined ? {} : { given }), ...books };
  }
  const fileName = path.basename(file.path);
  const opened = openFile(file.path);
  try {
    const container = await recogniseContainer(opened, fileName);
    if (container !== undefined) return { kind: 'container', container };
    const given = file.given === undefined ? {} : { given: file.given };
    return { bytes: readWithin(opened, limitOf(fileName)), fileName, loadBeside: (relative) => readBeside(file, relative), ...given, ...books };
  } finally {
    opened.close();
  }
}

/** The user's own, and the one that the source brings where that is a path that a collection can have. */
function collectionsOf({ collections }: FileToPrepare, { collection }: ReadItem): readonly string[] {
  const fitting = CollectionPath.safeParse(collection);
  return fitting.success ? [...collections, fitting.data] : collections;
}

async function chooseReader(bytes: Uint8Array, fileName: string, reader: string | undefined): Promise<Reader | Extract<PreparedFile, { kind: 'unsupported' }>> {
  if (reader !== undefined) {
    const forced = findReader(reader);
    if (!forced) throw new LibraryError('invalid-input', `There is no reader named "${reader}".`);
    return forced;
  }
  const format = await identifyFormat(bytes, fileName);
  if (format.name === 'text' && NAMED_AS_ARCHIVE.test(fileName)) {
    throw new LibraryError('malformed', 'This file is named as an archive and is none: it holds a text. Get it again, or rename it to .txt if that is what you want to import.');
  }
  return findReader(format.name) ?? { kind: 'unsupported', label: format.label, asset: format.asset };
}

/** A saved page may hold many pictures. */
function limitOf(fileName: string): number {
  return /\.(?:mhtml?|webarchive)$/i.test(fileName) ? LIMITS.savedFileBytes : LIMITS.articleFileBytes;
}

function readWithin(file: RandomBytes, limit: number): Uint8Array {
  if (file.sizeBytes > limit) {
    throw new LibraryError('too-large', `This file has ${Math.ceil(file.sizeBytes / 1_048_576)} MB; articles are read up to ${limit / 1_048_576} MB.`);
  }
  return file.read(0, file.sizeBytes);
}

/** A picture of the same archive that lies ready. */
function readPicture({ pictures }: FileInMemory, relative: string): FileBeside | undefined {
  const picture = pictures?.find((candidate) => candidate.relative === relative);
  return picture && { path: picture.name, bytes: fs.readFileSync(picture.path) };
}

/** A file named by a page, if it really lies where the import may look: no link leads out of the folder. */
function readBeside(file: FileByPath, relative: string): FileBeside | undefined {
  if (path.isAbsolute(relative) || relative.includes('\0')) return undefined;
  try {
    const wanted = path.resolve(path.dirname(file.path), relative);
    const root = fs.realpathSync(file.root);
    const real = fs.realpathSync(wanted);
    const stat = fs.statSync(real);
    if (!real.startsWith(root + path.sep) || !stat.isFile() || stat.size > LIMITS.imageBytes || isLibraryDatabase(path.basename(real))) return undefined;
    return { path: wanted, bytes: fs.readFileSync(real) };
  } catch {
    // A page may name whatever it likes; what is not there is simply not there.
    return undefined;
  }
}

/** Where a text has such a name, it is mostly the message of a server that the archive is not to be had. */
const NAMED_AS_ARCHIVE = /\.(?:zip|tar|tgz|wacz|7z|rar)$/i;

interface Origin {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly tags: readonly string[];
  readonly collections: readonly string[];
}

function toNewArticle(draft: ArticleDraft, reader: Reader, { bytes, fileName, tags, collections }: Origin): NewArticle {
  const sha256 = hashBytes(bytes);
  const wordCount = countWords(draft.text);
  const large = bytes.byteLength > LIMITS.inlineOriginalBytes;
  const files: NewArticle['blobs'] = [
    ...draft.images.map(({ sha256: hash, bytes: image }) => ({ sha256: hash, bytes: image })),
    ...(draft.media ?? []).flatMap(({ sha256: hash, path: place }) => (place === undefined ? [] : [{ sha256: hash, path: place }])),
  ];
  return {
    content: {
      title: draft.title,
      byline: draft.byline,
      published: draft.published?.value ?? null,
      publishedPrecision: draft.published?.precision ?? null,
      site: draft.site,
      url: draft.url,
      canonicalUrl: canonicalAddress(draft.url),
      language: draft.language,
      wordCount,
      excerpt: makeExcerpt(draft.text),
      // The user's own first: what a file brings may be more than an article holds.
      tags: [...new Set([...tags, ...draft.tags])].slice(0, LIMITS.labelsPerArticle),
      collections: [...new Set(collections)],
      source: { kind: reader.name, name: fileName, sha256 },
      related: [...draft.related],
      guessed: { ...draft.guessed },
      corrected: [],
      extra: draft.extra,
      html: draft.html,
      text: draft.text,
      fingerprint: textFingerprint(draft.text, wordCount),
      images: [...draft.images, ...(draft.media ?? [])].map(({ sha256: hash, mediaType }) => ({ sha256: hash, mediaType })),
      original: large ? { kind: 'blob' } : encodeOriginal(bytes),
      extractor: EXTRACTOR_VERSION,
    },
    blobs: large ? [...files, { sha256, bytes }] : files,
  };
}
