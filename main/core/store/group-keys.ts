import { z } from 'zod';
import type { ReadableDatabase } from './open-database.ts';
import { prepareOnce } from './prepare-once.ts';
import { jsonColumn } from './stored-articles.ts';

/** What articles can be grouped by: where they come from, or the month in which they were published. */
export type GroupBy = 'site' | 'month';

const Group = z.array(z.object({ value: z.string().nullable(), articles: jsonColumn(z.array(z.number())) }));

const SQL: Readonly<Record<GroupBy, string>> = {
  site: 'SELECT site AS value, json_group_array(n) AS articles FROM articles INDEXED BY articles_by_site WHERE trashed = 0 GROUP BY site',
  month: 'SELECT substr(published_key, 1, 7) AS value, json_group_array(n) AS articles FROM articles INDEXED BY articles_by_published WHERE trashed = 0 GROUP BY value',
};

/** By row number (`articles.n`), the group of each article outside the trash: `1987-02`, `1987` where no month is known, null where nothing is. */
export function readGroupKeys(database: ReadableDatabase, by: GroupBy): Map<number, string | null> {
  const keys = new Map<number, string | null>();
  for (const { value, articles } of Group.parse(prepareOnce(database, SQL[by]).all())) for (const n of articles) keys.set(n, value);
  return keys;
}
