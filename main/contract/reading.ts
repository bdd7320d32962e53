import type { ArticleId } from './ids.ts';

/**
 * Where a host serves an article's document, for the reader's locked frame. Images lie below it (`images/SHA256`).
 * No article body travels through a call.
 */
export function articleDocumentPath(id: ArticleId): string {
  return `/articles/${id}/`;
}

/** Where a host serves the file that an article was imported from: as a file to keep, which no window shows. */
export function originalPath(id: ArticleId): string {
  return `${articleDocumentPath(id)}original`;
}

/** The stylesheet that the article's document names; the host serves it from the window's own files. */
export const ARTICLE_STYLESHEET_PATH = '/article.css';

/** The frame's sandbox. It must never hold `allow-scripts`: with `allow-same-origin` that would open every lock. */
export const ARTICLE_FRAME_SANDBOX = 'allow-same-origin';

/** Where a host serves the page that an article was made of as it was, for the same frame: see `articles.original` for whether there is one. */
export function snapshotPath(id: ArticleId): string {
  return `${articleDocumentPath(id)}snapshot`;
}

/** Names the `meta` by which a snapshot's document says that it is one: `made`, or `failed` where its text says why there is none. */
export const SNAPSHOT_MARK = 'carrel-snapshot';
