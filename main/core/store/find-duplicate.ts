import { ArticleId } from '../../contract/ids.ts';
import type { ReadableDatabase } from './open-database.ts';
import { prepareOnce } from './prepare-once.ts';
import { readBody } from './stored-articles.ts';

/** What an item is known by. */
export interface ItemIdentity {
  readonly sha256: string;
  readonly canonicalUrl: string | null;
  readonly fingerprint: string | null;
}

export interface Duplicate {
  readonly id: ArticleId;
  /** `same`: nothing new in it. `newer`: the same address with another text, a new version of the article. */
  readonly kind: 'same' | 'newer';
}

/**
 * The article that an item already is: the same bytes (of any version); or the same text of fifty words and more; or
 * the same canonical address, where another text makes it a new version. An article in the trash counts.
 */
export function findDuplicate(database: ReadableDatabase, item: ItemIdentity, text: string): Duplicate | undefined {
  const bySource = prepareOnce(
    database,
    'SELECT a.id FROM sources s JOIN articles a ON a.n = s.article WHERE s.sha256 = ? ORDER BY a.trashed, a.n LIMIT 1',
  ).get(item.sha256);
  if (bySource) return { id: ArticleId.parse(bySource['id']), kind: 'same' };

  const byAddress = item.canonicalUrl === null ? undefined : findByAddress(database, item.canonicalUrl);
  if (byAddress && sameText(database, byAddress, item, text)) return { id: ArticleId.parse(byAddress['id']), kind: 'same' };

  const byText =
    item.fingerprint === null
      ? undefined
      : prepareOnce(database, 'SELECT id FROM articles WHERE fingerprint = ? ORDER BY trashed, n LIMIT 1').get(item.fingerprint);
  if (byText) return { id: ArticleId.parse(byText['id']), kind: 'same' };
  return byAddress && { id: ArticleId.parse(byAddress['id']), kind: 'newer' };
}

type Row = Record<string, unknown>;

function findByAddress(database: ReadableDatabase, canonicalUrl: string): Row | undefined {
  return prepareOnce(database, 'SELECT n, id, fingerprint FROM articles WHERE canonical_url = ? ORDER BY trashed, n LIMIT 1').get(canonicalUrl);
}

function sameText(database: ReadableDatabase, row: Row, item: ItemIdentity, text: string): boolean {
  if (row['fingerprint'] !== null || item.fingerprint !== null) return row['fingerprint'] === item.fingerprint;
  return readBody(database, Number(row['n'])).text === text;
}
