import type { ArticleId } from '../../contract/ids.ts';
import type { ReadableDatabase } from './open-database.ts';

/** The number of the last change that the database holds. */
export function readLastChange(database: ReadableDatabase): number {
  return Number(database.prepare("SELECT value FROM meta WHERE key = 'last_change'").get()?.['value'] ?? 0);
}

/** Which of the ids there are, in their order, each once. */
export function findExistingIds(database: ReadableDatabase, ids: readonly ArticleId[], only?: { trashed: boolean }): ArticleId[] {
  const select = database.prepare(only ? 'SELECT id FROM articles WHERE id = ? AND trashed = ?' : 'SELECT id FROM articles WHERE id = ?');
  const trashed = only ? [Number(only.trashed)] : [];
  return [...new Set(ids)].filter((id) => select.get(id, ...trashed) !== undefined);
}
