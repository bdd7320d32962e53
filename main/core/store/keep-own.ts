import type { ArticleId } from '../../contract/ids.ts';
import { LIMITS } from '../base/limits.ts';
import { readFacts } from './article-facts.ts';
import type { StoredArticle } from './changes.ts';
import { findArticle } from './list-articles.ts';
import type { ReadableDatabase } from './open-database.ts';

type Content = Omit<StoredArticle, 'id' | 'added'>;

/**
 * New content of an article, with what is the user's own: it takes no article out of the collections, or off the tags,
 * that it was given, and the facts that the user stated stay.
 */
export function keepOwn(database: ReadableDatabase, id: ArticleId, content: Content): Content {
  const before = findArticle(database, id);
  if (!before) return content;
  const [own] = readFacts(database, [id], before.corrected);
  const guessed = Object.fromEntries(Object.entries(content.guessed).filter(([name]) => !before.corrected.some((fact) => fact === name)));
  return {
    ...Object.assign({}, content, own?.facts),
    guessed,
    corrected: before.corrected,
    tags: joinLabels(before.tags, content.tags),
    collections: joinLabels(before.collections, content.collections),
  };
}

/** The article's own first, as many as an article may have. */
function joinLabels(before: readonly string[], brought: readonly string[]): string[] {
  return [...new Set([...before, ...brought])].slice(0, Math.max(LIMITS.labelsPerArticle, before.length));
}
