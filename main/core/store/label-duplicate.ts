import type { ArticleId } from '../../contract/ids.ts';
import type { ImportLabels } from '../../contract/imports.ts';
import { LIMITS } from '../base/limits.ts';
import type { LabelKind, Operation } from './changes.ts';
import { findArticle } from './list-articles.ts';
import type { ReadableDatabase } from './open-database.ts';

/**
 * Gives an article that is there already the labels of the import that brought it again: whoever collects articles under a
 * name wants all of them there. Content and all else stay as they are.
 *
 * @returns those that it got: it may have had some, and takes only so many; undefined for none
 */
export function labelDuplicate(database: ReadableDatabase, id: ArticleId, labels: ImportLabels, apply: (operation: Operation) => void): ImportLabels | undefined {
  if (labels.tags.length === 0 && labels.collections.length === 0) return undefined;
  const article = findArticle(database, id);
  if (!article) return undefined;
  const got = { tags: missing(article.tags, labels.tags), collections: missing(article.collections, labels.collections) };
  return setLabels(id, got, true, apply) ? got : undefined;
}

/** Takes labels off again, as far as the article still has them. @returns whether it had any */
export function unlabelDuplicate(database: ReadableDatabase, id: ArticleId, labels: ImportLabels, apply: (operation: Operation) => void): boolean {
  const article = findArticle(database, id);
  if (!article) return false;
  const left = { tags: labels.tags.filter((name) => article.tags.includes(name)), collections: labels.collections.filter((name) => article.collections.includes(name)) };
  return setLabels(id, left, false, apply);
}

function missing(has: readonly string[], wanted: readonly string[]): string[] {
  return wanted.filter((name) => !has.includes(name)).slice(0, Math.max(0, LIMITS.labelsPerArticle - has.length));
}

function setLabels(id: ArticleId, { tags, collections }: ImportLabels, on: boolean, apply: (operation: Operation) => void): boolean {
  const set = (kind: LabelKind, names: readonly string[]) => names.forEach((name) => apply({ do: 'label', kind, name, ids: [id], on }));
  set('tag', tags);
  set('collection', collections);
  return tags.length + collections.length > 0;
}
