import type { Root } from 'hast';
import { LibraryError } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { BookForm, GivenFacts, ReaderItem, UnreadItem } from '../../import/reader.ts';
import type { ArticleDraft } from '../article-draft.ts';
import { guessLanguage } from '../guess-language.ts';
import { collectImages } from '../html/collect-images.ts';
import { dropTitleHeading } from '../html/drop-title-heading.ts';
import { guessTitle } from '../html/guess-title.ts';
import { treeToText } from '../html/html-to-text.ts';
import { readLanguage } from '../html/read-metadata.ts';
import { refuseWithoutText } from '../html/refuse-without-text.ts';
import { sanitizeTree } from '../html/sanitize-html.ts';
import { limitExtra } from '../limit-extra.ts';
import { linkChapters } from './link-chapters.ts';
import { loadPictures } from './load-pictures.ts';
import { openBook } from './open-book.ts';
import type { BookArchive } from './open-book.ts';
import { readBookFacts } from './read-book-facts.ts';
import type { BookFacts } from './read-book-facts.ts';
import { readChapter } from './read-chapter.ts';
import type { Chapter } from './read-chapter.ts';
import { readNav, readNcx } from './read-contents.ts';
import type { ChapterTitles } from './read-contents.ts';
import { readPackage } from './read-package.ts';

export interface BookContext {
  /** The file's own name, without folders. */
  readonly fileName: string;
  /** `whole` by default. */
  readonly books?: BookForm | undefined;
  readonly given?: GivenFacts | undefined;
}

/** A book that was opened, before its chapters are read. */
interface Book {
  readonly archive: BookArchive;
  readonly facts: BookFacts;
  readonly titles: ChapterTitles;
  /** Paths of the files that are read, without the table of contents. */
  readonly paths: readonly string[];
  readonly context: BookContext;
}

/** A chapter that could not be read, and why. */
type Unread = Pick<UnreadItem, 'code' | 'message'> & { readonly path: string };

const MOST_NAMED = 50;

/**
 * An EPUB book: one article, or one for each file of it that holds text. What could not be read is named: as an item of its own
 * where chapters are items, else in `extra.missingChapters`.
 *
 * Throws LibraryError `protected`, `malformed`, `no-text`, `too-deep`, `too-large`.
 */
export async function* readBook(bytes: Uint8Array, context: BookContext): AsyncGenerator<ReaderItem> {
  const book = await openContents(bytes, context);
  if (context.books === 'chapters') yield* readChapters(book);
  else yield { draft: await readWhole(book) };
}

async function openContents(bytes: Uint8Array, context: BookContext): Promise<Book> {
  const archive = await openBook(bytes);
  const { name } = archive.packageEntry;
  const { metadata, spine, nav, ncx } = readPackage(await archive.readText(archive.packageEntry), name);
  if (spine.length === 0) throw new LibraryError('malformed', 'This book is damaged: it does not say which chapters it has. Get the book again and import the new copy.');
  if (spine.length > LIMITS.bookChapters) throw new LibraryError('too-large', `This book has more than ${LIMITS.bookChapters} chapters. It is too large to read.`);
  const contents = spine.filter((path) => path !== nav);
  return {
    archive,
    facts: readBookFacts(metadata),
    titles: new Map([...(await readTitles(archive, ncx, readNcx)), ...(await readTitles(archive, nav, readNav))]),
    // The table of contents is no chapter, unless there is no other.
    paths: contents.length === 0 ? spine : contents,
    context,
  };
}

/** A table of contents that cannot be read costs the titles in it and nothing else. */
async function readTitles(archive: BookArchive, path: string | undefined, read: (text: string, path: string) => ChapterTitles): Promise<ChapterTitles> {
  const entry = path === undefined ? undefined : archive.find(path);
  if (path === undefined || entry === undefined) return new Map();
  try {
    return read(await archive.readText(entry), path);
  } catch (error) {
    if (error instanceof LibraryError) return new Map();
    throw error;
  }
}

/** Undefined for a file without text: a cover, a plate. */
async function readOne({ archive }: Book, path: string): Promise<{ chapter: Chapter; bytes: Uint8Array } | Unread | undefined> {
  const entry = archive.find(path);
  if (entry === undefined) return { path, code: 'malformed', message: 'The book lists this chapter, but does not hold it. Get the book again and import the new copy.' };
  try {
    const bytes = await archive.read(entry, LIMITS.articleFileBytes);
    const chapter = readChapter(bytes, path);
    return /[\p{L}\p{N}]/u.test(chapter.text) ? { chapter, bytes } : undefined;
  } catch (error) {
    if (error instanceof LibraryError) return { path, code: error.code, message: error.message };
    throw error;
  }
}

async function* readChapters(book: Book): AsyncGenerator<ReaderItem> {
  const bookTitle = book.facts.title ?? book.context.fileName.replace(/\.epub$/i, '');
  const collection = bookTitle.replace(/\s*\/\s*/g, ' - ').slice(0, LIMITS.collectionLength).toWellFormed();
  let found = 0;
  for (const [at, path] of book.paths.entries()) {
    const read = await readOne(book, path);
    if (read === undefined) continue;
    found += 1;
    if ('code' in read) {
      yield { item: path, code: read.code, message: read.message };
      continue;
    }
    const title = book.titles.get(path) ?? read.chapter.heading;
    const draft = await draftOf(book, linkChapters([{ chapter: read.chapter, title: undefined }]), read.chapter.language, { title: title ?? `${bookTitle}, part ${at + 1}`, isGuessed: title === undefined });
    yield { item: path, draft: { ...draft, url: null, extra: limitExtra({ book: bookTitle, ...draft.extra }) }, bytes: read.bytes, collection };
  }
  if (found === 0) refuseWithoutText('');
}

async function readWhole(book: Book): Promise<ArticleDraft> {
  const chapters: { chapter: Chapter; title: string | undefined }[] = [];
  const unread: Unread[] = [];
  let elements = 0;
  for (const path of book.paths) {
    const read = await readOne(book, path);
    if (read === undefined) continue;
    if ('code' in read) {
      unread.push(read);
      continue;
    }
    elements += read.chapter.elementCount;
    if (elements > LIMITS.htmlElements) throw new LibraryError('too-large', 'This book is too large for one article. Import it with a chapter for each article (--books chapters).');
    chapters.push({ chapter: read.chapter, title: book.titles.get(path) });
  }
  const [missing] = unread;
  if (chapters.length === 0 && missing !== undefined) throw new LibraryError(missing.code, `No chapter of this book could be read. ${missing.path.slice(0, 200)}: ${missing.message}`);
  const draft = await draftOf(book, linkChapters(chapters), chapters[0]?.chapter.language, { title: book.facts.title, isGuessed: false });
  const missingChapters = unread.slice(0, MOST_NAMED).map(({ path, message }) => `${path.slice(0, 200)}: ${message}`);
  return unread.length === 0 ? draft : { ...draft, extra: limitExtra({ missingChapters, ...draft.extra }) };
}

async function draftOf({ archive, facts, context }: Book, root: Root, stated: string | undefined, title: { readonly title: string | undefined; readonly isGuessed: boolean }): Promise<ArticleDraft> {
  const images = collectImages(() => undefined, await loadPictures(root, archive));
  const { html, tree } = sanitizeTree(dropTitleHeading(root, title.title ?? ''), { localImage: (src) => images.take([src]) });
  const text = treeToText(tree);
  refuseWithoutText(text);
  const inferred = title.title === undefined ? guessTitle(text, context.fileName) : undefined;
  const language = facts.language ?? readLanguage(stated);
  const guessed = language === undefined ? guessLanguage(text) : undefined;
  const missing = images.missing();
  return {
    title: title.title ?? inferred?.title ?? context.fileName,
    byline: facts.byline ?? null,
    published: facts.published ?? null,
    site: null,
    url: facts.url ?? null,
    language: language ?? guessed?.language ?? null,
    html,
    text,
    related: [],
    guessed: {
      ...(inferred === undefined ? {} : { title: inferred.confidence }),
      ...(title.isGuessed ? { title: PART_OF_BOOK } : {}),
      ...(guessed === undefined ? {} : { language: guessed.confidence }),
    },
    extra: limitExtra({
      ...facts.extra,
      ...(context.given?.savedAt === undefined ? {} : { savedAt: context.given.savedAt }),
      ...(missing.length === 0 ? {} : { missingImages: missing }),
    }),
    tags: [],
    images: images.images(),
    companions: [],
  };
}

/** How sure a title is that only counts the parts of a book. */
const PART_OF_BOOK = 0.3;
