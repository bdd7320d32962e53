import { z } from 'zod';
import { ArticleId } from '../../contract/ids.ts';
import type { ReadableDatabase } from './open-database.ts';

/** What a search answer shows of an article besides its snippets. */
export const HitRow = z.object({
  n: z.number(),
  id: ArticleId,
  title: z.string(),
  published: z.string().nullable(),
  published_key: z.string().nullable(),
  site: z.string().nullable(),
});
export type HitRow = z.infer<typeof HitRow>;

/** A way to look up hits; an article that is in the trash by now is none. */
export function prepareHitRows(database: ReadableDatabase): (id: string) => HitRow | undefined {
  const select = database.prepare('SELECT n, id, title, published, published_key, site FROM articles WHERE id = ? AND trashed = 0');
  return (id) => {
    const row = select.get(id);
    return row && HitRow.parse(row);
  };
}
