import { z } from 'zod';
import { ArticleId } from '../../contract/ids.ts';
import type { ReadableDatabase } from './open-database.ts';
import { inflate } from './stored-articles.ts';

/** What a search answer shows of an article, and the texts that its snippets are cut from. */
const HitTexts = z.object({
  n: z.number(),
  id: ArticleId,
  title: z.string(),
  byline: z.string().nullable(),
  published: z.string().nullable(),
  site: z.string().nullable(),
  language: z.string().nullable(),
  text: z.instanceof(Uint8Array).transform(inflate),
});
export type HitTexts = z.infer<typeof HitTexts>;

/** A way to look up hits with their texts; an article that is in the trash by now is none. */
export function prepareHitTexts(database: ReadableDatabase): (id: string) => HitTexts | undefined {
  const select = database.prepare(
    'SELECT n, id, title, byline, published, site, language, text FROM articles JOIN bodies ON article = n WHERE id = ? AND trashed = 0',
  );
  return (id) => {
    const row = select.get(id);
    return row && HitTexts.parse(row);
  };
}
