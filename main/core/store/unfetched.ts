import { z } from 'zod';
import { UNFETCHED } from '../../contract/articles.ts';
import { ERROR_CODES } from '../../contract/errors.ts';
import { ArticleId, ImportId } from '../../contract/ids.ts';
import type { OutputOf } from '../../contract/define.ts';
import type { savingMethods } from '../../contract/saving.ts';
import { canonicalAddress } from '../base/canonical-address.ts';
import { hashBytes } from './blobs.ts';
import type { StoredArticle } from './changes.ts';
import type { ReadableDatabase } from './open-database.ts';
import { prepareOnce } from './prepare-once.ts';
import { jsonColumn } from './stored-articles.ts';

/**
 * The article that is to be fetched from an address; undefined for what is no address of the web.
 *
 * @param inTrash whether one in the trash is meant, too, where there is none outside
 */
export function findUnfetched(database: ReadableDatabase, address: string, { inTrash = false } = {}): ArticleId | undefined {
  const url = parsePage(address);
  if (!url) return undefined;
  const canonical = canonicalAddress(url.href);
  const row =
    (canonical === null ? undefined : prepareOnce(database, UNFETCHED_BY_CANONICAL).get(canonical, Number(inTrash), UNFETCHED)) ??
    prepareOnce(database, UNFETCHED_BY_ADDRESS).get(hashBytes(Buffer.from(url.href)), url.href, Number(inTrash), UNFETCHED);
  return row && ArticleId.parse(row['id']);
}

/** What is sent of an address, which is what articles are known by. */
function parsePage(address: string): URL | undefined {
  const url = /^\s*https?:/i.test(address) ? URL.parse(address.trim()) : null;
  if (!url) return undefined;
  url.hash = '';
  return url;
}

/** Whether an article outside the trash waits for an address; else, which one there is of it. */
export type Waiting = { readonly waits: true } | { readonly waits: false; readonly id: ArticleId | undefined };

export function findWhoWaits(database: ReadableDatabase, address: string): Waiting {
  if (findUnfetched(database, address) !== undefined) return { waits: true };
  const url = parsePage(address)?.href ?? '';
  const canonical = canonicalAddress(url);
  const row =
    (canonical === null ? undefined : prepareOnce(database, `${BY_CANONICAL} ORDER BY a.trashed, a.n LIMIT 1`).get(canonical)) ??
    // It may have led on to another one.
    prepareOnce(database, 'SELECT a.id FROM sources s JOIN articles a ON a.n = s.article WHERE s.sha256 = ? ORDER BY a.trashed, a.n LIMIT 1').get(hashBytes(Buffer.from(url)));
  return { waits: false, id: row && ArticleId.parse(row['id']) };
}

const BY_CANONICAL = 'SELECT a.id FROM articles a WHERE a.canonical_url = ?';
/**
 * The front page of a site has no canonical address, because every page of a careless site says that it is that. And an article keeps the canonical
 * address that it was given by the rules of its time: one that was kept under former rules is found by the address as it is.
 */
const BY_ADDRESS = 'SELECT a.id FROM sources s JOIN articles a ON a.n = s.article WHERE s.sha256 = ? AND a.url = ?';

// Asked for each article that comes from an address: the plus keeps SQLite from walking all that are outside the trash.
export const UNFETCHED_BY_ADDRESS = `${BY_ADDRESS} AND +a.trashed <= ? AND a.source_kind = ? ORDER BY +a.trashed, a.n LIMIT 1`;
export const UNFETCHED_BY_CANONICAL = `${BY_CANONICAL} AND +a.trashed <= ? AND a.source_kind = ? ORDER BY +a.trashed, a.n LIMIT 1`;

/** The article that there is of an address, fetched or not, in the trash or not. */
export function findOfAddress(database: ReadableDatabase, { canonicalUrl, source, url }: Pick<StoredArticle, 'canonicalUrl' | 'source' | 'url'>): ArticleId | undefined {
  const row =
    (canonicalUrl === null ? undefined : prepareOnce(database, `${BY_CANONICAL} ORDER BY a.trashed, a.n LIMIT 1`).get(canonicalUrl)) ??
    prepareOnce(database, `${BY_ADDRESS} ORDER BY a.trashed, a.n LIMIT 1`).get(source.sha256, url);
  return row && ArticleId.parse(row['id']);
}

const Waiting = z.object({ source_sha256: z.string(), trashed: z.number().transform(Boolean) });

/** Of an article that is to be fetched: the hash of the address that it was made of, and whether it is in the trash. Undefined for all others. */
export function readUnfetched(database: ReadableDatabase, id: ArticleId): { readonly sha256: string; readonly trashed: boolean } | undefined {
  const row = prepareOnce(database, 'SELECT source_sha256, trashed FROM articles WHERE id = ? AND source_kind = ?').get(id, UNFETCHED);
  if (!row) return undefined;
  const { source_sha256: sha256, trashed } = Waiting.parse(row);
  return { sha256, trashed };
}

const Addresses = z.object({ json: jsonColumn(z.array(z.object({ url: z.string().nullable(), kind: z.string() }))) });

/** The addresses from which the pages of some articles can be fetched. */
export function listPageAddresses(database: ReadableDatabase, ids: readonly ArticleId[]): OutputOf<(typeof savingMethods)['saving.addresses']> {
  const row = prepareOnce(
    database,
    `SELECT json_group_array(json_object('url', a.url, 'kind', a.source_kind) ORDER BY given.key) AS json FROM json_each(:ids) given JOIN articles a ON a.id = given.value`,
  ).get({ ids: JSON.stringify([...new Set(ids)]) });
  const unfetched = new Set<string>();
  const fetched = new Set<string>();
  let without = 0;
  for (const { url, kind } of Addresses.parse(row).json) {
    if (url === null || !/^https?:\/\//i.test(url)) without += 1;
    else (kind === UNFETCHED ? unfetched : fetched).add(url);
  }
  return { unfetched: [...unfetched], fetched: [...fetched], without };
}

const Entry = z.object({ list: z.string(), import: ImportId, item: z.string().nullable(), code: z.string().nullable(), message: z.string().nullable(), article: ArticleId.nullable(), title: z.string().nullable() });

type LastTry = OutputOf<(typeof savingMethods)['saving.lastTry']>['outcome'];

/** What became of an article that is to be fetched when that was last tried at the address that it has now. What was only left out is as before. */
export function findLastTry(database: ReadableDatabase, id: ArticleId): LastTry {
  const row = database
    .prepare(
      `SELECT e.list, i.id AS import, e.item, e.code, e.message, a.id AS article, a.title FROM import_entries e JOIN imports i ON i.n = e.import LEFT JOIN articles a ON a.id = e.article
       WHERE e.unfetched = :id AND (SELECT url FROM articles WHERE id = :id) IN (e.source, e.item) AND (e.code IS NULL OR e.code NOT IN ('cancelled', 'interrupted')) ORDER BY e.import DESC, e.number DESC LIMIT 1`,
    )
    .get({ id });
  if (!row) return null;
  const { list, import: importId, item, code, message, article, title } = Entry.parse(row);
  // A newer program may have had more codes.
  if (list === 'failed') return { kind: 'failed', importId, code: ERROR_CODES.find((known) => known === code) ?? 'internal', message: message ?? '' };
  if (article === null || title === null) return null;
  return { kind: 'elsewhere', importId, id: article, title, isPart: item !== null };
}
