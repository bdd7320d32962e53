import { z } from 'zod';
import type { ArticleId } from '../../contract/ids.ts';
import { LIMITS } from '../base/limits.ts';
import type { LabelKind } from './changes.ts';
import type { ReadableDatabase } from './open-database.ts';
import { jsonColumn } from './stored-articles.ts';

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

const Found = z.object({ ids: jsonColumn(z.array(z.string())) });

/** Which of the ids there are and meet the condition, in their order, each once. */
export function selectExisting(database: ReadableDatabase, ids: readonly ArticleId[], condition: Condition): ArticleId[] {
  const { where, bound } = conditionSql(condition);
  const row = database
    .prepare(`SELECT json_group_array(a.id) AS ids FROM json_each(:ids) given JOIN articles a ON a.id = given.value WHERE ${where}`)
    .get({ ids: JSON.stringify(ids), ...bound });
  const existing = new Set(Found.parse(row).ids);
  return [...new Set(ids)].filter((id) => existing.has(id));
}

function conditionSql(condition: Condition): { where: string; bound: Record<string, string | number> } {
  switch (condition.kind) {
    case 'any':
      return { where: 'true', bound: {} };
    case 'trashed':
      return { where: 'a.trashed = :is', bound: { is: Number(condition.is) } };
    case 'state-differs': {
      const { read, favourite, archived } = condition;
      const stated = Object.entries({ read, favourite, archived }).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value: Number(value) }]));
      return {
        where: `(false${stated.map(({ name }) => ` OR a.${name} <> :${name}`).join('')})`,
        bound: Object.fromEntries(stated.map(({ name, value }) => [name, value])),
      };
    }
    case 'label': {
      const { table, column } = LABEL_TABLES[condition.label];
      const held = `EXISTS (SELECT 1 FROM ${table} WHERE article = a.n AND ${column} = :name)`;
      return { where: condition.is ? held : `NOT ${held}`, bound: { name: condition.name } };
    }
  }
}

/** Where the two kinds of labels stand. */
export const LABEL_TABLES = {
  tag: { table: 'article_tags', column: 'tag' },
  collection: { table: 'article_collections', column: 'path' },
} as const satisfies Record<LabelKind, { table: string; column: string }>;

/** How many of the articles have so many tags, or so many collections, that no more are taken. */
export function countFull(database: ReadableDatabase, ids: readonly ArticleId[], label: LabelKind): number {
  const { table } = LABEL_TABLES[label];
  const row = database
    .prepare(
      `SELECT count(*) AS n FROM (
         SELECT 1 FROM ${table} WHERE article IN (SELECT a.n FROM json_each(:ids) given JOIN articles a ON a.id = given.value)
         GROUP BY article HAVING count(*) >= :most)`,
    )
    .get({ ids: JSON.stringify(ids), most: LIMITS.labelsPerArticle });
  return Number(row?.['n'] ?? 0);
}
