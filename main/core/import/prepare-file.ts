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
import { canonicalAddress } from './canonical-address.ts';
import { fitDraft } from './fit-draft.ts';
import { identifyFormat } from './identify-format.ts';
import type { FileBeside, Reader, ReadItem, UnreadItem } from './reader.ts';
import { findReader } from './readers.ts';
import { textFingerprint } from './text-fingerprint.ts';

export interface FileToPrepare {
  /** Where to read it. */
  readonly path: string;
  /** Files beside it are loaded from this folder and below only. */
  readonly root: string;
  /** A reader to use whatever the content looks like. */
  readonly reader?: string | undefined;
  readonly tags: readonly string[];
  readonly collections: readonly string[];
}

/** One item of a file: its article, or why there is none. */
export type PreparedItem = { readonly item?: string; readonly article: NewArticle } | UnreadItem;

/** What one file holds, ready to be stored. */
export type PreparedFile =
  | { readonly kind: 'articles'; readonly items: readonly PreparedItem[]; readonly companions: readonly string[] }
  /** `asset`: it may belong to a page of the same import (an image, a style sheet). */
  | { readonly kind: 'unsupported'; readonly label: string; readonly asset: boolean };

/**
 * One file from its bytes to articles: identify, read, fit, fingerprint. Runs in an extract worker.
 *
 * @throws LibraryError for whatever keeps this one file out
 */
export async function prepareFile(file: FileToPrepare): Promise<PreparedFile> {
  const bytes = readWithin(file.path, LIMITS.articleFileBytes);
  const chosen = await chooseReader(bytes, file);
  if (!('read' in chosen)) return chosen;
  const loadBeside = (relative: string) => readBeside(file, relative);
  const items: PreparedItem[] = [];
  const companions = new Set<string>();
  const fileName = path.basename(file.path);
  for await (const read of chosen.read({ bytes, fileName, loadBeside })) {
    if ('code' in read) {
      items.push(read);
      continue;
    }
    const draft = fitDraft(read.draft, fileName);
    for (const companion of draft.companions) companions.add(companion);
    const article = toNewArticle(draft, chosen, read.bytes ?? bytes, { ...file, collections: collectionsOf(file, read) });
    items.push({ ...(read.item === undefined ? {} : { item: read.item }), article });
  }
  return { kind: 'articles', items, companions: [...companions] };
}

/** The user's own, and the one that the source brings where that is a path that a collection can have. */
function collectionsOf({ collections }: FileToPrepare, { collection }: ReadItem): readonly string[] {
  const fitting = CollectionPath.safeParse(collection);
  return fitting.success ? [...collections, fitting.data] : collections;
}

async function chooseReader(bytes: Uint8Array, file: FileToPrepare): Promise<Reader | Extract<PreparedFile, { kind: 'unsupported' }>> {
  if (file.reader !== undefined) {
    const forced = findReader(file.reader);
    if (!forced) throw new LibraryError('invalid-input', `There is no reader named "${file.reader}".`);
    return forced;
  }
  const format = await identifyFormat(bytes, path.basename(file.path));
  return findReader(format.name) ?? { kind: 'unsupported', label: format.label, asset: format.asset };
}

function readWithin(file: string, limit: number): Uint8Array {
  try {
    const size = fs.statSync(file).size;
    if (size > limit) {
      throw new LibraryError('too-large', `This file has ${Math.ceil(size / 1_048_576)} MB; articles are read up to ${limit / 1_048_576} MB.`);
    }
    return fs.readFileSync(file);
  } catch (error) {
    if (error instanceof LibraryError) throw error;
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw missing
      ? new LibraryError('file-missing', 'The file is no longer there. If it was moved, import it from its new place.', { cause: error })
      : new LibraryError('file-unreadable', 'The file could not be opened. Check that you may read it and try again.', { cause: error });
  }
}

/** A file named by a page, if it really lies where the import may look: no link leads out of the folder. */
function readBeside(file: FileToPrepare, relative: string): FileBeside | undefined {
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

function toNewArticle(draft: ArticleDraft, reader: Reader, bytes: Uint8Array, file: FileToPrepare): NewArticle {
  const sha256 = hashBytes(bytes);
  const wordCount = countWords(draft.text);
  const large = bytes.byteLength > LIMITS.inlineOriginalBytes;
  const images = draft.images.map(({ sha256: hash, bytes: image }) => ({ sha256: hash, bytes: image }));
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
      tags: [...new Set([...file.tags, ...draft.tags])].slice(0, LIMITS.labelsPerArticle),
      collections: [...new Set(file.collections)],
      source: { kind: reader.name, name: path.basename(file.path), sha256 },
      related: [...draft.related],
      guessed: { ...draft.guessed },
      corrected: [],
      extra: draft.extra,
      html: draft.html,
      text: draft.text,
      fingerprint: textFingerprint(draft.text, wordCount),
      images: draft.images.map(({ sha256: hash, mediaType }) => ({ sha256: hash, mediaType })),
      original: large ? { kind: 'blob' } : encodeOriginal(bytes),
      extractor: EXTRACTOR_VERSION,
    },
    blobs: large ? [...images, { sha256, bytes }] : images,
  };
}
