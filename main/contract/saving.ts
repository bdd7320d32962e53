import { z } from 'zod';
import { Ids } from './articles.ts';
import { command, query } from './define.ts';
import { ArticleId, ImportId } from './ids.ts';
import { FailedEntry, ImportOptions } from './imports.ts';

/** So many addresses may be saved in one go. */
export const MOST_ADDRESSES = 10_000;

export const SaveOptions = ImportOptions.pick({ onDuplicate: true, tags: true, collections: true, media: true, later: true, unfetched: true });
export type SaveOptions = z.infer<typeof SaveOptions>;

/** What a request was for. `next`: a further page of the same article. */
export const RequestPurpose = z.enum(['page', 'next', 'picture', 'style', 'feed', 'media']);
export type RequestPurpose = z.infer<typeof RequestPurpose>;

/** One request that Carrel made: what the ledger says of it. */
export const LedgerEntry = z.object({
  number: z.number().int().positive(),
  /** ISO 8601 UTC: when it was sent, or would have been. */
  at: z.string(),
  url: z.string(),
  purpose: RequestPurpose,
  /** The network address that it went to. Null where it was not sent. */
  sentTo: z.string().nullable(),
  /** Of the answer, as HTTP has it. Null where there was none (yet). */
  status: z.number().int().nullable(),
  /** That came over the network: of the answer's content, and of an answer that was given up all that came. */
  bytes: z.number().int(),
  /** Why there was no answer, or none that is of use, or why nothing was sent, in words. */
  error: z.string().nullable(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

export const savingMethods = {
  /** Fetches pages and keeps them as articles: an import whose sources are addresses. One that is no address fails in the report. */
  'saving.start': command(
    z.object({ addresses: z.array(z.string().min(1).max(8_192)).min(1).max(MOST_ADDRESSES), options: SaveOptions.prefault({}) }),
    z.object({ importId: ImportId }),
  ),
  /** The addresses in a text, each once, in their order. */
  'saving.find': query(z.object({ text: z.string().max(2_000_000) }), z.object({ addresses: z.array(z.string()) })),
  /**
   * The addresses of the pages of some articles, each once, in their order: `unfetched` of those that are to be fetched, `fetched` of all
   * others. `without`: how many articles have none that can be fetched.
   */
  'saving.addresses': query(Ids, z.object({ unfetched: z.array(z.string()), fetched: z.array(z.string()), without: z.number().int() })),
  /**
   * What became of an article that is still to be fetched when that was last tried: why it failed; or the article that its address led to, which is all of it or, of a feed,
   * a part. Null where it was not tried, or the report was taken away.
   */
  'saving.lastTry': query(
    z.object({ id: ArticleId }),
    z.object({
      outcome: z
        .discriminatedUnion('kind', [
          FailedEntry.pick({ code: true, message: true }).extend({ kind: z.literal('failed'), importId: ImportId }),
          z.object({ kind: z.literal('elsewhere'), importId: ImportId, id: ArticleId, title: z.string(), isPart: z.boolean() }),
        ])
        .nullable(),
    }),
  ),
  /** Every request that Carrel ever made for this library, newest first. `search`: only those that have this in their address. */
  'ledger.list': query(
    z.object({ search: z.string().max(1_000).default(''), limit: z.number().int().min(1).max(1_000).default(100), offset: z.number().int().min(0).default(0) }),
    z.object({ total: z.number().int(), bytes: z.number().int(), requests: z.array(LedgerEntry) }),
  ),
  /** Forgets all requests for good; answers how many. */
  'ledger.clear': command(z.object({}), z.object({ cleared: z.number().int() })),
};
