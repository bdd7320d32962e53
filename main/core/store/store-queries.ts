import type { ArticleId } from '../../contract/ids.ts';
import { LIMITS } from '../base/limits.ts';
import type { LabelKind } from './changes.ts';
import type { ReadableDatabase } from './open-database.ts';

/** The number of the last change that the database holds. */
export function readLastChange(database: ReadableDatabase): number {
  return Number(database.prepare("SELECT value FROM meta WHERE key = 'last_change'").get()?.['value'] ?? 0);
}

/** What an article is asked for before a change, so that only those are changed, and named, that become another. */
export type Condition =
  | { kind: 'any' }
  | { kind: 'trashed'; is: boolean }
  /** At least one of the flags that are named is another. */
  | { kind: 'state-differs'; read?: boolean | undefined; favourite?: boolean | undefined; archived?: boolean | undefined }
  | { kind: 'label'; label: LabelKind; name: string; is: boolean };

/** Which of the ids there are and meet the condition, in their order, each once. */
export function selectExisting(database: ReadableDatabase, ids: readonly ArticleId[], condition: Condition): ArticleId[] {
  const { where, values } = conditionSql(condition);
  const select = database.prepare(`SELECT 1 FROM articles a WHERE a.id = ? AND ${where}`);
  return [...new Set(ids)].filter((id) => select.get(id, ...values) !== undefined);
}

function conditionSql(condition: Condition): { where: string; values: (string | number)[] } {
  switch (condition.kind) {
    case 'any':
      return { where: 'true', values: [] };
    case 'trashed':
      return { where: 'a.trashed = ?', values: [Number(condition.is)] };
    case 'state-differs': {
      const { read, favourite, archived } = condition;
      const flags = Object.entries({ read, favourite, archived }).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value: Number(value) }]));
      return { where: `(false${flags.map(({ name }) => ` OR a.${name} <> ?`).join('')})`, values: flags.map(({ value }) => value) };
    }
    case 'label': {
      const held = condition.label === 'tag' ? 'SELECT 1 FROM article_tags WHERE article = a.n AND tag = ?' : 'SELECT 1 FROM article_collections WHERE article = a.n AND path = ?';
      return { where: `${condition.is ? '' : 'NOT '}EXISTS (${held})`, values: [condition.name] };
    }
  }
}

/** How many of the articles have so many tags, or collections, that no more are taken. */
export function countFull(database: ReadableDatabase, ids: readonly ArticleId[], label: LabelKind): number {
  const table = label === 'tag' ? 'article_tags' : 'article_collections';
  const count = database.prepare(`SELECT count(*) AS n FROM ${table} WHERE article = (SELECT n FROM articles WHERE id = ?)`);
  return ids.filter((id) => Number(count.get(id)?.['n'] ?? 0) >= LIMITS.labelsPerArticle).length;
}
