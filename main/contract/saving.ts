import { z } from 'zod';
import { command, query } from './define.ts';
import { ImportId } from './ids.ts';
import { ImportOptions } from './imports.ts';

/** So many addresses may be saved in one go. */
export const MOST_ADDRESSES = 10_000;

export const SaveOptions = ImportOptions.pick({ onDuplicate: true, tags: true, collections: true, media: true });
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
  /** That came with the answer, as they came over the network. */
  bytes: z.number().int(),
  /** Why there was no answer, or why nothing was sent, in words. */
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
  /** Every request that Carrel ever made for this library, newest first. `search`: only those that have this in their address. */
  'ledger.list': query(
    z.object({ search: z.string().max(1_000).default(''), limit: z.number().int().min(1).max(1_000).default(100), offset: z.number().int().min(0).default(0) }),
    z.object({ total: z.number().int(), bytes: z.number().int(), requests: z.array(LedgerEntry) }),
  ),
  /** Forgets all requests for good; answers how many. */
  'ledger.clear': command(z.object({}), z.object({ cleared: z.number().int() })),
};
